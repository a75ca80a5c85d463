using System.Globalization;
using Bot.Core.Communities;
using Bot.Core.Delivery;
using Bot.Core.Facts;

namespace Bot.Core.Digests;

/// <summary>Names one digest: whoever claims it sends it, and nobody else ever does.</summary>
/// <param name="Local">By the clocks of the schedule's zone, to the minute.</param>
public readonly record struct SlotKey(CommunityId Community, PlaceId Place, ScheduleId Schedule, DateTime Local)
{
    /// <summary>What makes its post. The community is in it, since a platform may know all posts of the bot by this.</summary>
    public DeliveryId Delivery => new($"digest {Community} {Schedule} {LocalText}");

    public string LocalText => TextOf(Local);

    /// <summary>"2026-06-01T09:00".</summary>
    public static string TextOf(DateTime local) => local.ToString("yyyy-MM-dd'T'HH:mm", CultureInfo.InvariantCulture);

    public static DateTime LocalOf(string text) =>
        DateTime.ParseExact(text, "yyyy-MM-dd'T'HH:mm", CultureInfo.InvariantCulture, DateTimeStyles.None);
}

/// <summary>What made a digest due.</summary>
public enum Cause
{
    /// <summary>Its time came.</summary>
    Time,

    /// <summary>Something was corrected.</summary>
    Correction,

    /// <summary>A moderator wants it at once.</summary>
    Asked,
}

/// <summary>How far a digest is.</summary>
public enum SlotState
{
    /// <summary>It is to be sent.</summary>
    Due,

    /// <summary>Somebody sends it; when their time is over they are taken for dead.</summary>
    Taken,

    /// <summary>The platform refused it, and it is tried again.</summary>
    Failing,

    /// <summary>It is there.</summary>
    Sent,

    /// <summary>There was nothing to say.</summary>
    Quiet,

    /// <summary>It was not sent, for a reason that is kept.</summary>
    Skipped,

    /// <summary>Nobody knows whether it arrived, and nobody can find out.</summary>
    Unknown,
}

/// <summary>One digest that fell due: what is to be done, and what became of it.</summary>
public sealed record Slot
{
    public required SlotKey Key { get; init; }
    public required Cause Cause { get; init; }

    /// <summary>The moment of its time.</summary>
    public required DateTimeOffset At { get; init; }

    /// <summary>How many others that nobody saw to it does for.</summary>
    public int Missed { get; init; }
    public SlotState State { get; init; } = SlotState.Due;

    /// <summary>Not before this moment is it taken (again).</summary>
    public required DateTimeOffset NotBefore { get; init; }

    /// <summary>How often it was taken. Who took it an earlier time has no say any more.</summary>
    public int Tries { get; init; }

    /// <summary>The story and the position up to which it tells; null before it was first sent.</summary>
    public (StorySlug Story, long Position)? UpTo { get; init; }

    /// <summary>Why it is as it is, in whole sentences; null where that needs no saying.</summary>
    public string? Why { get; init; }

    public bool IsOpen => State is SlotState.Due or SlotState.Taken or SlotState.Failing;
}
