using System.Buffers;

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

    /// <summary>The texts that hold a term, in order.</summary>
    public ReadOnlySpan<int> Texts(int term) =>
        (uint)term < (uint)idf.Length ? postingText.AsSpan(postingStart[term], postingStart[term + 1] - postingStart[term]) : [];

    /// <summary>The best texts for some terms by the sum of weighted BM25, best first; as many as <paramref name="hits"/> has room for.</summary>
    /// <param name="accept">Which texts count; null: all.</param>
    /// <returns>How many were found.</returns>
    public int Search(ReadOnlySpan<Wanted> wanted, Span<Hit> hits, Func<int, bool>? accept = null)
    {
        var scores = Scores(Count);
        var touched = ArrayPool<int>.Shared.Rent(Math.Max(1, Touchable(wanted)));
        var touchedCount = 0;
        foreach (var (term, weight) in wanted)
        {
            if ((uint)term >= (uint)idf.Length)
            {
                continue;
            }

            var scale = weight * idf[term] / 255f;
            var texts = Texts(term);
            var impacts = postingImpact.AsSpan(postingStart[term], texts.Length);
            for (var i = 0; i < texts.Length; i++)
            {
                ref var score = ref scores[texts[i]];
                if (score == 0)
                {
                    touched[touchedCount++] = texts[i];
                }

                score += scale * impacts[i];
            }
        }

        var found = Best(scores, touched.AsSpan(0, touchedCount), hits, accept);
        ArrayPool<int>.Shared.Return(touched);
        return found;
    }

    /// <summary>Picks the best and leaves the scores at zero for the next question of this thread.</summary>
    private static int Best(float[] scores, ReadOnlySpan<int> touched, Span<Hit> hits, Func<int, bool>? accept)
    {
        var found = 0;
        var floor = 0f;
        foreach (var text in touched)
        {
            var score = scores[text];
            scores[text] = 0;
            if (score <= floor || (accept is not null && !accept(text)))
            {
                continue;
            }

            var at = found < hits.Length ? found++ : found - 1;
            for (; at > 0 && hits[at - 1].Score < score; at--)
            {
                hits[at] = hits[at - 1];
            }

            hits[at] = new Hit(text, score);
            floor = found == hits.Length ? hits[^1].Score : 0;
        }

        return found;
    }

    private int Touchable(ReadOnlySpan<Wanted> wanted)
    {
        var sum = 0L;
        foreach (var (term, _) in wanted)
        {
            sum += Frequency(term);
        }

        return (int)Math.Min(sum, Count);
    }

    [ThreadStatic]
    private static float[]? threadScores;

    private static float[] Scores(int count)
    {
        if (threadScores is null || threadScores.Length < count)
        {
            threadScores = new float[count];
        }

        return threadScores;
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
                postingImpact[next[term]++] = (byte)Math.Clamp(saturation * 255, 1, 255);
                counts[term] = 0;
            }
        }
    }
}

/// <summary>A term a question looks for, and how much it matters.</summary>
public readonly record struct Wanted(int Term, float Weight);

/// <summary>A text that was found.</summary>
public readonly record struct Hit(int Text, float Score);
