namespace Bot.Core.Questions.Ranking;

/// <summary>
/// Flat postings over short texts. For each term the texts that hold it lie side by side in one array, with a byte that says how much
/// (BM25, Robertson and Zaragoza 2009, k1 = 1.2, b = 0.5, quantised to 255 steps); beside it lie the texts' own terms in order, for looking closer.
/// </summary>
/// <remarks>
/// An index may lie over another, which it shares and leaves as it is: it goes on with its numbers of texts, and words weigh and lengths count as they
/// do there, so that what is laid over a text never changes how that text ranks. It takes no more room than its own texts do.
/// </remarks>
public sealed class TermIndex
{
    private const double K1 = 1.2;
    private const double B = 0.5;

    private readonly TermIndex? below;

    /// <summary>The number of the first text of its own.</summary>
    private readonly int first;
    private readonly double averageWords;

    /// <summary>The terms that have a list of postings here, in order; null: all, from 0.</summary>
    private readonly int[]? listed;
    private readonly int[] postingStart;
    private readonly int[] postingText;
    private readonly byte[] postingImpact;
    private readonly float[] idf;
    private readonly byte[] peak;
    private readonly int[] textStart;
    private readonly int[] textTerms;
    private readonly int[] wordCount;

    /// <param name="terms">How many terms there are.</param>
    /// <param name="textStart">Where each text's terms begin, and one more for the end.</param>
    /// <param name="textTerms">All texts' terms: words in order, then markers.</param>
    /// <param name="wordCount">How many of a text's terms are words.</param>
    /// <param name="below">The index this one lies over.</param>
    internal TermIndex(int terms, int[] textStart, int[] textTerms, int[] wordCount, TermIndex? below = null)
    {
        (this.textStart, this.textTerms, this.wordCount) = (textStart, textTerms, wordCount);
        (this.below, first) = (below, below?.Count ?? 0);
        averageWords = below?.averageWords ?? (wordCount.Length == 0 ? 1 : Math.Max(1, wordCount.Average()));
        listed = below is null ? null : [.. textTerms.Distinct().Order()];
        var lists = listed is null ? textTerms : Array.ConvertAll(textTerms, term => Array.BinarySearch(listed, term));
        postingStart = Starts(listed?.Length ?? terms, lists);
        idf = below is null ? Idfs() : [];
        postingText = new int[postingStart[^1]];
        postingImpact = new byte[postingStart[^1]];
        peak = new byte[postingStart.Length - 1];
        Fill(lists);
    }

    /// <summary>How many texts there are.</summary>
    public int Count => first + wordCount.Length;

    /// <summary>How rare a term is among these texts; among those beneath where this index lies over another.</summary>
    public float Idf(int term) =>
        below is not null ? below.Idf(term)
        : (uint)term < (uint)idf.Length ? idf[term]
        : Idf(Count, frequency: 0);

    /// <summary>The terms that its own texts hold, not those beneath.</summary>
    internal IEnumerable<int> Held => listed ?? Enumerable.Range(0, peak.Length).Where(term => peak[term] > 0);

    /// <summary>How many texts hold a term.</summary>
    public int Frequency(int term) => (below?.Frequency(term) ?? 0) + Postings(term).Length;

    /// <summary>A text's terms: its words in order, stop words left out, then its markers.</summary>
    public ReadOnlySpan<int> Terms(int text) =>
        text < first ? below!.Terms(text) : textTerms.AsSpan(textStart[text - first]..textStart[text - first + 1]);

    /// <summary>A text's words in order, stop words left out.</summary>
    public ReadOnlySpan<int> Words(int text) =>
        text < first ? below!.Words(text) : textTerms.AsSpan(textStart[text - first], wordCount[text - first]);

    /// <summary>The first text, from one on, that holds a term; -1 when there is none.</summary>
    public int Next(int term, int from)
    {
        if (from < first && below!.Next(term, from) is >= 0 and var found)
        {
            return found;
        }

        var texts = Postings(term);
        var at = texts.BinarySearch(Math.Max(0, from - first));
        at = at < 0 ? ~at : at;
        return at < texts.Length ? first + texts[at] : -1;
    }

    /// <summary>The best texts for some terms by the sum of weighted BM25, best first; as many as <paramref name="hits"/> has room for.</summary>
    /// <param name="accept">Which texts count; null: all.</param>
    /// <returns>How many were found. Of texts that score the same the earlier ones are.</returns>
    public int Search(ReadOnlySpan<Wanted> wanted, Span<Hit> hits, Func<int, bool>? accept = null)
    {
        var best = new BestTexts(hits, accept);
        Search(wanted, ref best);
        return best.Count;
    }

    private void Search(ReadOnlySpan<Wanted> wanted, scoped ref BestTexts best)
    {
        below?.Search(wanted, ref best);
        Span<PostingCursor> cursors = wanted.Length <= 64 ? stackalloc PostingCursor[wanted.Length] : new PostingCursor[wanted.Length];
        var count = 0;
        foreach (var (term, weight) in wanted)
        {
            if (List(term) is >= 0 and var list && postingStart[list] < postingStart[list + 1])
            {
                var scale = weight * Idf(term) / 255f;
                cursors[count++] = new PostingCursor(postingStart[list], postingStart[list + 1], scale, scale * peak[list]);
            }
        }

        new TermSearch(postingText, postingImpact, first, wordCount.Length).Run(cursors[..count], ref best);
    }

    /// <summary>Which list of postings is a term's; negative when none is.</summary>
    private int List(int term) =>
        listed is not null ? Array.BinarySearch(listed, term)
        : (uint)term < (uint)peak.Length ? term
        : -1;

    /// <summary>The texts that hold a term, in order, counted from the first of its own.</summary>
    private ReadOnlySpan<int> Postings(int term) =>
        List(term) is >= 0 and var list ? postingText.AsSpan(postingStart[list]..postingStart[list + 1]) : [];

    private static float Idf(int texts, int frequency) => (float)Math.Log(1 + ((texts - frequency + 0.5) / (frequency + 0.5)));

    private float[] Idfs()
    {
        var made = new float[postingStart.Length - 1];
        for (var term = 0; term < made.Length; term++)
        {
            made[term] = Idf(wordCount.Length, postingStart[term + 1] - postingStart[term]);
        }

        return made;
    }

    private int[] Starts(int count, int[] lists)
    {
        var starts = new int[count + 1];
        var lastText = new int[count];
        Array.Fill(lastText, -1);
        for (var text = 0; text < wordCount.Length; text++)
        {
            foreach (var list in lists.AsSpan(textStart[text]..textStart[text + 1]))
            {
                if (lastText[list] != text)
                {
                    lastText[list] = text;
                    starts[list + 1]++;
                }
            }
        }

        for (var list = 0; list < count; list++)
        {
            starts[list + 1] += starts[list];
        }

        return starts;
    }

    private void Fill(int[] lists)
    {
        var next = postingStart.AsSpan(0, postingStart.Length - 1).ToArray();
        var lastText = new int[next.Length];
        Array.Fill(lastText, -1);
        var counts = new byte[next.Length];
        for (var text = 0; text < wordCount.Length; text++)
        {
            var held = lists.AsSpan(textStart[text]..textStart[text + 1]);
            foreach (var list in held)
            {
                counts[list] = lastText[list] == text ? (byte)Math.Min(255, counts[list] + 1) : (byte)1;
                lastText[list] = text;
            }

            var norm = K1 * (1 - B + (B * wordCount[text] / averageWords));
            foreach (var list in held)
            {
                if (counts[list] == 0)
                {
                    continue;
                }

                var saturation = counts[list] * (K1 + 1) / (counts[list] + norm) / (K1 + 1);
                postingText[next[list]] = text;
                var impact = (byte)Math.Clamp(saturation * 255, 1, 255);
                postingImpact[next[list]++] = impact;
                peak[list] = Math.Max(peak[list], impact);
                counts[list] = 0;
            }
        }
    }
}

/// <summary>A term a question looks for, and how much it matters.</summary>
public readonly record struct Wanted(int Term, float Weight);

/// <summary>A text that was found.</summary>
public readonly record struct Hit(int Text, float Score);
