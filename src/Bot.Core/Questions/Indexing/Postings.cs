namespace Bot.Core.Questions.Indexing;

/// <summary>
/// For each term the texts that hold it, in order, and how much each: three bytes a posting. Texts are counted in windows, so that a text's place in its
/// window fits two bytes; what one term has in one window is a run. A byte says how much a term says of a text (BM25, Robertson and Zaragoza 2009,
/// k1 = 1.2, b = 0.5, of 255 steps), and one byte a run the most of it, by which a search skips.
/// </summary>
internal sealed class Postings
{
    /// <summary>How many texts a window has: their sums stay near the processor while a search adds them up.</summary>
    public const int Window = 1 << 16;

    /// <summary>How many runs a term has in a window at most.</summary>
    public const int Layers = 2;

    private readonly int[] firstRun;
    private readonly ushort[] runWindow;
    private readonly int[] runStart;
    private readonly byte[] runPeak;
    private readonly ushort[] places;
    private readonly byte[] impacts;

    /// <param name="firstRun">By term: its first run; one more for the end.</param>
    /// <param name="runWindow">By run: its window.</param>
    /// <param name="runStart">By run: its first posting; one more for the end.</param>
    /// <param name="runPeak">By run: the highest impact in it.</param>
    /// <param name="places">By posting: the place of the text in its window.</param>
    /// <param name="impacts">By posting: how much the term says of the text.</param>
    public Postings(int[] firstRun, ushort[] runWindow, int[] runStart, byte[] runPeak, ushort[] places, byte[] impacts)
    {
        (this.firstRun, this.runWindow, this.runStart, this.runPeak) = (firstRun, runWindow, runStart, runPeak);
        (this.places, this.impacts) = (places, impacts);
    }

    /// <summary>How many terms there are.</summary>
    public int Terms => firstRun.Length - 1;

    /// <summary>What it takes, in bytes.</summary>
    public long Bytes => (4L * (firstRun.Length + runStart.Length)) + (3L * (runWindow.Length + places.Length));

    /// <summary>How many texts hold a term.</summary>
    public int Frequency(int term) => runStart[firstRun[term + 1]] - runStart[firstRun[term]];

    /// <summary>The runs of a term.</summary>
    public (int From, int To) Runs(int term) => (firstRun[term], firstRun[term + 1]);

    public int WindowOf(int run) => runWindow[run];

    public byte Peak(int run) => runPeak[run];

    public ReadOnlySpan<ushort> Places(int run) => places.AsSpan(runStart[run]..runStart[run + 1]);

    public ReadOnlySpan<byte> Impacts(int run) => impacts.AsSpan(runStart[run]..runStart[run + 1]);

    /// <summary>The first text, from one on, that holds a term; -1 when there is none.</summary>
    public int Next(int term, int from)
    {
        var (first, end) = Runs(term);
        var found = -1;
        for (var run = FirstAt(first, end, from / Window); run < end && (found < 0 || runWindow[run] == found / Window); run++)
        {
            var start = Window * runWindow[run];
            var place = Places(run).BinarySearch((ushort)Math.Max(0, from - start));
            place = place < 0 ? ~place : place;
            if (place < Places(run).Length && (found < 0 || start + Places(run)[place] < found))
            {
                found = start + Places(run)[place];
            }
        }

        return found;
    }

    /// <summary>The first of some runs that is not before a window.</summary>
    private int FirstAt(int first, int end, int window)
    {
        var at = runWindow.AsSpan(first..end).BinarySearch((ushort)window);
        at = first + (at < 0 ? ~at : at);
        return at > first && at < end && runWindow[at - 1] == window ? at - 1 : at;
    }
}
