namespace Bot.Core.Questions.Answering;

/// <summary>No fact fits: the sentence of a document that does, quoted as such.</summary>
internal static class FromPassages
{
    public static Draft? Apply(Case found)
    {
        if (found.Passages.Count == 0 || found.Passages[0].Coverage < Thresholds.Passage)
        {
            return null;
        }

        return Draft.Answered(new Shape.FromPassage(), [], found.Passages[0].Coverage);
    }
}
