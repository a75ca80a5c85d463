using Bot.Core.Facts;
using Bot.Core.Questions.Understanding;

namespace Bot.Core.Questions.Answering.Parties;

/// <summary>What somebody thinks or says was asked, and all we have of them is that they did not answer.</summary>
internal static class Declined
{
    private static readonly string[] Saying = ["say", "respond", "decline", "deny", "support", "praise", "criticise"];

    public static Draft? Apply(Case found)
    {
        if (
            found.Question.Subject is not { } subject
            || found.Top is { Match.Held: >= Thresholds.Covers }
            || (found.Top is { Score: >= Thresholds.Answers, Match.Content: >= Thresholds.Content } top && found.By(top.Fact, subject.Id))
        )
        {
            return null;
        }

        var silences = found.OfKind(FactKind.NonAnswer).Where(fact => fact.Fact.Actors.Contains(subject.Id)).ToList();
        return silences.Count == 0 || (!AsksForWords(found.Question) && HasDeeds(found, subject))
            ? null
            : Draft.Abstained(AbstentionReason.NonAnswer, new Shape.Declined(subject), silences, 0.3);
    }

    private static bool AsksForWords(Question question) => Saying.Any(question.Means);

    /// <summary>Somebody who did not answer one question may have done much.</summary>
    private static bool HasDeeds(Case found, Entity subject) =>
        found.Facts.Any(fact => fact.Fact is not NonAnswer && fact.Fact.Actors.Contains(subject.Id));
}
