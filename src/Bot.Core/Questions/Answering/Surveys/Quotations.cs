using Bot.Core.Facts;
using Bot.Core.Questions.Understanding;

namespace Bot.Core.Questions.Answering.Surveys;

/// <summary>"Who is quoted", "list everyone who was quoted or named": each of whom the story has the very words.</summary>
internal static class Quotations
{
    private const int Most = 8;

    public static Draft? Apply(Case found)
    {
        if (!AreAsked(found))
        {
            return null;
        }

        var quoted = found.All().Where(fact => fact.Fact is Assertion or Account && fact.Fact.Quote is not null).Take(Most).ToList();
        return quoted.Count == 0 ? null : Draft.Answered(new Shape.Direct(), quoted, 0.8);
    }

    /// <summary>Nobody is named, and nothing that was said.</summary>
    private static bool AreAsked(Case found) =>
        found.Question is { YesNo: false, Negated: false, Mentions: [], Dates: [], Months.Count: 0 } question
        && question.Has(word => word is "quoted" or "quotes" or "quotations")
        && question.Has(word => word is "who" or "list" or "all" or "everyone" or "everybody")
        && question.Terms.All(term => IsOfAsking(found, term));

    private static bool IsOfAsking(Case found, Term term) =>
        found.Story.Index.Lexicon.Light.Contains(term.Shown)
        || term.Shown
            is "quoted"
                or "quotes"
                or "quotations"
                or "list"
                or "named"
                or "people"
                or "persons"
                or "everyone"
                or "everybody"
                or "parties";
}
