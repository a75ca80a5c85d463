using Bot.Core.Questions.Indexing;
using Bot.Core.Questions.Words;

namespace Bot.Core.Questions.Ranking;

/// <summary>What one document holds of a question.</summary>
/// <param name="From">The number of its first sentence.</param>
/// <param name="To">The number after its last.</param>
/// <param name="Title">What its title holds of each term.</param>
/// <param name="Held">A bit for each of the question's words that any sentence holds.</param>
internal sealed record DocumentView(int From, int To, float[] Title, ulong Held)
{
    public static DocumentView None { get; } = new(0, 0, [], 0);

    /// <summary>The document of the sentence looked at.</summary>
    public static DocumentView Of(PassageView view, TermMatcher matcher)
    {
        var from = view.Number - view.Passage.Number;
        var seed = view.Index.Book[view.Passage.Seed];
        var to = from + seed.Passages.Count;
        var held = view.Wording.Where(term => Holds(view.Index, term, from, to));
        return new DocumentView(from, to, CreditsOf(seed.Title, view, matcher), held);
    }

    /// <summary>The words held by one sentence of the document and by no other.</summary>
    /// <param name="sentence">The number of the sentence.</param>
    public ulong OnlyIn(int sentence, PassageView view) =>
        view.Wording.Where(term => Holds(view.Index, term, sentence, sentence + 1))
        & ~view.Wording.Where(term => Holds(view.Index, term, From, sentence) || Holds(view.Index, term, sentence + 1, To));

    private static bool Holds(StoryIndex index, int term, int from, int to) =>
        term >= 0 && index.Passages.Next(term, from) is >= 0 and var next && next < to;

    private static float[] CreditsOf(string title, PassageView view, TermMatcher matcher)
    {
        var found = new float[view.English.Length];
        Span<char> buffer = stackalloc char[TokenReader.BufferLength];
        var reader = new TokenReader(title, buffer);
        while (reader.Next())
        {
            matcher.Credit([view.Index.Terms.Find(reader.Word)], found);
        }

        return found;
    }
}
