using Bot.Core.Facts;

namespace Bot.Core.Questions.Answering;

/// <summary>The best facts, if they are near enough; partly, where something keeps them from being a plain answer.</summary>
internal static class FromFacts
{
    private const int Most = 4;

    public static Draft? Apply(Case found)
    {
        if (found.Top is not { Score: >= Thresholds.Answers, Match.Content: >= Thresholds.Content } top)
        {
            return null;
        }

        var together = found
            .Facts.Where(fact => fact.Score >= top.Score - Thresholds.Together && fact.Score >= Thresholds.Answers)
            .Where(fact => fact.Fact is not Account)
            .Take(Most)
            .ToList();
        together = [.. together, .. SaidWith(found, together).Take(Most - together.Count)];
        return together.Count == 0 ? null : Reservations.Of(found, together) ?? Draft.Answered(new Shape.Direct(), together, top.Score);
    }

    /// <summary>What was said in one breath with the best fact, and nearly fits as well.</summary>
    private static IEnumerable<Found> SaidWith(Case found, IReadOnlyList<Found> facts) =>
        facts.Count == 0
            ? []
            : found.Facts.Where(fact =>
                fact.Score >= facts[0].Score - Thresholds.SaidWith
                && fact.Fact.Kind == facts[0].Fact.Kind
                && facts.All(other => other.Target != fact.Target)
                && fact.Fact.Linked(LinkKind.SaidWith).Contains(facts[0].Fact.Id)
            );

    /// <summary>Not near enough to answer, near enough to be shown with the words that our sources do not say just that.</summary>
    public static Draft? Nearest(Case found)
    {
        var near = found.Facts.Where(fact => fact.Score >= Thresholds.Nearly && fact.Fact is not Account).Take(2).ToList();
        if (near.Count == 0 && found.Question.Subject is { } subject && !found.Question.YesNo)
        {
            near =
            [
                .. found
                    .Facts.Where(fact => fact.Fact is not Account && found.By(fact.Fact, subject.Id) && fact.Score >= Thresholds.Near)
                    .Take(2),
            ];
            return near.Count == 0 ? null : Draft.Partly(new Shape.NotSaid(), near, near[0].Score * 0.5);
        }

        return near.Count == 0 || near[0].Match!.Coverage < Thresholds.NearlyCovers || near[0].Match!.Content < Thresholds.ContentNearly
            ? null
            : Draft.Partly(new Shape.NotSaid(), near, near[0].Score * 0.6);
    }
}
