using Bot.Core.Facts;

namespace Bot.Core.Questions.Answering;

/// <summary>What somebody thinks or says was asked, and all we have of them is that they did not answer.</summary>
internal static class Declined
{
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
        return silences.Count == 0 ? null : Draft.Abstained(AbstentionReason.NonAnswer, new Shape.Declined(subject), silences, 0.3);
    }
}
