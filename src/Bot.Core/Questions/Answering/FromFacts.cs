using Bot.Core.Facts;

namespace Bot.Core.Questions.Answering;

/// <summary>The best facts, if they are near enough and hold what was asked for; partly, if they lack just that.</summary>
internal static class FromFacts
{
    private const int Most = 4;

    public static Draft? Apply(Case found)
    {
        if (found.Top is not { } top || top.Score < Thresholds.Answers)
        {
            return null;
        }

        var together = found
            .Facts.Where(fact =>
                fact.Score >= top.Score - Thresholds.Together && fact.Score >= Thresholds.Answers && fact.Fact is not Account
            )
            .Take(Most)
            .ToList();
        if (together.Count == 0)
        {
            return null;
        }

        if (Lacking(found, together) is { } slot)
        {
            return Draft.Partly(new Shape.SlotMissing(slot), Reasons(found, slot, together), top.Score * 0.6);
        }

        var ageing = together[0].Fact.Holds == Holding.Ongoing && found.Question.YesNo && found.Question.Means("ongoing");
        return ageing ? Draft.Partly(new Shape.Direct(), together, top.Score) : Draft.Answered(new Shape.Direct(), together, top.Score);
    }

    /// <summary>What was asked for and the facts do not hold.</summary>
    private static Slot? Lacking(Case found, IReadOnlyList<Found> facts) =>
        found.Question.Slot switch
        {
            Slot.Number when !facts.Any(fact => fact.Fact.Figure is not null) => Slot.Number,
            Slot.Date
                when !facts.Any(fact => fact.Fact.On is { From: not null } || (fact.Fact.SaidOn is not null && fact.Fact.On is null)) =>
                Slot.Date,
            Slot.Cause when !facts.Any(fact => fact.Fact.Linked(LinkKind.Explains).Any()) => Slot.Cause,
            Slot.Place when !facts.Any(fact => fact.Fact.Where is not null || NamesPlace(found, fact.Fact)) => Slot.Place,
            _ => null,
        };

    private static bool NamesPlace(Case found, Fact fact) => fact.About.Any(id => found.Book[id].Kind == EntityKind.Place);

    /// <summary>Where no cause is given, what came before is shown as just that.</summary>
    private static IReadOnlyList<Found> Reasons(Case found, Slot slot, IReadOnlyList<Found> facts)
    {
        if (slot != Slot.Cause)
        {
            return facts;
        }

        var ids = facts.Select(fact => fact.Fact.Id).ToHashSet();
        var explained = found.All().Where(fact => fact.Fact.Linked(LinkKind.Explains).Any(ids.Contains)).ToList();
        var before = found.All().Where(fact => fact.Fact.Linked(LinkKind.EarlierThan).Any(ids.Contains) && fact.Fact is Assertion);
        return [.. explained, .. facts, .. before.Take(3)];
    }
}
