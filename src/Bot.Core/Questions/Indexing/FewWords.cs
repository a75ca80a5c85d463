namespace Bot.Core.Questions.Indexing;

/// <summary>A handful of terms, each once. What is asked of it is mostly told by a look at a few bits, for it is asked more often than anything else.</summary>
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

    /// <summary>How many it has in common with others.</summary>
    public int Shared(FewWords others)
    {
        var shared = 0;
        var both = held & others.held;
        foreach (var word in both == 0 ? [] : words.AsSpan())
        {
            shared += (both & Bit(word)) != 0 && others.Has(word) ? 1 : 0;
        }

        return shared;
    }

    // Plain on purpose: of so few words a search made for many takes longer.
    private bool Has(int word)
    {
        foreach (var other in words)
        {
            if (other == word)
            {
                return true;
            }
        }

        return false;
    }

    private static ulong Bit(int term) => 1UL << (term & (Bits - 1));
}
