using Bot.Core.Questions.Words;

namespace Bot.Core.Questions.Indexing;

/// <summary>Which words of a set of phrases a typed word may stand for: those it begins, and those within a slip of it.</summary>
/// <param name="From">The first word that it begins.</param>
/// <param name="To">One after the last.</param>
/// <param name="Exact">The first is the typed word itself.</param>
internal readonly record struct Sought(int From, int To, bool Exact)
{
    /// <summary>In order; null for none.</summary>
    public int[]? Slips { get; init; }

    public bool Has(int word) => (word >= From && word < To) || (Slips is not null && Array.BinarySearch(Slips, word) >= 0);
}

/// <summary>The words of numbered phrases: sorted, so that all with one beginning lie together, and for each the phrases that hold it.</summary>
internal sealed class PhraseWords
{
    /// <summary>Shorter words are too like each other for slips.</summary>
    private const int ShortestWithSlip = 4;

    /// <summary>Where more than one phrase in so many may hold a word, they are read in order instead of gathered.</summary>
    private const int Rare = 32;

    private readonly string[] words;

    /// <summary>The words of phrase n, in its order, from <c>begins[n]</c> on.</summary>
    private readonly int[] texts;
    private readonly int[] begins;

    /// <summary>The phrases that hold word w, in order, from <c>lists[w]</c> on.</summary>
    private readonly int[] holders;
    private readonly int[] lists;

    /// <param name="count">How many phrases.</param>
    /// <param name="phrase">A phrase by its number.</param>
    public PhraseWords(int count, Func<int, string> phrase)
    {
        begins = new int[count + 1];
        (words, texts) = Read(phrase);
        lists = new int[words.Length + 1];
        foreach (var word in texts)
        {
            lists[word + 1]++;
        }

        for (var word = 0; word < words.Length; word++)
        {
            lists[word + 1] += lists[word];
        }

        holders = new int[texts.Length];
        var next = lists.AsSpan(0, words.Length).ToArray();
        for (var number = 0; number < count; number++)
        {
            foreach (var word in WordsOf(number))
            {
                holders[next[word]++] = number;
            }
        }
    }

    /// <summary>The words that a typed one begins.</summary>
    public Sought Beginning(string typed)
    {
        var from = First(word => string.CompareOrdinal(word, typed) >= 0);
        var to = First(word => string.CompareOrdinal(word, 0, typed, 0, typed.Length) > 0);
        return new Sought(from, to, from < to && words[from].Length == typed.Length);
    }

    /// <summary>Adds the words within one slip to what is sought.</summary>
    /// <returns>Whether there are any.</returns>
    public bool WithSlips(IReadOnlyList<string> typed, List<Sought> sought)
    {
        var any = false;
        for (var i = 0; i < typed.Count; i++)
        {
            var (word, plain) = (typed[i], sought[i]);
            if (word.Length >= ShortestWithSlip)
            {
                int[] slips =
                [
                    .. Enumerable.Range(0, words.Length).Where(at => !plain.Has(at) && EditDistance.Between(word, words[at], 1) <= 1),
                ];
                sought[i] = plain with { Slips = slips };
                any |= slips.Length > 0;
            }
        }

        return any;
    }

    /// <summary>The phrases that hold every word that is sought, in order.</summary>
    public IEnumerable<int> Holding(IReadOnlyList<Sought> sought)
    {
        var rarest = sought.Count == 0 ? default : sought.MinBy(Count);
        var candidates =
            sought.Count == 0 || Count(rarest) > begins.Length / Rare ? Enumerable.Range(0, begins.Length - 1) : Gathered(rarest);
        return candidates.Where(number => HoldsAll(number, sought));
    }

    /// <summary>Whether a phrase begins with the words that are sought, the last of them half typed.</summary>
    public bool Begins(int number, IReadOnlyList<Sought> sought)
    {
        var text = WordsOf(number);
        for (var i = 0; i < sought.Count; i++)
        {
            var isLast = i == sought.Count - 1;
            if (
                i >= text.Length
                || !(isLast ? text[i] >= sought[i].From && text[i] < sought[i].To : sought[i].Exact && text[i] == sought[i].From)
            )
            {
                return false;
            }
        }

        return true;
    }

    private bool HoldsAll(int number, IReadOnlyList<Sought> sought)
    {
        foreach (var one in sought)
        {
            var held = false;
            foreach (var word in WordsOf(number))
            {
                held |= one.Has(word);
            }

            if (!held)
            {
                return false;
            }
        }

        return true;
    }

    private int Count(Sought sought) =>
        lists[sought.To] - lists[sought.From] + (sought.Slips?.Sum(word => lists[word + 1] - lists[word]) ?? 0);

    private IEnumerable<int> Gathered(Sought sought)
    {
        // The lists of neighbouring words lie side by side.
        var gathered = holders[lists[sought.From]..lists[sought.To]]
            .Concat((sought.Slips ?? []).SelectMany(word => holders[lists[word]..lists[word + 1]]))
            .ToArray();
        Array.Sort(gathered);
        return gathered.Where((number, i) => i == 0 || number != gathered[i - 1]);
    }

    private ReadOnlySpan<int> WordsOf(int number) => texts.AsSpan(begins[number], begins[number + 1] - begins[number]);

    private int First(Func<string, bool> isPast)
    {
        var (from, to) = (0, words.Length);
        while (from < to)
        {
            var middle = (from + to) / 2;
            (from, to) = isPast(words[middle]) ? (from, middle) : (middle + 1, to);
        }

        return from;
    }

    /// <returns>The words in order, and the phrases one after another in numbers of words.</returns>
    private (string[] Words, int[] Texts) Read(Func<int, string> phrase)
    {
        var (known, read) = (new Dictionary<string, int>(StringComparer.Ordinal), new List<int>());
        var bySpan = known.GetAlternateLookup<ReadOnlySpan<char>>();
        Span<char> buffer = stackalloc char[TokenReader.BufferLength];
        for (var number = 0; number < begins.Length - 1; number++)
        {
            var reader = new TokenReader(phrase(number), buffer);
            while (reader.Next())
            {
                if (!bySpan.TryGetValue(reader.Word, out var word))
                {
                    bySpan[reader.Word] = word = known.Count;
                }

                read.Add(word);
            }

            begins[number + 1] = read.Count;
        }

        var sorted = known.Keys.ToArray();
        Array.Sort(sorted, StringComparer.Ordinal);
        var places = new int[sorted.Length];
        for (var place = 0; place < sorted.Length; place++)
        {
            places[known[sorted[place]]] = place;
        }

        return (sorted, [.. read.Select(word => places[word])]);
    }
}
