using Bot.Core.Facts;

namespace Bot.Core.Questions.Answering;

/// <summary>What a moderator can do about an answer or a silence: for each way an answer can be built, what would change it.</summary>
internal static class Remedies
{
    public static IEnumerable<Remedy> Of(Answer answer, Case found) => OfShape(answer, found.Book).Concat(OfWords(found));

    private static IEnumerable<Remedy> OfShape(Answer answer, FactBook book) =>
        answer.Shape switch
        {
            Shape.Unreadable
            or Shape.AnotherLanguage
            or Shape.NotOursToSay
            or Shape.Sources
            or Shape.Changes
            or Shape.Gaps
            or Shape.Withdrawn
            or Shape.Overview
            or Shape.Chronology => [],
            _ when book.Facts.Count == 0 => [new Remedy.BeginFacts()],
            Shape.NotNamed => [new Remedy.AddFact(), new Remedy.AddGap()],
            Shape.KnownGap gap => [new Remedy.CloseGap(gap.Absence.Id)],
            Shape.SlotMissing missing => [new Remedy.FillIn(answer.Facts[0].Fact.Id, missing.Slot), new Remedy.AddGap()],
            Shape.NotGiven => [new Remedy.FillIn(answer.Facts[0].Fact.Id, null)],
            Shape.NotSaid or Shape.NothingNear or Shape.PassageNear or Shape.FromPassage =>
            [
                new Remedy.AddPhrasing(Answered: false),
                new Remedy.AddFact(),
                new Remedy.AddGap(),
            ],
            Shape.PremiseFails or Shape.NothingLater or Shape.Declined or Shape.Responses { Groups.Count: 0 } => [new Remedy.AddFact()],
            _ => [new Remedy.AddPhrasing(Answered: true)],
        };

    private static IEnumerable<Remedy> OfWords(Case found)
    {
        if (found.Unknown.Count > 0)
        {
            yield return new Remedy.AddName(found.Unknown);
        }

        if (found.Question.Words.FirstOrDefault(word => word.Typed is not null) is { } mended)
        {
            yield return new Remedy.AddWord(mended.Typed!);
        }
    }
}
