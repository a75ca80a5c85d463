namespace Bot.Core.Questions.Answering;

/// <summary>No fact fits: the sentence of a document that does, quoted as such.</summary>
internal static class FromPassages
{
    public static Draft? Apply(Case found)
    {
        if (found.Passages.Count == 0)
        {
            return null;
        }

        var chance = found.Passages[0].Coverage;
        return chance >= Thresholds.Passage ? Draft.Answered(new Shape.FromPassage(), [], chance)
            : found.Book.Facts.Count == 0 ? Draft.Nothing(found) with { Confidence = chance }
            : null;
    }
}
