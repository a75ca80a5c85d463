namespace Bot.Core.Questions.Answering;

/// <summary>No fact fits: the sentence of a document that does, quoted as such. A sentence that facts rest on is theirs to tell.</summary>
internal static class FromPassages
{
    public static Draft? Apply(Case found)
    {
        if (found.Passages.Count == 0 || found.Passages[0] is not { Coverage: >= Thresholds.Passage } best)
        {
            return null;
        }

        var passage = found.Story.Index.PassageList[best.Number];
        return found.Book.Facts.Any(fact =>
            fact.RestsOn.Any(evidence => evidence.Passage.Start == passage.Start && evidence.Seed == passage.Seed)
        )
            ? null
            : Draft.Answered(new Shape.FromPassage(), [], best.Coverage);
    }
}
