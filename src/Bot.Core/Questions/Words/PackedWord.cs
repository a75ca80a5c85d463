namespace Bot.Core.Questions.Words;

/// <summary>A short word as one number: five bits a letter, so that words are told apart without reading them.</summary>
internal static class PackedWord
{
    private const int Most = 12;
    private const int Bits = 5;

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

        return packed;
    }
}
