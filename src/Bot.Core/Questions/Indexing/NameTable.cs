using Bot.Core.Questions.Words;

namespace Bot.Core.Questions.Indexing;

/// <summary>
/// The names of entities. Longer names are compared by stems; a name of one word must stand as it is, but for a plural s, so that
/// "protests" does not name the protesters. A table may lie over another, which it shares and leaves as it is.
/// </summary>
public sealed class NameTable
{
    private readonly PhraseTable phrases;
    private readonly HashSet<string> single = new(StringComparer.Ordinal);
    private readonly HashSet<string>.AlternateLookup<ReadOnlySpan<char>> bySpan;

    private readonly NameTable? below;

    internal NameTable(TermTable terms, NameTable? below = null)
    {
        this.below = below;
        phrases = new PhraseTable(terms, few: below is not null);
        bySpan = single.GetAlternateLookup<ReadOnlySpan<char>>();
    }

    public void Add(string name, int marker)
    {
        phrases.Add(name, marker);
        Span<char> buffer = stackalloc char[TokenReader.BufferLength];
        var reader = new TokenReader(name, buffer);
        if (reader.Next())
        {
            var word = Singular(reader.Word).ToString();
            if (!reader.Next())
            {
                single.Add(word);
            }
        }
    }

    /// <summary>Whether any name begins with a word of this stem.</summary>
    public bool CanBegin(int term) => phrases.CanBegin(term) || below?.CanBegin(term) is true;

    /// <summary>Whether the word alone is a name.</summary>
    public bool IsName(ReadOnlySpan<char> word) => bySpan.Contains(Singular(word)) || below?.IsName(word) is true;

    /// <summary>The longest name that begins at <paramref name="at"/>, as <see cref="PhraseTable.Longest"/> gives it.</summary>
    /// <param name="isName">What <see cref="IsName"/> says of the word there.</param>
    public (int[] Markers, int Length) Longest(ReadOnlySpan<int> words, int at, bool isName)
    {
        var longest = words[at] < 0 ? ([], 0) : Longest(words, at);
        return longest.Length == 1 && !isName ? ([], 0) : longest;
    }

    private (int[] Markers, int Length) Longest(ReadOnlySpan<int> words, int at)
    {
        var own = phrases.Longest(words, at);
        var others = below?.Longest(words, at) ?? ([], 0);
        return own.Length == 0 || others.Length > own.Length ? others
            : others.Length == own.Length ? ([.. others.Markers, .. own.Markers], own.Length)
            : own;
    }

    private static ReadOnlySpan<char> Singular(ReadOnlySpan<char> word) =>
        word.Length > 3 && word[^1] == 's' && word[^2] is not ('s' or 'u' or 'i') ? word[..^1] : word;
}
