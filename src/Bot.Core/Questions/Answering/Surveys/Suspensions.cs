using Bot.Core.Facts;
using Bot.Core.Questions.Understanding;

namespace Bot.Core.Questions.Answering.Surveys;

/// <summary>"What was suspended?": everything that was, then what limits it, then what was not.</summary>
internal static class Suspensions
{
    public static Draft? Apply(Case found)
    {
        var question = found.Question;
        if (IsBoth(question))
        {
            return List(found, exemptFirst: false);
        }

        var asked = question.Means("suspend") || (question.Means("continue") && question.Negated is false && question.Slot is null);
        if (!asked || question.YesNo || question.Slot is not null)
        {
            return null;
        }

        var rest = question.Terms.Where(term => term.Entity is null && !term.Means("suspend", "continue") && term.Weight >= 0.55f);
        return rest.Any(term => found.Spoken(term) && !IsOfAll(found, term))
            ? null
            : List(found, question.Negated || question.Means("continue"));
    }

    /// <param name="exemptFirst">What was not suspended is what was asked.</param>
    public static Draft? List(Case found, bool exemptFirst)
    {
        var suspended = Asked(found, [.. found.OfKind(FactKind.Suspension)]);
        var groups = new[]
        {
            (Heading: GroupHeading.Suspended, Facts: suspended),
            (Heading: GroupHeading.Limits, Facts: Of(found, FactKind.Limit, suspended)),
            (Heading: GroupHeading.NotSuspended, Facts: Of(found, FactKind.Exemption, suspended)),
        }
            .Where(group => group.Facts.Count > 0)
            .OrderBy(group => exemptFirst && group.Heading == GroupHeading.NotSuspended ? 0 : 1)
            .ToList();
        if (
            groups.Count == 0
            || (exemptFirst ? groups[0].Heading != GroupHeading.NotSuspended : groups[0].Heading != GroupHeading.Suspended)
        )
        {
            return null;
        }

        return Draft.Answered(
            new Shape.Suspended([.. groups.Select(group => new Group(group.Heading, [.. group.Facts.Select(fact => fact.Scored)]))]),
            [.. groups.SelectMany(group => group.Facts)],
            0.95
        );
    }

    /// <summary>"What did X suspend": what others suspended is not asked. Where X is not known to have, all are.</summary>
    private static List<Found> Asked(Case found, List<Found> all) =>
        found.Question.Doer is { } doer && all.FindAll(fact => found.By(fact.Fact, doer.Id)) is { Count: > 0 } theirs ? theirs : all;

    /// <summary>What limits those, or limits nothing in particular: a limit of something else is not asked.</summary>
    private static List<Found> Of(Case found, FactKind kind, List<Found> suspended) =>
        [
            .. found
                .OfKind(kind)
                .Where(fact =>
                    fact.Fact.Linked(LinkKind.Limits).ToList() is var limited
                    && (limited.Count == 0 || limited.Exists(id => suspended.Exists(other => other.Fact.Id == id)))
                ),
        ];

    /// <summary>A word that several of the facts on the suspension hold does not ask for one of them.</summary>
    private static bool IsOfAll(Case found, Term term)
    {
        var at = found.Question.Terms.ToList().IndexOf(term);
        return found.Facts.Holding(at, 0.9f).Count(fact => fact.Fact.Kind is FactKind.Suspension or FactKind.Limit) > 1;
    }

    /// <summary>"What's off and what's still on", "what's open and what's not".</summary>
    private static bool IsBoth(Question question) =>
        question.Double
        && question.Mentions.Count == 0
        && question.Has(word => word is "not" or "still" or "stay" or "stays" or "remain" or "remains" or "on")
        && question.Terms.All(term => term.Weight < 0.6f || term.Means("suspend", "continue", "open", "close", "ongoing"));
}
