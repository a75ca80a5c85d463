using Bot.Core.Facts;

namespace Bot.Core.Questions.Answering.Presumptions;

/// <summary>A name or number the story nowhere holds: whatever else matches, it is about something else.</summary>
internal static class NotNamed
{
    public static Draft? Apply(Case found)
    {
        var unknown = found.Unknown.Count > 0 ? found.Unknown : OfficeOfNobody(found);
        if (unknown.Count == 0 || found.Book.Facts.Count == 0)
        {
            return null;
        }

        var shape = new Shape.NotNamed(unknown);
        var nearest = found.Facts.From(Thresholds.Near).Where(fact => fact.Fact is not Account).Take(2).ToList();
        if (nearest.Count > 0 && found.Question.Double)
        {
            return Draft.Partly(shape, [nearest[0]], nearest[0].Score * 0.5);
        }

        return Draft.Abstained(
            nearest.Count > 0 || found.IsInStory || found.HoldsAny ? AbstentionReason.NotInSources : AbstentionReason.OutsideStory,
            shape,
            nearest,
            0.1
        );
    }

    /// <summary>"And the prime minister?", with nothing else asked.</summary>
    private static IReadOnlyList<string> OfficeOfNobody(Case found) =>
        found.Question.Terms.Where(term => !term.Means("say", "respond")).ToList() is [var only] && Offices.IsOfNobody(found, only)
            ? [only.Shown]
            : [];
}
