using Bot.Core.Communities;
using Bot.Core.Delivery;
using Bot.Core.Facts;

namespace Bot.Core.Digests;

/// <summary>The name of a schedule within its community: eight lower-case hex digits.</summary>
public readonly record struct ScheduleId(string Value)
{
    /// <summary>The name that follows from what made it, so that a repeated delivery makes no second one.</summary>
    public static ScheduleId Of(DeliveryId delivery) => new(Handles.Of($"schedule {delivery}"));

    public override string ToString() => Value;
}

/// <summary>Digests in one place, as a moderator wants them, and how far they are.</summary>
public sealed record Schedule
{
    public required ScheduleId Id { get; init; }
    public required CommunityId Community { get; init; }
    public required PlaceId Place { get; init; }
    public required Timing Timing { get; init; }

    /// <summary>Who set it up, and is told when it fails.</summary>
    public required PersonKey By { get; init; }

    /// <summary>When it was set up, changed or resumed: what was due before is not made up for.</summary>
    public required DateTimeOffset Since { get; init; }

    /// <summary>Null while it runs.</summary>
    public Pause? Paused { get; init; }

    /// <summary>The last time that fell due, as the clocks of its zone showed it; null: none since it was set up.</summary>
    public DateTime? LastDue { get; init; }
    public Progress Progress { get; init; } = Progress.None;
}

/// <summary>Why nothing is posted.</summary>
/// <param name="Reason">In whole sentences.</param>
public sealed record Pause(DateTimeOffset At, PauseCause Cause, string Reason);

/// <summary>What made a pause.</summary>
public enum PauseCause
{
    /// <summary>A moderator wants it.</summary>
    Asked,

    /// <summary>Nothing could be posted for too long.</summary>
    Failing,
}

/// <summary>How far a schedule is.</summary>
public sealed record Progress
{
    /// <summary>Nothing was posted yet.</summary>
    public static Progress None { get; } = new();

    /// <summary>Up to where what happened was told; null: nothing was yet.</summary>
    public Covered? Covered { get; init; }

    /// <summary>The local time of a digest of which nobody knows whether it arrived; what it said is said again in the next.</summary>
    public DateTime? Unsure { get; init; }

    /// <summary>Null while posting works.</summary>
    public Failing? Failing { get; init; }
}

/// <summary>What readers of a place were told.</summary>
/// <param name="Story">Of which story: another one is begun anew.</param>
/// <param name="Position">The last position of the journal of which they were told.</param>
/// <param name="PostedAt">When something was last said.</param>
/// <param name="IsFinal">It was said that the story is closed.</param>
public sealed record Covered(StorySlug Story, long Position, DateTimeOffset PostedAt, bool IsFinal);

/// <summary>A place in which nothing can be posted.</summary>
/// <param name="Since">When it was first refused.</param>
/// <param name="Why">What is wrong and what to do.</param>
/// <param name="Told">Who set it up was told.</param>
public sealed record Failing(DateTimeOffset Since, string Why, bool Told);
