using Bot.Core.Facts;
using Bot.Core.Journal;

namespace Bot.Core.Moderation;

/// <summary>What one moderator alone does not do, told by what it makes of a fact.</summary>
internal static class GraveActs
{
    /// <summary>Whether it would confirm a fact, retract it, or take a retraction back.</summary>
    public static bool Has(StoryEvent happened, StorySnapshot story) =>
        happened switch
        {
            StoryEvent.FactChanged changed => Takes(changed.Before, changed.After),
            StoryEvent.FactReturned returned => Takes(story.GivenOrHeld(returned.Fact)?.Fact, story.Below?.Book.Find(returned.Fact)),
            StoryEvent.FactAdded added => IsConfirmed(added.Fact),
            _ => false,
        };

    /// <summary>Whether such an act, or its undoing, lies between two states of a fact.</summary>
    public static bool AreApart(Fact? one, Fact? other) =>
        one is not null && other is not null && (IsConfirmed(one) != IsConfirmed(other) || IsRetracted(one) != IsRetracted(other));

    /// <summary>To say that a fact is not confirmed after all takes one.</summary>
    private static bool Takes(Fact? before, Fact? after) =>
        before is not null
        && after is not null
        && ((IsConfirmed(after) && !IsConfirmed(before)) || IsRetracted(before) != IsRetracted(after));

    private static bool IsConfirmed(Fact fact) => fact.Status == FactStatus.Confirmed;

    private static bool IsRetracted(Fact fact) => fact.Ended is { How: EndingKind.Retracted };
}
