using Bot.Core.Facts;

namespace Bot.Core.Questions.Answering;

/// <summary>No fact fits: the sentence of a document that does, quoted as such. A sentence that facts rest on is theirs to tell.</summary>
internal static class FromPassages
{
    public static Draft? Apply(Case found)
    {
        if (found.Passages.Count == 0)
        {
            return null;
        }

        var (best, chance) = (found.Story.Index.PassageList[found.Passages[0].Number], found.Passages[0].Chance);
        return chance >= Thresholds.Passage && !IsTold(found, best) ? Draft.Answered(new Shape.FromPassage(), [], chance)
            : found.Book.Facts.Count == 0 ? Draft.Nothing(found) with { Confidence = chance }
            : null;
    }

    private static bool IsTold(Case found, Passage passage) =>
        found.Book.Facts.Any(fact =>
            fact.RestsOn.Any(evidence => evidence.Seed == passage.Seed && evidence.Passage.Start == passage.Start)
        );
}
