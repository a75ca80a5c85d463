using Bot.Core.Questions.Words;

namespace Bot.Core.Questions.Indexing;

/// <summary>Collects texts for a <see cref="TermIndex"/>.</summary>
/// <param name="texts">About how many there will be, to make room once.</param>
internal sealed class TermIndexBuilder(TermTable terms, NameTable names, PhraseTable concepts, int texts)
{
    private const int TermsOfAText = 16;
    private const int RecentBits = 12;

    private readonly List<int> textStart = new(texts + 1) { 0 };
    private readonly List<int> textTerms = new(texts * TermsOfAText);
    private readonly List<int> wordCount = new(texts);
    private readonly List<int> markers = [];

    /// <summary>Where in the present text a concept can begin, and a name; of a word there, whether it is a name alone.</summary>
    private readonly List<int> conceptsAt = [];
    private readonly List<(int At, bool IsName)> namesAt = [];

    /// <summary>Words read not long ago: a thousand make up most of any text, and lie nearer to the processor here than among all terms.</summary>
    private readonly (ulong Word, int Term)[] recent = new (ulong, int)[1 << RecentBits];
    private int[] words = new int[256];

    public int Count => wordCount.Count;

    /// <summary>Adds a piece of the present text.</summary>
    public void Add(ReadOnlySpan<char> text)
    {
        Span<char> buffer = stackalloc char[TokenReader.BufferLength];
        var reader = new TokenReader(text, buffer);
        var count = 0;
        while (reader.Next())
        {
            if (count == words.Length)
            {
                Array.Resize(ref words, count * 2);
            }

            var term = TermOf(reader.Word);
            if (concepts.CanBegin(term))
            {
                conceptsAt.Add(count);
            }

            if (names.CanBegin(term))
            {
                namesAt.Add((count, names.IsName(reader.Word)));
            }

            words[count++] = term;
            if (!terms.IsStop(term))
            {
                textTerms.Add(term);
            }
        }

        Mark(words.AsSpan(0, count));
    }

    /// <summary>Adds markers the text does not spell out: its speaker, what it is about.</summary>
    public void AddMarker(int marker) => markers.Add(marker);

    /// <summary>Ends the present text and begins the next.</summary>
    public void EndText()
    {
        wordCount.Add(textTerms.Count - textStart[^1]);
        textTerms.AddRange(markers);
        markers.Clear();
        textStart.Add(textTerms.Count);
    }

    /// <param name="below">The index to lay it over.</param>
    public TermIndex Build(TermIndex? below = null) => new(terms.Count, [.. textStart], [.. textTerms], [.. wordCount], below);

    private int TermOf(ReadOnlySpan<char> word)
    {
        var packed = PackedWord.Of(word);
        ref var known = ref recent[packed >> (64 - RecentBits)];
        if (packed == 0 || known.Word != packed)
        {
            known = (packed, terms.Add(word));
        }

        return known.Term;
    }

    private void Mark(ReadOnlySpan<int> read)
    {
        foreach (var at in conceptsAt)
        {
            markers.AddRange(concepts.Longest(read, at).Markers.AsSpan());
        }

        var next = 0;
        foreach (var (at, isName) in namesAt)
        {
            if (at >= next)
            {
                var (found, length) = names.Longest(read, at, isName);
                markers.AddRange(found.AsSpan());
                next = at + Math.Max(1, length);
            }
        }

        conceptsAt.Clear();
        namesAt.Clear();
    }
}
