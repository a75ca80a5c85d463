namespace Bot.Core.Questions.Indexing;

/// <summary>A word as it stands in a text, in 32 bits: its term, which form of the term it is, and whether it has a capital letter.</summary>
internal readonly record struct Token
{
    private const int FormBits = 5;

    private readonly int bits;

    /// <param name="term">-1 when the index does not know the word.</param>
    /// <param name="word">In its normal form.</param>
    public Token(int term, ReadOnlySpan<char> word, bool isCapital)
    {
        var form = 0;
        foreach (var letter in word)
        {
            form = (form * 31) + letter;
        }

        form = (form ^ (form >> FormBits) ^ (form >> 10)) & ((1 << FormBits) - 1);
        bits = (term << (FormBits + 1)) | (form << 1) | (isCapital ? 1 : 0);
    }

    public int Term => bits >> (FormBits + 1);

    public bool IsCapital => (bits & 1) != 0;

    /// <summary>Whether both are the same word in the same form: "called" is not "calls". One pair of forms in 32 is not told apart.</summary>
    public bool IsSameForm(Token other) => (bits | 1) == (other.bits | 1) && Term >= 0;
}
