using Bot.Core.Facts;
using Bot.Core.Questions.Ranking;

namespace Bot.Core.Questions.Answering.Parties;

/// <summary>"What has X done?", "what did X do to Y?", "what did X say?": parties were named and nothing else; what X did or said that concerns Y.</summary>
internal static class OfParty
{
    private const int Deeds = 4;
    private const int Words = 8;

    public static Draft? Apply(Case found)
    {
        var question = found.Question;
        var says = question.Terms.Any(term => term.Means("say"));
        if (
            question.Doer is not { } party
            || question.YesNo
            || question.Slot is not null
            || Untold.AsksShare(question)
            || question.Terms.Any(term => term.Entity is null && !term.Means("say"))
        )
        {
            return null;
        }

        var others = question.Mentions.Select(mention => mention.Entity.Id).Where(id => id != party.Id).ToHashSet();
        var theirs = found
            .By(party)
            .Where(fact => fact.Fact is not Account && (says ? IsWordOf(found, fact.Fact, party) : fact.Fact.Actors.Contains(party.Id)))
            .Where(fact => others.Count == 0 || fact.Fact.About.Any(id => others.Contains(id) || IsPartOf(found.Book[id], others)))
            .Take(says ? Words : Deeds)
            .ToList();
        return theirs.Count == 0 ? null : Draft.Answered(new Shape.Direct(), theirs, 0.7);
    }

    /// <summary>Also that he did not answer.</summary>
    private static bool IsWordOf(Case found, Fact fact, Entity party) =>
        found.SaidBy(fact, party.Id) || (fact is NonAnswer && found.By(fact, party.Id));

    private static bool IsPartOf(Entity entity, HashSet<EntityId> wholes) => entity.Of is { } whole && wholes.Contains(whole);
}
