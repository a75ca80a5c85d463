using Bot.Core.Questions.Words;

namespace Bot.Core.Questions.Ranking;

/// <summary>
/// Numbers for the terms of one index: the stems of words, and markers for entities (<c>@id</c>) and concepts (<c>#name</c>).
/// A word is stemmed once, when it is first seen.
/// </summary>
public sealed class TermTable
{
    private readonly Dictionary<string, int> surfaces;
    private readonly Dictionary<string, int>.AlternateLookup<ReadOnlySpan<char>> bySurface;
    private readonly Dictionary<string, int> stems;
    private readonly Dictionary<string, int>.AlternateLookup<ReadOnlySpan<char>> byStem;
    private readonly List<string> names;
    private readonly List<bool> stops;
    private readonly List<int> ranks;

    public TermTable(IReadOnlySet<string> stopWords)
        : this(new(StringComparer.Ordinal), new(StringComparer.Ordinal), [], [], [])
    {
        foreach (var word in stopWords)
        {
            surfaces[word] = New(word, stop: true, rank: 0);
        }
    }

    /// <summary>A table that begins with the terms of another, which it leaves as it is.</summary>
    internal TermTable(TermTable other)
        : this(
            new(other.surfaces, StringComparer.Ordinal),
            new(other.stems, StringComparer.Ordinal),
            [.. other.names],
            [.. other.stops],
            [.. other.ranks]
        ) { }

    private TermTable(
        Dictionary<string, int> surfaces,
        Dictionary<string, int> stems,
        List<string> names,
        List<bool> stops,
        List<int> ranks
    )
    {
        (this.surfaces, this.stems, this.names, this.stops, this.ranks) = (surfaces, stems, names, stops, ranks);
        bySurface = surfaces.GetAlternateLookup<ReadOnlySpan<char>>();
        byStem = stems.GetAlternateLookup<ReadOnlySpan<char>>();
    }

    public int Count => names.Count;

    /// <summary>Every form of a word that was read, with its term.</summary>
    public IEnumerable<KeyValuePair<string, int>> Surfaces => surfaces;

    public string Name(int term) => names[term];

    public bool IsStop(int term) => stops[term];

    public bool IsMarker(int term) => names[term][0] is '@' or '#';

    /// <summary>How common the commonest form of the word is in English, 1 for the first; 0 for stop words and markers.</summary>
    public int Rank(int term) => ranks[term];

    /// <summary>How rare the word is in English, 0 to 9.2.</summary>
    public float Rarity(int term) => IsMarker(term) ? MarkerRarity : WordRanks.Rarity(ranks[term]);

    /// <summary>The term of a word in its normal form, made if it is new.</summary>
    public int Add(ReadOnlySpan<char> word)
    {
        if (bySurface.TryGetValue(word, out var known))
        {
            return known;
        }

        Span<char> buffer = stackalloc char[word.Length + 1];
        var stem = Stemmer.Stem(word, buffer);
        if (!byStem.TryGetValue(stem, out var term))
        {
            term = New(stem.ToString(), stop: false, WordRanks.Of(word));
            stems.Add(names[term], term);
        }
        else
        {
            ranks[term] = Math.Min(ranks[term], WordRanks.Of(word));
        }

        bySurface[word] = term;
        return term;
    }

    /// <summary>The term of a word, by its form or its stem; -1 when the index has neither.</summary>
    public int Find(ReadOnlySpan<char> word)
    {
        if (bySurface.TryGetValue(word, out var term))
        {
            return term;
        }

        Span<char> buffer = stackalloc char[word.Length + 1];
        return byStem.TryGetValue(Stemmer.Stem(word, buffer), out term) ? term : -1;
    }

    /// <summary>The term of a word in just this form; null when the form was never read.</summary>
    public int? FindForm(ReadOnlySpan<char> word) => bySurface.TryGetValue(word, out var term) ? term : null;

    /// <summary>A marker's term; null when there is none.</summary>
    public int? FindMarker(string name) => stems.TryGetValue(name, out var term) ? term : null;

    /// <summary>A marker's term, made if it is new.</summary>
    public int Marker(string name)
    {
        if (!stems.TryGetValue(name, out var term))
        {
            term = New(name, stop: false, rank: 0);
            stems.Add(name, term);
        }

        return term;
    }

    /// <summary>A marker weighs like a word of middling rarity.</summary>
    private const float MarkerRarity = 5f;

    private int New(string name, bool stop, int rank)
    {
        names.Add(name);
        stops.Add(stop);
        ranks.Add(rank);
        return names.Count - 1;
    }
}
