using Bot.Core.Facts;

namespace Bot.Core.Questions.Answering;

/// <summary>What the story says it does not know, when the question is nearer to that than to any fact.</summary>
internal static class KnownGaps
{
    public static Draft? Apply(Case found)
    {
        if (
            found.Gap is not { Score: >= Thresholds.Gap, Content: >= Thresholds.Content } gap
            || gap.Score < (found.Top?.Match!.Score ?? 0) + Thresholds.GapMargin
        )
        {
            return null;
        }

        return Of(found, found.Book.Story.Absent[gap.Target]);
    }

    /// <summary>Where the facts lack what was asked for, a reviewed sentence on just that is better.</summary>
    public static Draft? Instead(Case found, Draft reserved) =>
        reserved.Shape is Shape.SlotMissing or Shape.NotGiven or Shape.NotSaid
        && found.Gap is { Score: >= Thresholds.GapInstead, Content: >= Thresholds.Content } gap
            ? Of(found, found.Book.Story.Absent[gap.Target])
            : null;

    public static Draft Of(Case found, Absence absence)
    {
        var nearest = absence.Nearest.Select(id => found.Find(id)).OfType<Found>().ToList();
        var shape = new Shape.KnownGap(absence);
        return nearest.Count > 0 && IsPartlyCovered(found)
            ? Draft.Partly(shape, nearest, 0.4)
            : Draft.Abstained(AbstentionReason.NotInSources, shape, nearest, 0.2);
    }

    /// <summary>
    /// What lies near bears on a deed, a cause or a date that was asked about. It does not on what somebody is asked to have said, nor on
    /// a party that the story nowhere names.
    /// </summary>
    private static bool IsPartlyCovered(Case found)
    {
        var question = found.Question;
        return found.Unknown.Count == 0
            ? (question.YesNo && !question.Means("say")) || question.Slot is Slot.Cause or Slot.Date or Slot.Place
            : question.Double;
    }
}
