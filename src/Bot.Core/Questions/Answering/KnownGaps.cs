namespace Bot.Core.Questions.Answering;

/// <summary>What the story says it does not know, when the question is nearer to that than to any fact.</summary>
internal static class KnownGaps
{
    public static Draft? Apply(Case found)
    {
        if (found.Gap is not { } gap || gap.Score < Thresholds.Gap || gap.Score < (found.Top?.Score ?? 0) + Thresholds.GapMargin)
        {
            return null;
        }

        var absence = found.Book.Story.Absent[gap.Target];
        var nearest = Draft.WithPartners(found, absence.Nearest.Select(id => found.Find(id)).OfType<Found>());
        var premise = found.Question.YesNo || found.Question.Slot is Slot.Cause;
        var shape = new Shape.KnownGap(absence);
        return premise && nearest.Count > 0 && found.Unknown.Count == 0
            ? Draft.Partly(shape, nearest, 0.4)
            : Draft.Abstained(AbstentionReason.NotInSources, shape, nearest, 0.2);
    }
}
