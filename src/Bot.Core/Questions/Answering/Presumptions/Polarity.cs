using System.Text.RegularExpressions;
using Bot.Core.Facts;
using Bot.Core.Questions.Understanding;

namespace Bot.Core.Questions.Answering.Presumptions;

/// <summary>"When did they pay?", where the fact says that they will not: what was asked takes the deed for granted.</summary>
internal static partial class Polarity
{
    private static readonly string[] Refusing = ["decline", "deny", "reject", "continue", "fail", "respond", "say"];

    public static Draft? Of(Case found, IReadOnlyList<Found> facts)
    {
        var question = found.Question;
        var presumes = question.Slot is Slot.Date or Slot.Cause or Slot.Manner or Slot.Place;
        if (!question.Negated && IsQuoted(question) && NotDone().IsMatch(facts[0].Fact.Quote ?? facts[0].Fact.Says))
        {
            return Draft.Partly(new Shape.PremiseFails(Premise.NotDone), facts, facts[0].Score * 0.7);
        }

        return
            presumes
            && !question.Negated
            && !Refusing.Any(question.Means)
            && facts[0] is { Fact: Assertion { Action: { } action }, Match.Asked: < Thresholds.Declared }
            && (Negation().IsMatch(action) || Markers.Mean(action, found.Story.Index, "reject", "deny", "decline"))
            ? Draft.Partly(new Shape.PremiseFails(Premise.NotDone), facts, facts[0].Score * 0.7)
            : null;
    }

    /// <summary>"What did X mean when he said that they do it", where X said that they do not.</summary>
    private static bool IsQuoted(Question question)
    {
        var when = question.First(word => word == "when");
        return when > 0
            && question.Words.Skip(when + 1).Take(3).Any(word => word.Normal is "said" or "says" or "claimed" or "stated" or "promised");
    }

    [GeneratedRegex(
        @"\b(?:do|does|did|will|would|have|has) not\b|n['\u2019]t\b|\bnever\b",
        RegexOptions.CultureInvariant | RegexOptions.IgnoreCase
    )]
    private static partial Regex NotDone();

    [GeneratedRegex(@"\b(?:not|never|no)\b", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase)]
    private static partial Regex Negation();
}
