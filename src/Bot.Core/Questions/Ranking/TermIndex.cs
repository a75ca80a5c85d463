namespace Bot.Core.Questions.Ranking;

/// <summary>
/// Flat postings over short texts. For each term the texts that hold it lie side by side in one array, with a byte that says how much
/// (BM25, Robertson and Zaragoza 2009, k1 = 1.2, b = 0.5, quantised to 255 steps); beside it lie the texts' own terms in order, for looking closer.
/// </summary>
public sealed class TermIndex
{
    private const double K1 = 1.2;
    private const double B = 0.5;

    private readonly int[] postingStart;
    private readonly int[] postingText;
    private readonly byte[] postingImpact;
    private readonly float[] idf;
    private readonly byte[] peak;
    private readonly int[] textStart;
    private readonly int[] textTerms;
    private readonly int[] wordCount;

    /// <param name="textStart">Where each text's terms begin, and one more for the end.</param>
    /// <param name="textTerms">All texts' terms: words in order, then markers.</param>
    /// <param name="wordCount">How many of a text's terms are words.</param>
    internal TermIndex(int terms, int[] textStart, int[] textTerms, int[] wordCount)
    {
        (this.textStart, this.textTerms, this.wordCount) = (textStart, textTerms, wordCount);
        Count = wordCount.Length;
        postingStart = new int[terms + 1];
        idf = new float[terms];
        var lastText = new int[terms];
        Array.Fill(lastText, -1);
        for (var text = 0; text < Count; text++)
        {
            foreach (var term in Terms(text))
            {
                if (lastText[term] != text)
                {
                    lastText[term] = text;
                    postingStart[term + 1]++;
                }
            }
        }

        for (var term = 0; term < terms; term++)
        {
            var frequency = postingStart[term + 1];
            idf[term] = (float)Math.Log(1 + ((Count - frequency + 0.5) / (frequency + 0.5)));
            postingStart[term + 1] += postingStart[term];
        }

        postingText = new int[postingStart[terms]];
        postingImpact = new byte[postingStart[terms]];
        peak = new byte[terms];
        Fill(lastText);
    }

    /// <summary>How many texts there are.</summary>
    public int Count { get; }

    /// <summary>How rare a term is among these texts.</summary>
    public float Idf(int term) => (uint)term < (uint)idf.Length ? idf[term] : (float)Math.Log(1 + ((Count + 0.5) / 0.5));

    /// <summary>How many texts hold a term.</summary>
    public int Frequency(int term) => (uint)term < (uint)idf.Length ? postingStart[term + 1] - postingStart[term] : 0;

    /// <summary>A text's terms: its words in order, stop words left out, then its markers.</summary>
    public ReadOnlySpan<int> Terms(int text) => textTerms.AsSpan(textStart[text], textStart[text + 1] - textStart[text]);

    /// <summary>A text's words in order, stop words left out.</summary>
    public ReadOnlySpan<int> Words(int text) => textTerms.AsSpan(textStart[text], wordCount[text]);

    /// <summary>The first text, from one on, that holds a term; -1 when there is none.</summary>
    public int Next(int term, int from)
    {
        if ((uint)term >= (uint)idf.Length)
        {
            return -1;
        }

        var texts = postingText.AsSpan(postingStart[term], postingStart[term + 1] - postingStart[term]);
        var at = texts.BinarySearch(from);
        at = at < 0 ? ~at : at;
        return at < texts.Length ? texts[at] : -1;
    }

    /// <summary>The best texts for some terms by the sum of weighted BM25, best first; as many as <paramref name="hits"/> has room for.</summary>
    /// <param name="accept">Which texts count; null: all.</param>
    /// <returns>How many were found. Of texts that score the same the earlier ones are.</returns>
    public int Search(ReadOnlySpan<Wanted> wanted, Span<Hit> hits, Func<int, bool>? accept = null)
    {
        Span<PostingCursor> cursors = wanted.Length <= 64 ? stackalloc PostingCursor[wanted.Length] : new PostingCursor[wanted.Length];
        var count = 0;
        foreach (var (term, weight) in wanted)
        {
            if (Frequency(term) > 0)
            {
                var scale = weight * idf[term] / 255f;
                cursors[count++] = new PostingCursor(postingStart[term], postingStart[term + 1], scale, scale * peak[term]);
            }
        }

        var best = new BestTexts(hits, accept);
        new TermSearch(postingText, postingImpact, Count).Run(cursors[..count], ref best);
        return best.Count;
    }

    private void Fill(int[] lastText)
    {
        var average = Count == 0 ? 1 : Math.Max(1, wordCount.Average());
        var next = postingStart.AsSpan(0, postingStart.Length - 1).ToArray();
        Array.Fill(lastText, -1);
        var counts = new byte[next.Length];
        for (var text = 0; text < Count; text++)
        {
            foreach (var term in Terms(text))
            {
                counts[term] = lastText[term] == text ? (byte)Math.Min(255, counts[term] + 1) : (byte)1;
                lastText[term] = text;
            }

            var norm = K1 * (1 - B + (B * wordCount[text] / average));
            foreach (var term in Terms(text))
            {
                if (counts[term] == 0)
                {
                    continue;
                }

                var saturation = counts[term] * (K1 + 1) / (counts[term] + norm) / (K1 + 1);
                postingText[next[term]] = text;
                var impact = (byte)Math.Clamp(saturation * 255, 1, 255);
                postingImpact[next[term]++] = impact;
                peak[term] = Math.Max(peak[term], impact);
                counts[term] = 0;
            }
        }
    }
}

/// <summary>A term a question looks for, and how much it matters.</summary>
public readonly record struct Wanted(int Term, float Weight);

/// <summary>A text that was found.</summary>
public readonly record struct Hit(int Text, float Score);
