namespace Bot.Core.Questions.Indexing;

/// <summary>
/// The markers of many texts, each once in a text: two bytes each while none is numbered higher, as those of the lexicon and of most stories are; else four.
/// </summary>
internal sealed class MarkerLists
{
    private readonly ushort[] small = [];
    private readonly int[] large = [];

    /// <param name="all">Those of all texts, one after another.</param>
    public MarkerLists(List<int> all)
    {
        if (all.TrueForAll(marker => marker <= ushort.MaxValue))
        {
            small = [.. all.Select(marker => (ushort)marker)];
        }
        else
        {
            large = [.. all];
        }
    }

    /// <summary>What they take.</summary>
    public long Bytes => (2L * small.Length) + (4L * large.Length);

    public int this[int at] => at < small.Length ? small[at] : large[at];
}

/// <summary>The markers of one text.</summary>
internal readonly struct Markers(MarkerLists lists, int from, int to)
{
    public int Count => to - from;

    public int this[int at] => lists[from + at];
}
