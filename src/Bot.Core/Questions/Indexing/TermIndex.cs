namespace Bot.Core.Questions.Indexing;

/// <summary>
/// Short texts by their terms: for each term the texts that hold it, to find the best of them, and for each text its terms in order, for looking closer.
/// </summary>
/// <remarks>
/// An index may lie over another, which it shares and leaves as it is: it goes on with its numbers of texts, and words weigh and lengths count as they
/// do there, so that what is laid over a text never changes how that text ranks. It takes no more room than its own texts do.
/// </remarks>
public sealed class TermIndex
{
    private readonly TermIndex? below;

    /// <summary>The number of the first text of its own.</summary>
    private readonly int first;
    private readonly double averageWords;

    /// <summary>The terms that have a list of postings here, in order; null: all, from 0.</summary>
    private readonly int[]? listed;
    private readonly Postings postings;
    private readonly float[] idf;
    private readonly int[] textWords;
    private readonly MarkerLists markers;

    /// <summary>By text, and one more for the end.</summary>
    private readonly Text[] texts;

    /// <param name="terms">How many terms there are.</param>
    /// <param name="textStart">Where each text's terms begin, and one more for the end.</param>
    /// <param name="textTerms">All texts' terms: words in order, then markers.</param>
    /// <param name="wordCount">How many of a text's terms are words.</param>
    /// <param name="below">The index this one lies over.</param>
    internal TermIndex(int terms, int[] textStart, int[] textTerms, int[] wordCount, TermIndex? below = null)
    {
        (this.below, first) = (below, below?.Count ?? 0);
        averageWords = below?.averageWords ?? (wordCount.Length == 0 ? 1 : Math.Max(1, wordCount.Average()));
        listed = below is null ? null : [.. textTerms.Distinct().Order()];
        var lists = listed is null ? textTerms : Array.ConvertAll(textTerms, term => Array.BinarySearch(listed, term));
        postings = new PostingsWriter(textStart, lists).Write(listed?.Length ?? terms, wordCount, averageWords);
        idf = below is null ? Idfs(wordCount.Length) : [];
        (texts, textWords, markers) = Apart(textStart, textTerms, lists, wordCount);
    }

    /// <summary>How many texts there are.</summary>
    public int Count => first + texts.Length - 1;

    /// <summary>What its own texts take, in bytes: to find candidates, and to look closely at them.</summary>
    internal (long Finding, long Looking) Bytes =>
        (
            postings.Bytes + (4L * (idf.Length + (listed?.Length ?? 0))),
            (4L * textWords.Length) + markers.Bytes + (Text.Size * texts.Length)
        );

    /// <summary>How rare a term is among these texts; among those beneath where this index lies over another.</summary>
    public float Idf(int term) =>
        below is not null ? below.Idf(term)
        : (uint)term < (uint)idf.Length ? idf[term]
        : Idf(Count, frequency: 0);

    /// <summary>The terms that its own texts hold, not those beneath.</summary>
    internal IEnumerable<int> Held => listed ?? Enumerable.Range(0, postings.Terms).Where(term => postings.Frequency(term) > 0);

    /// <summary>How many texts hold a term.</summary>
    public int Frequency(int term) => (below?.Frequency(term) ?? 0) + (List(term) is >= 0 and var list ? postings.Frequency(list) : 0);

    /// <summary>A text's words in order, stop words left out.</summary>
    public ReadOnlySpan<int> Words(int text) =>
        text < first ? below!.Words(text) : textWords.AsSpan(texts[text - first].Words..texts[text - first + 1].Words);

    /// <summary>A text's markers.</summary>
    internal Markers Markers(int text) =>
        text < first ? below!.Markers(text) : new Markers(markers, texts[text - first].Markers, texts[text - first + 1].Markers);

    /// <summary>What the idf of a text's words come to.</summary>
    internal float Rarity(int text) => text < first ? below!.Rarity(text) : texts[text - first].Rarity;

    /// <summary>Reads a little of some texts of its own, to have them near.</summary>
    /// <returns>Nothing of meaning; it keeps the reads from being left out.</returns>
    internal int Touch(ReadOnlySpan<Hit> hits)
    {
        var read = 0;
        foreach (var hit in hits)
        {
            var own = hit.Text - first;
            if (own >= 0 && texts[own].Words is var start && texts[own + 1].Words is var end && start < end)
            {
                read += textWords[start] + textWords[end - 1];
            }

            if (own >= 0 && texts[own].Markers < texts[own + 1].Markers)
            {
                read += markers[texts[own].Markers];
            }
        }

        return read;
    }

    /// <summary>The first text, from one on, that holds a term; -1 when there is none.</summary>
    public int Next(int term, int from)
    {
        if (from < first && below!.Next(term, from) is >= 0 and var found)
        {
            return found;
        }

        return List(term) is >= 0 and var list && postings.Next(list, Math.Max(0, from - first)) is >= 0 and var next ? first + next : -1;
    }

    /// <summary>The best texts for some terms by the sum of weighted BM25, best first; as many as <paramref name="hits"/> has room for.</summary>
    /// <param name="accept">Which texts count; null: all.</param>
    /// <returns>How many were found. Of texts that score the same the earlier ones are.</returns>
    public int Search(ReadOnlySpan<Wanted> wanted, Span<Hit> hits, Func<int, bool>? accept = null)
    {
        var most = 0f;
        foreach (var (term, weight) in wanted)
        {
            most += weight * Idf(term);
        }

        // Each weight and each share is rounded up by less than one.
        var scale = (TermSearch.Most - (2 * wanted.Length)) / most;
        var room = BestTexts.Room * hits.Length;
        var best = new BestTexts(
            hits.Length,
            room <= 1024 ? stackalloc ulong[room] : new ulong[room],
            stackalloc int[BestTexts.Steps],
            accept
        );
        Search(wanted, scale, ref best);
        best.Finish();
        for (var i = 0; i < best.Count; i++)
        {
            hits[i] = new Hit(best.Text(i), best.Score(i) / scale);
        }

        return best.Count;
    }

    private void Search(ReadOnlySpan<Wanted> wanted, float scale, scoped ref BestTexts best)
    {
        below?.Search(wanted, scale, ref best);
        Span<PostingCursor> cursors = wanted.Length <= 64 ? stackalloc PostingCursor[wanted.Length] : new PostingCursor[wanted.Length];
        var count = 0;
        foreach (var (term, weight) in wanted)
        {
            if (List(term) is >= 0 and var list && postings.Runs(list) is var (from, to) && from < to)
            {
                var cursor = new PostingCursor(from, to, (uint)MathF.Ceiling(weight * Idf(term) * scale * 256 / 255));
                var at = count++;
                for (; at > 0 && cursors[at - 1].Weight < cursor.Weight; at--)
                {
                    cursors[at] = cursors[at - 1];
                }

                cursors[at] = cursor;
            }
        }

        new TermSearch(postings, first).Search(cursors[..count], texts.Length - 1, ref best);
    }

    /// <summary>Which list of postings is a term's; negative when none is.</summary>
    private int List(int term) =>
        listed is not null ? Array.BinarySearch(listed, term)
        : (uint)term < (uint)postings.Terms ? term
        : -1;

    private static float Idf(int texts, int frequency) => (float)Math.Log(1 + ((texts - frequency + 0.5) / (frequency + 0.5)));

    /// <summary>Each text's words, and its markers by themselves.</summary>
    private (Text[] Texts, int[] Words, MarkerLists Markers) Apart(int[] start, int[] terms, int[] lists, int[] words)
    {
        var made = new Text[start.Length];
        var (allWords, allMarkers) = (new int[words.Sum()], new List<int>(terms.Length / 4));
        var held = new int[postings.Terms];
        var placed = 0;
        for (var text = 0; text < words.Length; text++)
        {
            var own = terms.AsSpan(start[text]..start[text + 1]);
            var rarity = 0f;
            foreach (var word in own[..words[text]])
            {
                rarity += Idf(word);
            }

            made[text] = new Text(placed, allMarkers.Count, rarity);
            own[..words[text]].CopyTo(allWords.AsSpan(placed));
            placed += words[text];
            for (var at = start[text] + words[text]; at < start[text + 1]; at++)
            {
                ref var last = ref held[lists[at]];
                if (last <= text)
                {
                    allMarkers.Add(terms[at]);
                    last = text + 1;
                }
            }
        }

        made[^1] = new Text(placed, allMarkers.Count, 0);
        return (made, allWords, new MarkerLists(allMarkers));
    }

    private float[] Idfs(int count)
    {
        var made = new float[postings.Terms];
        for (var term = 0; term < made.Length; term++)
        {
            made[term] = Idf(count, postings.Frequency(term));
        }

        return made;
    }

    /// <summary>What is known of a text, side by side, so that looking at one waits once.</summary>
    /// <param name="Words">Where its words begin.</param>
    /// <param name="Markers">Where its markers do.</param>
    /// <param name="Rarity">What the idf of its words come to.</param>
    private readonly record struct Text(int Words, int Markers, float Rarity)
    {
        public const long Size = 12;
    }
}

/// <summary>A term a question looks for, and how much it matters.</summary>
public readonly record struct Wanted(int Term, float Weight);

/// <summary>A text that was found.</summary>
public readonly record struct Hit(int Text, float Score);
