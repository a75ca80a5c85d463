using Bot.Core.Facts;
using Bot.Core.Journal;

namespace Bot.Core.Moderation.Drafting;

/// <summary>How it stands, by who says it. It never begins as confirmed: that takes two moderators.</summary>
internal static class ReadStatus
{
    public static ProposedFact Apply(ProposedFact fact, StorySnapshot story) =>
        fact.Sheet.Status is { } settled
            ? settled == FactStatus.Confirmed
                ? fact.Lacks(DraftWords.NeverConfirmed)
                : fact with
                {
                    Status = settled,
                }
            : (fact with { Status = Guess(fact) }).Doubt(DraftField.Status);

    private static FactStatus Guess(ProposedFact fact) =>
        fact.Kind is FactKind.Figure ? FactStatus.Estimate
        : fact.Kind is FactKind.Response or FactKind.Outlook or FactKind.Assessment ? FactStatus.Stated
        : fact.Speaker is GivenSpeaker.Itself || fact.Kind is FactKind.NonAnswer ? FactStatus.Reported
        : ReadKind.IsOwn(fact) ? FactStatus.OwnAccount
        : FactStatus.Alleged;
}
