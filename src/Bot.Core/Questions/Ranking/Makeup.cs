using Bot.Core.Facts;
using Bot.Core.Questions.Words;

namespace Bot.Core.Questions.Ranking;

/// <summary>
/// The sentences of an index as they stand: all their words in order. Each is read when it is first asked about. It may lie over another, whose
/// sentences come before its own.
/// </summary>
internal sealed class Makeup(IReadOnlyList<Passage> passages, TermTable terms, Makeup? below = null)
{
    /// <summary>A word that leans on what was said before stands among the first so many.</summary>
    private const int LeaningWords = 7;

    /// <summary>A capitalised first word is a name when it is rarer than this.</summary>
    private const int CommonWords = 3000;

    /// <summary>The number of the first passage of its own.</summary>
    private readonly int first = below?.count ?? 0;
    private readonly int count = passages.Count;
    private readonly Token[]?[] tokens = new Token[passages.Count - (below?.count ?? 0)][];

    public WordSorts Sorts { get; } = new(terms, below?.Sorts);

    /// <summary>All words of a sentence in order, stop words too.</summary>
    public ReadOnlySpan<Token> Tokens(int passage) =>
        passage < first ? below!.Tokens(passage) : tokens[passage - first] ??= Read(passages[passage].Text);

    public bool IsRare(Token token) => token.Term < 0 || terms.Rank(token.Term) > CommonWords;

    public bool IsStop(Token token) => token.Term >= 0 && terms.IsStop(token.Term);

    /// <summary>Whether the sentence begins with a word that stands for something named before: "He", "In 1893 it", "This city".</summary>
    public bool Leans(int passage)
    {
        var sentence = Tokens(passage);
        foreach (var token in sentence[..Math.Min(LeaningWords, sentence.Length)])
        {
            if (Sorts.Leans(token.Term))
            {
                return true;
            }
        }

        return false;
    }

    private Token[] Read(string text)
    {
        var read = new List<Token>();
        Span<char> buffer = stackalloc char[TokenReader.BufferLength];
        var reader = new TokenReader(text, buffer);
        while (reader.Next())
        {
            read.Add(new Token(terms.Find(reader.Word), reader.Word, char.IsUpper(text[reader.Start])));
        }

        return [.. read];
    }
}
