using Bot.Core.Facts;

namespace Bot.Core.Questions.Answering;

/// <summary>How an answer is found: the first of these rules that has one gives it.</summary>
internal static class Rules
{
    public static IReadOnlyList<(string Name, Func<Case, Draft?> Rule)> All { get; } =
    [
        ("nothing readable", Unreadable),
        ("another language", AnotherLanguage),
        ("accounts differ", Contested.Apply),
        ("not ours to say", NotOursToSay),
        ("overview", Overview.Apply),
        ("withdrawn", Withdrawn),
        ("responses", Responding.Apply),
        ("premise", Premises.Apply),
        ("known gap", KnownGaps.Apply),
        ("name not in the story", NotNamed),
        ("what was suspended", Suspensions.Apply),
        ("facts", FromFacts.Apply),
        ("passages", FromPassages.Apply),
    ];

    private static Draft? Unreadable(Case found) =>
        found.Question.Words.Count == 0 ? Draft.Abstained(AbstentionReason.OutsideStory, new Shape.Unreadable(), []) : null;

    private static Draft? AnotherLanguage(Case found)
    {
        if (found.Question.ForeignLanguage.Length == 0)
        {
            return null;
        }

        var named = found.Question.Mentions.Select(mention => mention.Entity.Id).ToHashSet();
        var nearest = found.All().Where(fact => fact.Fact is Assertion && fact.Fact.Actors.Any(named.Contains)).Take(1).ToList();
        return Draft.Abstained(AbstentionReason.NotRead, new Shape.AnotherLanguage(found.Question.ForeignLanguage), nearest);
    }

    private static Draft? NotOursToSay(Case found)
    {
        if (!found.Question.Asks("opinion"))
        {
            return null;
        }

        var responses = found
            .All()
            .Where(fact => fact.Fact.Kind is FactKind.Response or FactKind.NonAnswer or FactKind.Assessment)
            .ToList();
        var nearest = responses
            .OrderByDescending(fact => fact.Score)
            .ThenByDescending(fact => fact.Fact.Linked(LinkKind.RespondsTo).Any())
            .Take(4);
        return Draft.Abstained(AbstentionReason.OutsideStory, new Shape.NotOursToSay(), [.. found.Order(nearest)]);
    }

    private static Draft? Withdrawn(Case found) =>
        found.Ended.Count > 0
        && found.Ended[0] is { Fact.Ended.How: EndingKind.Retracted or EndingKind.Corrected, Score: >= Thresholds.Answers } ended
        && ended.Score > (found.Top?.Score ?? 0) + Thresholds.Together
            ? Draft.Abstained(AbstentionReason.Withdrawn, new Shape.Withdrawn(), [])
            : null;

    /// <summary>A name or number the story nowhere holds: whatever else matches, it is about something else.</summary>
    private static Draft? NotNamed(Case found)
    {
        var unknown = found.Unknown;
        if (unknown.Count == 0 || (found.Book.Facts.Count == 0))
        {
            return null;
        }

        var nearest = found.Facts.Where(fact => fact.Score >= Thresholds.Near && fact.Fact is not Account).Take(2).ToList();
        return Draft.Abstained(
            nearest.Count > 0 ? AbstentionReason.NotInSources : AbstentionReason.OutsideStory,
            new Shape.NotNamed(unknown),
            nearest,
            0.1
        );
    }
}
