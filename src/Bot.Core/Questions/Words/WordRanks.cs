using System.Collections.Frozen;

namespace Bot.Core.Questions.Words;

/// <summary>How common an English word is, from the shipped table (<c>ORIGIN.md</c> beside it).</summary>
public static class WordRanks
{
    /// <summary>The rank given to a word that is not in the table.</summary>
    public const int Unlisted = 100_000;

    private static readonly FrozenDictionary<string, int> Ranks = Read();
    private static readonly FrozenDictionary<string, int>.AlternateLookup<ReadOnlySpan<char>> BySpan = Ranks.GetAlternateLookup<
        ReadOnlySpan<char>
    >();

    /// <summary>1 for the most common word; <see cref="Unlisted"/> for one that is not in the table.</summary>
    public static int Of(ReadOnlySpan<char> word) => BySpan.TryGetValue(word, out var rank) ? rank : Unlisted;

    public static bool Knows(ReadOnlySpan<char> word) => BySpan.ContainsKey(word);

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
