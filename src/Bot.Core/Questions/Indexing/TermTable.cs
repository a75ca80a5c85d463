using Bot.Core.Questions.Words;

namespace Bot.Core.Questions.Indexing;

/// <summary>
/// Numbers for the terms of one index: the stems of words, and markers for entities (<c>@id</c>) and concepts (<c>#name</c>).
/// A word is stemmed once, when it is first seen. A table may lie over another, which it shares and leaves as it is: it goes on with its numbers.
/// </summary>
public sealed class TermTable
{
    private readonly Dictionary<string, int> surfaces;
    private readonly Dictionary<string, int>.AlternateLookup<ReadOnlySpan<char>> bySurface;

    /// <summary>The same for short words; empty in a table over another, which has few.</summary>
    private readonly Dictionary<ulong, int> byPacked;
    private readonly Dictionary<string, int> stems;
    private readonly Dictionary<string, int>.AlternateLookup<ReadOnlySpan<char>> byStem;
    private readonly List<string> names;
    private readonly List<bool> stops;
    private readonly List<int> ranks;
    private readonly TermTable? below;

    /// <summary>The forms by their first character; made when first asked for, once all are read.</summary>
    private readonly Lazy<ILookup<char, KeyValuePair<string, int>>> byInitial;

    /// <summary>The first term of this table's own.</summary>
    private readonly int first;

    public TermTable(IReadOnlySet<string> stopWords)
        : this(new(StringComparer.Ordinal), [], new(StringComparer.Ordinal), [], [], [], below: null)
    {
        foreach (var word in stopWords)
        {
            AddForm(word, New(word, stop: true, rank: 0));
        }
    }

    /// <summary>A copy, to be added to.</summary>
    internal TermTable(TermTable other)
        : this(
            new(other.surfaces, StringComparer.Ordinal),
            new(other.byPacked),
            new(other.stems, StringComparer.Ordinal),
            [.. other.names],
            [.. other.stops],
            [.. other.ranks],
            other.below
        ) { }

    private TermTable(
        Dictionary<string, int> surfaces,
        Dictionary<ulong, int> byPacked,
        Dictionary<string, int> stems,
        List<string> names,
        List<bool> stops,
        List<int> ranks,
        TermTable? below
    )
    {
        (this.surfaces, this.byPacked, this.stems) = (surfaces, byPacked, stems);
        (this.names, this.stops, this.ranks) = (names, stops, ranks);
        (this.below, first) = (below, below?.Count ?? 0);
        bySurface = surfaces.GetAlternateLookup<ReadOnlySpan<char>>();
        byStem = stems.GetAlternateLookup<ReadOnlySpan<char>>();
        byInitial = new(() => surfaces.ToLookup(form => form.Key[0]));
    }

    public int Count => first + names.Count;

    /// <summary>Every form of a word that was read, with its term.</summary>
    public IEnumerable<KeyValuePair<string, int>> Surfaces => below is null ? surfaces : below.Surfaces.Concat(surfaces);

    /// <summary>Those that begin with a character. Nothing may be added any more.</summary>
    public IEnumerable<KeyValuePair<string, int>> Beginning(char initial) =>
        below is null ? byInitial.Value[initial] : below.Beginning(initial).Concat(byInitial.Value[initial]);

    /// <summary>A table over another that must not be added to any more.</summary>
    internal static TermTable Over(TermTable below) => new(new(StringComparer.Ordinal), [], new(StringComparer.Ordinal), [], [], [], below);

    public string Name(int term) => term < first ? below!.Name(term) : names[term - first];

    public bool IsStop(int term) => term < first ? below!.IsStop(term) : stops[term - first];

    public bool IsMarker(int term) => Name(term)[0] is '@' or '#';

    /// <summary>
    /// How common the commonest form of the word is in English, 1 for the first; 0 for stop words and markers. Forms that only a table above
    /// has do not count.
    /// </summary>
    public int Rank(int term) => term < first ? below!.Rank(term) : ranks[term - first];

    /// <summary>How rare the word is in English, 0 to 9.2.</summary>
    public float Rarity(int term) => IsMarker(term) ? MarkerRarity : WordRanks.Rarity(Rank(term));

    /// <summary>The term of a word in its normal form, made if it is new.</summary>
    public int Add(ReadOnlySpan<char> word) => FindForm(word) ?? AddStemmed(word);

    /// <summary>The term of a word, by its form or its stem; -1 when the index has neither.</summary>
    public int Find(ReadOnlySpan<char> word) => FindForm(word) ?? FindStemmed(word);

    /// <summary>The term of a word in just this form; null when the form was never read.</summary>
    public int? FindForm(ReadOnlySpan<char> word)
    {
        if (below is null && PackedWord.Of(word) is > 0 and var packed)
        {
            return byPacked.TryGetValue(packed, out var found) ? found : null;
        }

        return bySurface.TryGetValue(word, out var term) ? term : below?.FindForm(word);
    }

    /// <summary>A marker's term; null when there is none.</summary>
    public int? FindMarker(string name) => FindStem(name);

    /// <summary>A marker's term, made if it is new.</summary>
    public int Marker(string name)
    {
        if (FindMarker(name) is not { } term)
        {
            term = New(name, stop: false, rank: 0);
            stems.Add(name, term);
        }

        return term;
    }

    /// <summary>Gives back the room that was made for more terms.</summary>
    internal void Trim()
    {
        surfaces.TrimExcess();
        byPacked.TrimExcess();
        stems.TrimExcess();
        names.TrimExcess();
        stops.TrimExcess();
        ranks.TrimExcess();
    }

    /// <summary>A marker weighs like a word of middling rarity.</summary>
    private const float MarkerRarity = 5f;

    private int AddStemmed(ReadOnlySpan<char> word)
    {
        Span<char> buffer = stackalloc char[word.Length + 1];
        var stem = Stemmer.Stem(word, buffer);
        if (FindStem(stem) is not { } term)
        {
            term = New(stem.ToString(), stop: false, WordRanks.Of(word));
            stems.Add(names[term - first], term);
        }
        else if (term >= first)
        {
            ranks[term - first] = Math.Min(ranks[term - first], WordRanks.Of(word));
        }

        var name = Name(term);
        AddForm(word.SequenceEqual(name) ? name : word.ToString(), term);
        return term;
    }

    private void AddForm(string word, int term)
    {
        surfaces[word] = term;
        if (below is null && PackedWord.Of(word) is > 0 and var packed)
        {
            byPacked[packed] = term;
        }
    }

    private int FindStemmed(ReadOnlySpan<char> word)
    {
        Span<char> buffer = stackalloc char[word.Length + 1];
        return FindStem(Stemmer.Stem(word, buffer)) ?? -1;
    }

    private int? FindStem(ReadOnlySpan<char> stem) => byStem.TryGetValue(stem, out var term) ? term : below?.FindStem(stem);

    private int New(string name, bool stop, int rank)
    {
        names.Add(name);
        stops.Add(stop);
        ranks.Add(rank);
        return Count - 1;
    }
}
