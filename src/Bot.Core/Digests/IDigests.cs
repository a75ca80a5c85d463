using Bot.Core.Communities;

namespace Bot.Core.Digests;

/// <summary>The schedules of all communities.</summary>
public interface IDigests
{
    /// <summary>All there are, by community and id.</summary>
    ValueTask<IReadOnlyList<Schedule>> All(CancellationToken cancellation);

    /// <summary>Those of a community, the oldest first.</summary>
    ValueTask<IReadOnlyList<Schedule>> OfCommunity(CommunityId community, CancellationToken cancellation);

    /// <summary>Null for one that is not there (any more).</summary>
    ValueTask<Schedule?> Find(CommunityId community, ScheduleId id, CancellationToken cancellation);

    /// <summary>Writes down what people decide of a schedule: all but its progress. One that is there already is changed.</summary>
    ValueTask Save(Schedule schedule, CancellationToken cancellation);

    /// <summary>Removes a schedule with all its slots.</summary>
    /// <returns>Whether it was there.</returns>
    ValueTask<bool> Remove(CommunityId community, ScheduleId id, CancellationToken cancellation);
}

/// <summary>The digests that fell due: claimed once, then an outbox that whoever comes first works off.</summary>
public interface ISlots
{
    /// <summary>
    /// Writes a slot down, once and for all. Of a schedule one is open at a time: one that the platform refused makes room, and says why in its place; one that is to be sent, or
    /// being sent, does not.
    /// </summary>
    /// <returns>Whether it is new. False also where its schedule is gone.</returns>
    ValueTask<bool> Claim(Slot slot, CancellationToken cancellation);

    /// <summary>
    /// Takes the next that is to be sent: the one due first, and of many communities that have some due at once each in turn. Who took one before and has not settled it by the
    /// time they had is taken for dead.
    /// </summary>
    /// <param name="platform">What the ids of the communities begin with, before the colon.</param>
    /// <param name="until">How long it is the taker's.</param>
    ValueTask<Slot?> Take(string platform, DateTimeOffset now, DateTimeOffset until, CancellationToken cancellation);

    /// <summary>Notes what a slot is about to tell, before it is sent.</summary>
    /// <returns>False where it is not the taker's any more.</returns>
    ValueTask<bool> Begin(Slot taken, CancellationToken cancellation);

    /// <summary>Notes what became of a slot, and of its schedule with it, in one go.</summary>
    /// <param name="settled">As it was taken, with what is other now.</param>
    /// <returns>False where it is not the taker's any more, and nothing was noted.</returns>
    ValueTask<bool> Settle(Slot settled, Progress progress, CancellationToken cancellation);

    /// <summary>The latest of a schedule, the newest first.</summary>
    ValueTask<IReadOnlyList<Slot>> Latest(CommunityId community, ScheduleId schedule, int most, CancellationToken cancellation);
}

/// <summary>How long what became of digests is kept.</summary>
public static class SlotKeeping
{
    /// <summary>After this time a slot that is done with goes, when a later one of its schedule is settled.</summary>
    public static readonly TimeSpan Kept = TimeSpan.FromDays(90);

    internal const string MadeRoom = "It could not be posted, and a later digest says what it would have said.";

    /// <summary>What is written of a slot that makes room for a later one.</summary>
    public static string MadeRoomFor(string? why) => why is null ? MadeRoom : $"{MadeRoom} {why}";
}
