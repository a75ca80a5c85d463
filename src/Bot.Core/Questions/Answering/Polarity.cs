using System.Text.RegularExpressions;
using Bot.Core.Facts;

namespace Bot.Core.Questions.Answering;

/// <summary>"When did they pay?", where the fact says that they will not: what was asked takes the deed for granted.</summary>
internal static partial class Polarity
{
    private static readonly string[] Refusing = ["decline", "deny", "reject", "continue", "fail", "respond", "say"];

    public static Draft? Of(Case found, IReadOnlyList<Found> facts)
    {
        var question = found.Question;
        var presumes = question.Slot is Slot.Date or Slot.Cause or Slot.Manner or Slot.Place;
        return
            presumes
            && !question.Negated
            && !Refusing.Any(question.Means)
            && facts[0] is { Fact: Assertion { Action: { } action }, Match.Asked: < Thresholds.Declared }
            && Negation().IsMatch(action)
            ? Draft.Partly(new Shape.PremiseFails(Premise.NotDone), facts, facts[0].Score * 0.7)
            : null;
    }

    [GeneratedRegex(
        @"\b(?:not|never|no|refuse[ds]?|declined?|den(?:y|ies|ied)|reject(?:s|ed)?|rule[ds]? out)\b",
        RegexOptions.CultureInvariant | RegexOptions.IgnoreCase
    )]
    private static partial Regex Negation();
}
