using System.Collections.Frozen;

namespace Bot.Core.Questions.Words;

/// <summary>How common an English word is, from the shipped table (<c>ORIGIN.md</c> beside it).</summary>
public static class WordRanks
{
    /// <summary>The rank given to a word that is not in the table.</summary>
    public const int Unlisted = 100_000;

    /// <summary>Words up to this rank everybody uses: with a capital letter at the start of a sentence they are no names, and they tell English.</summary>
    public const int Common = 3_000;

    /// <summary>A shorter rest says little: "hamas" is no plural. What a verb ends in says more.</summary>
    private const int ShortestBase = 5;
    private const int ShortestVerb = 4;

    private static readonly string[] Endings = ["s", "es", "d", "ed", "ing", "ly", "er", "ers", "est", "ness"];

    /// <summary>The table has words as Americans write them, and only the commoner ones otherwise.</summary>
    private static readonly (string British, string American)[] Spellings =
    [
        ("our", "or"),
        ("ise", "ize"),
        ("yse", "yze"),
        ("isation", "ization"),
        ("ising", "izing"),
        ("ysing", "yzing"),
    ];
    private static readonly FrozenDictionary<string, int> Ranks = Read();
    private static readonly FrozenDictionary<string, int>.AlternateLookup<ReadOnlySpan<char>> BySpan = Ranks.GetAlternateLookup<
        ReadOnlySpan<char>
    >();

    /// <summary>1 for the most common word; <see cref="Unlisted"/> for one that is not in the table.</summary>
    public static int Of(ReadOnlySpan<char> word) => BySpan.TryGetValue(word, out var rank) ? rank : Unlisted;

    public static bool Knows(ReadOnlySpan<char> word) => BySpan.ContainsKey(word);

    /// <summary>Whether the table has the word, or the word that it is an inflection of: "cowards", "bylined".</summary>
    public static bool KnowsForm(ReadOnlySpan<char> word)
    {
        if (Knows(word))
        {
            return true;
        }

        foreach (var ending in Endings)
        {
            if (
                word.Length >= ending.Length + (ending is "ed" or "ing" ? ShortestVerb : ShortestBase)
                && word.EndsWith(ending, StringComparison.Ordinal)
                && Knows(word[..^ending.Length])
            )
            {
                return true;
            }
        }

        return (word.EndsWith("ies", StringComparison.Ordinal) && word.Length > ShortestBase && Knows($"{word[..^3]}y")) || IsBritish(word);
    }

    /// <summary>"Rumour", of which the table has "rumor".</summary>
    private static bool IsBritish(ReadOnlySpan<char> word)
    {
        foreach (var (british, american) in Spellings)
        {
            if (
                word.IndexOf(british, StringComparison.Ordinal) is > 1 and var at
                && Knows($"{word[..at]}{american}{word[(at + british.Length)..]}")
            )
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>Zipf's idea of an idf: 0.1 for the commonest word, 9.2 for an unlisted one.</summary>
    public static float Rarity(ReadOnlySpan<char> word) => Rarity(Of(word));

    /// <inheritdoc cref="Rarity(ReadOnlySpan{char})" />
    public static float Rarity(int rank) => MathF.Log(1 + (rank / 10f));

    private static FrozenDictionary<string, int> Read()
    {
        using var stream = typeof(WordRanks).Assembly.GetManifestResourceStream("words.txt")!;
        using var reader = new StreamReader(stream);
        var ranks = new Dictionary<string, int>(30_000, StringComparer.Ordinal);
        while (reader.ReadLine() is { } word)
        {
            ranks.TryAdd(word, ranks.Count + 1);
        }

        return ranks.ToFrozenDictionary(StringComparer.Ordinal);
    }
}
