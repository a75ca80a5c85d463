using Bot.Core.Facts;

namespace Bot.Core.Questions.Answering;

/// <summary>"What has X done?": a party was named and nothing else; what it did or said, best first.</summary>
internal static class OfParty
{
    private const int Most = 4;

    public static Draft? Apply(Case found)
    {
        var question = found.Question;
        if (
            question.Doer is not { } party
            || question.YesNo
            || question.Slot is not null
            || question.Terms.Any(term => term.Entity?.Id != party.Id)
        )
        {
            return null;
        }

        var theirs = found.All().Where(fact => fact.Fact is not Account && fact.Fact.Actors.Contains(party.Id)).Take(Most).ToList();
        return theirs.Count == 0 ? null : Draft.Answered(new Shape.Direct(), theirs, 0.7);
    }
}
