namespace Bot.Core.Questions.Indexing;

/// <summary>Turns texts, each with its terms, into postings: counts them, makes room once, and fills it.</summary>
/// <param name="textStart">Where each text's terms begin, and one more for the end.</param>
/// <param name="textTerms">All texts' terms, by the number of their list.</param>
internal readonly ref struct PostingsWriter(ReadOnlySpan<int> textStart, ReadOnlySpan<int> textTerms)
{
    private const double K1 = 1.2;
    private const double B = 0.5;

    private readonly ReadOnlySpan<int> textStart = textStart;
    private readonly ReadOnlySpan<int> textTerms = textTerms;

    /// <param name="terms">How many lists there are.</param>
    /// <param name="wordCount">How long each text is.</param>
    /// <param name="average">How long a text is on average.</param>
    public Postings Write(int terms, ReadOnlySpan<int> wordCount, double average)
    {
        var lists = Count(terms, out var runs, out var postings);
        var firstRun = new int[terms + 1];
        var (runWindow, runStart, runPeak) = (new ushort[runs], new int[runs + 1], new byte[runs]);
        var (places, impacts) = (new ushort[postings], new byte[postings]);
        (runs, postings) = (0, 0);
        for (var term = 0; term < terms; term++)
        {
            ref var list = ref lists[term];
            firstRun[term + 1] = firstRun[term] + list.Runs;
            (runs, postings, list) = (
                runs + list.Runs,
                postings + list.Texts,
                new List
                {
                    Runs = runs,
                    Texts = postings,
                    Window = -1,
                    Last = -1,
                }
            );
        }

        runStart[runs] = postings;
        for (var text = 0; text < wordCount.Length; text++)
        {
            var held = Held(text);
            foreach (var term in held)
            {
                ref var list = ref lists[term];
                list.Times = list.Last == text ? list.Times + 1 : 1;
                list.Last = text;
            }

            var norm = K1 * (1 - B + (B * wordCount[text] / average));
            foreach (var term in held)
            {
                ref var list = ref lists[term];
                if (list.Times == 0)
                {
                    continue;
                }

                if (list.Window != text / Postings.Window)
                {
                    list.Window = text / Postings.Window;
                    runWindow[list.Runs] = (ushort)list.Window;
                    runStart[list.Runs++] = list.Texts;
                }

                var impact = (byte)Math.Clamp(255 * list.Times / (list.Times + norm), 1, 255);
                ref var peak = ref runPeak[list.Runs - 1];
                peak = Math.Max(peak, impact);
                places[list.Texts] = (ushort)(text % Postings.Window);
                impacts[list.Texts++] = impact;
                list.Times = 0;
            }
        }

        return Layered(firstRun, runWindow, runStart, runPeak, places, impacts);
    }

    /// <summary>The same with long runs in two.</summary>
    private static Postings Layered(int[] firstRun, ushort[] runWindow, int[] runStart, byte[] runPeak, ushort[] places, byte[] impacts)
    {
        var (windows, starts, peaks) = (new List<ushort>(runWindow.Length), new List<int>(runStart.Length), new List<byte>(runPeak.Length));
        byte peak = 0;
        for (var (term, run) = (0, 0); term < firstRun.Length - 1; term++)
        {
            var end = firstRun[term + 1];
            firstRun[term] = starts.Count;
            for (; run < end; run++)
            {
                var (from, to) = (runStart[run], runStart[run + 1]);
                windows.Add(runWindow[run]);
                starts.Add(from);
                peaks.Add(runPeak[run]);
                var few =
                    to - from < ImpactLayers.Long ? 0 : ImpactLayers.Part(places.AsSpan(from..to), impacts.AsSpan(from..to), out peak);
                if (few > 0)
                {
                    windows.Add(runWindow[run]);
                    starts.Add(from + few);
                    peaks.Add(peak);
                }
            }
        }

        firstRun[^1] = starts.Count;
        return new Postings(firstRun, [.. windows], [.. starts, runStart[^1]], [.. peaks], places, impacts);
    }

    private List[] Count(int terms, out int runs, out int postings)
    {
        var lists = new List[terms];
        (runs, postings) = (0, 0);
        for (var text = 0; text < textStart.Length - 1; text++)
        {
            foreach (var term in Held(text))
            {
                ref var list = ref lists[term];
                if (list.Texts > 0 && list.Last == text)
                {
                    continue;
                }

                if (list.Texts++ == 0 || list.Window != text / Postings.Window)
                {
                    list.Runs++;
                    runs++;
                }

                (list.Window, list.Last) = (text / Postings.Window, text);
                postings++;
            }
        }

        return lists;
    }

    private ReadOnlySpan<int> Held(int text) => textTerms[textStart[text]..textStart[text + 1]];

    /// <summary>How many runs and texts a list has, or where the next of them goes, and the last text that was seen.</summary>
    private struct List
    {
        public int Runs;
        public int Texts;
        public int Window;
        public int Last;
        public int Times;
    }
}
