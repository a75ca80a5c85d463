using Bot.Core.Questions.Words;

namespace Bot.Core.Questions.Ranking;

/// <summary>What one document holds of a question.</summary>
/// <param name="From">The number of its first sentence.</param>
/// <param name="To">The number after its last.</param>
/// <param name="Title">What its title holds of each term.</param>
/// <param name="Held">A bit for each of the question's words that any sentence holds.</param>
/// <param name="HeldOnce">The same for those that one sentence holds and no other.</param>
internal sealed record DocumentView(int From, int To, float[] Title, ulong Held, ulong HeldOnce)
{
    public static DocumentView None { get; } = new(0, 0, [], 0, 0);

    /// <summary>The document of the sentence looked at.</summary>
    public static DocumentView Of(PassageView view, TermMatcher matcher)
    {
        var from = view.Number - view.Passage.Number;
        var seed = view.Index.Book[view.Passage.Seed];
        var to = from + seed.Passages.Count;
        return new DocumentView(
            from,
            to,
            CreditsOf(seed.Title, view, matcher),
            view.Wording.Where(term => First(term, from) < to),
            view.Wording.Where(term => First(term, from) is var first && first < to && First(term, first + 1) >= to)
        );

        int First(int term, int at) => term >= 0 && view.Index.Passages.Next(term, at) is >= 0 and var next ? next : int.MaxValue;
    }

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
