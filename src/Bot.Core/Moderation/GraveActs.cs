using Bot.Core.Facts;
using Bot.Core.Journal;

namespace Bot.Core.Moderation;

/// <summary>What one moderator alone does not do, told by what it makes of a fact.</summary>
internal static class GraveActs
{
    /// <summary>Whether it confirms a fact, retracts it, or takes a retraction back.</summary>
    public static bool Has(StoryEvent happened) =>
        happened is StoryEvent.FactChanged { Before: var before, After: var after }
        && ((IsConfirmed(after) && !IsConfirmed(before)) || IsRetracted(before) != IsRetracted(after));

    /// <summary>Whether a fact would begin as confirmed.</summary>
    public static bool BeginsConfirmed(StoryEvent happened) => happened is StoryEvent.FactAdded added && IsConfirmed(added.Fact);

    private static bool IsConfirmed(Fact fact) => fact.Status == FactStatus.Confirmed;

    private static bool IsRetracted(Fact fact) => fact.Ended is { How: EndingKind.Retracted };
}
