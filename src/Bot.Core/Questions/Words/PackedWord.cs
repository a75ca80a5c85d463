namespace Bot.Core.Questions.Words;

/// <summary>
/// A short word as one number: five bits a letter, so that words are told apart without reading them, then spread over all bits, so that tables of
/// them seldom collide.
/// </summary>
internal static class PackedWord
{
    private const int Most = 12;
    private const int Bits = 5;

    /// <summary>Odd, and so no two words come to the same number (Fibonacci hashing; Knuth, vol. 3, 6.4).</summary>
    private const ulong Spread = 0x9E3779B97F4A7C15;

    /// <summary>The number of a word of at most twelve letters from a to z; 0 for any other.</summary>
    public static ulong Of(ReadOnlySpan<char> word)
    {
        if (word.Length > Most)
        {
            return 0;
        }

        var packed = 0ul;
        foreach (var c in word)
        {
            if (!char.IsAsciiLetterLower(c))
            {
                return 0;
            }

            packed = (packed << Bits) | (uint)(c - 'a' + 1);
        }

        return packed * Spread;
    }
}
