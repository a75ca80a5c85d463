namespace Bot.Core.Questions.Indexing;

/// <summary>A handful of terms, each once. Asking whether it holds one is mostly a look at a single bit, for it is asked more often than anything else.</summary>
public sealed class FewWords
{
    private const int Bits = 64;

    private readonly int[] words;

    /// <summary>A bit for the lowest six of each word.</summary>
    private readonly ulong held;

    public FewWords(IEnumerable<int> terms)
    {
        words = [.. terms.Distinct()];
        foreach (var word in words)
        {
            held |= Bit(word);
        }
    }

    public static FewWords None { get; } = new([]);

    public int Count => words.Length;

    public bool Contains(int term) => (held & Bit(term)) != 0 && words.AsSpan().Contains(term);

    private static ulong Bit(int term) => 1UL << (term & (Bits - 1));
}
