using Bot.Core.Facts;
using Bot.Core.Questions.Understanding;

namespace Bot.Core.Questions.Answering.Surveys;

/// <summary>Questions that a listing answers: what changed since a day, what happened in order, what it all rests on.</summary>
internal static class Listings
{
    private const int MostDated = 8;

    /// <summary>"Since yesterday?", "what changed since Monday?"</summary>
    public static Draft? Changes(Case found)
    {
        var question = found.Question;
        var since = question.Dates.FirstOrDefault(date => date.Role == DateRole.Since);
        return since is not null && (question.Asks("since") || question.Terms.Count == 0)
            ? Draft.Answered(new Shape.Changes(since.Date), [], 1)
            : null;
    }

    public static Draft? Chronology(Case found)
    {
        if (!found.Question.Asks("timeline") || found.Question.Terms.Any(term => term.Entity is null))
        {
            return null;
        }

        var dated = found
            .All()
            .Where(fact => fact.Fact is Assertion or NonAnswer && fact.Fact.SaidBy is not null && IsAnEvent(fact.Fact))
            .OrderBy(fact => fact.Fact.SaidBy)
            .Take(MostDated)
            .ToList();
        return dated.Count == 0 ? null : Draft.Answered(new Shape.Chronology(), dated, 1);
    }

    /// <summary>It happened on some day; or what was claimed is an event of the story by having been said.</summary>
    private static bool IsAnEvent(Fact fact) => fact.On is not null || (fact.SaidOn is not null && fact.Kind is FactKind.Claim);

    /// <summary>"What is not known?", with nothing in particular asked about.</summary>
    public static Draft? Gaps(Case found)
    {
        var gaps = found.Question.Asks("unknown") ? found.Book.Story.Absent.Where(found.Holds).ToList() : [];
        return gaps.Count > 0 && found.Question.Terms.All(term => Overview.IsWhatItIsAbout(found, term))
            ? Draft.Answered(new Shape.Gaps(gaps), [], 1)
            : null;
    }

    /// <summary>"Sources?", "how do you know?", with nothing in particular asked for.</summary>
    public static Draft? Sources(Case found) =>
        found.Question.Asks("sources") && found.Question.Terms.Count == 0 && found.Book.Sources.Count > 0
            ? Draft.Answered(new Shape.Sources(), [], 1)
            : null;
}
