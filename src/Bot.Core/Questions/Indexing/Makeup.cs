using Bot.Core.Facts;
using Bot.Core.Questions.Words;

namespace Bot.Core.Questions.Indexing;

/// <summary>
/// The sentences of an index as they stand: all their words in order. Each is read when it is first asked about. It may lie over another, whose
/// sentences come before its own.
/// </summary>
internal sealed class Makeup(IReadOnlyList<Passage> passages, TermTable terms, Makeup? below = null)
{
    /// <summary>The number of the first passage of its own.</summary>
    private readonly int first = below?.count ?? 0;
    private readonly int count = passages.Count;
    private readonly Token[]?[] tokens = new Token[passages.Count - (below?.count ?? 0)][];

    private readonly int[]?[] meant = new int[passages.Count - (below?.count ?? 0)][];

    /// <summary>By the first passage of a seed: the names that its text says are one.</summary>
    private readonly Alias[]?[] aliases = new Alias[passages.Count - (below?.count ?? 0)][];

    public WordSorts Sorts { get; } = new(terms, below?.Sorts);

    /// <summary>All words of a sentence in order, stop words too.</summary>
    public ReadOnlySpan<Token> Tokens(int passage) =>
        passage < first ? below!.Tokens(passage) : tokens[passage - first] ??= Read(passages[passage].Text);

    /// <summary>The terms of the names that a sentence means without giving them: of what it leans on, and other names of what it names.</summary>
    public ReadOnlySpan<int> Meant(int passage) =>
        passage < first
            ? below!.Meant(passage)
            : meant[passage - first] ??= [.. Antecedents.Of(passage, passages, this), .. OtherNames(passage)];

    public bool IsStop(Token token) => token.Term >= 0 && terms.IsStop(token.Term);

    /// <summary>
    /// Whether a name begins or goes on at a word: it has a capital letter and is no stop word or day; the first of a sentence only where it is rare,
    /// or the second has a capital too.
    /// </summary>
    public bool IsName(ReadOnlySpan<Token> sentence, int at) =>
        sentence[at].IsCapital
        && !IsStop(sentence[at])
        && !Sorts.IsDate(sentence[at].Term)
        && (at > 0 || IsRare(sentence[0]) || (sentence.Length > 1 && sentence[1].IsCapital && !IsStop(sentence[1])));

    private IEnumerable<int> OtherNames(int passage)
    {
        var start = passage - passages[passage].Number;
        foreach (var (one, other) in aliases[start - first] ??= AliasesFrom(start))
        {
            if (one.All(term => Holds(passage, term)))
            {
                foreach (var term in other)
                {
                    yield return term;
                }
            }
            else if (other.All(term => Holds(passage, term)))
            {
                foreach (var term in one)
                {
                    yield return term;
                }
            }
        }
    }

    private Alias[] AliasesFrom(int start)
    {
        var found = new List<Alias>();
        for (var at = start; at < count && passages[at].Seed == passages[start].Seed; at++)
        {
            found.AddRange(Aliases.In(passages[at].Text, terms));
        }

        return [.. found];
    }

    private bool Holds(int passage, int term)
    {
        foreach (var token in Tokens(passage))
        {
            if (token.Term == term)
            {
                return true;
            }
        }

        return false;
    }

    private bool IsRare(Token token) => token.Term < 0 || terms.Rank(token.Term) > WordRanks.Common;

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
