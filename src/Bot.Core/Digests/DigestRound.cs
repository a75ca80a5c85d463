using Bot.Core.Communities;
using Bot.Core.Conversation;
using Bot.Core.Delivery;
using Bot.Core.Journal;

namespace Bot.Core.Digests;

/// <summary>What is done each minute: what fell due is claimed, and what was claimed is sent.</summary>
public sealed class DigestRound(
    IDigests digests,
    ISlots slots,
    DigestSender sender,
    IEnumerable<IPlatform> platforms,
    Shelf shelf,
    FrozenSince frozen,
    FindZone zones,
    DigestRules rules,
    TimeProvider time,
    NoteFault note
)
{
    /// <summary>How many are sent at once on one platform: its limits are kept by its client, and who waits for one slow channel does not keep the others waiting.</summary>
    private const int AtOnce = 8;

    /// <summary>Nothing is done while the store was put back and nobody said that it may go on, nor before there is a story.</summary>
    public async Task Turn(CancellationToken cancellation)
    {
        if (shelf.Now.Stories.Count == 0 || await frozen(cancellation) is not null)
        {
            return;
        }

        foreach (var schedule in await digests.All(cancellation))
        {
            if (schedule.Paused is null && DueNow(schedule, time.GetUtcNow()) is { } slot)
            {
                await slots.Claim(slot, cancellation);
            }
        }

        await Send(cancellation);
    }

    /// <summary>One digest without waiting for its time.</summary>
    /// <returns>What became of the latest, which may be another that was about to be sent; null where its schedule is gone.</returns>
    public async Task<Slot?> Now(Schedule schedule, TimeZoneInfo zone, CancellationToken cancellation)
    {
        var now = time.GetUtcNow();
        await slots.Claim(Of(schedule, ToTheMinute(WallClock.At(zone, now)), now, Cause.Asked), cancellation);
        await Send(cancellation);
        return await slots.Latest(schedule.Community, schedule.Id, 1, cancellation) is [var latest] ? latest : null;
    }

    /// <summary>Sends what was claimed, until there is no more.</summary>
    private async Task Send(CancellationToken cancellation)
    {
        if (await frozen(cancellation) is null)
        {
            await Task.WhenAll(platforms.SelectMany(platform => Enumerable.Range(0, AtOnce).Select(_ => Send(platform, cancellation))));
        }
    }

    private async Task Send(IPlatform platform, CancellationToken cancellation)
    {
        while (await Next(platform, cancellation) is { } slot)
        {
            try
            {
                await sender.Send(platform, slot, cancellation);
            }
            catch (Exception fault) when (!cancellation.IsCancellationRequested)
            {
                // It is taken up again when the time it was taken for is over.
                note(fault, "sending a digest");
            }
        }
    }

    private ValueTask<Slot?> Next(IPlatform platform, CancellationToken cancellation)
    {
        var now = time.GetUtcNow();
        return slots.Take(platform.Name, now, now + DigestRules.Lease, cancellation);
    }

    private Slot? DueNow(Schedule schedule, DateTimeOffset now)
    {
        if (zones(schedule.Timing.Zone) is not { } zone)
        {
            return null;
        }

        if (Calendar.Due(schedule.Timing, zone, schedule.Since, schedule.LastDue, now) is { } due)
        {
            return schedule.Timing.At is null ? Hourly(schedule, zone, due, now) : Daily(schedule, due, now);
        }

        return schedule.Timing.AfterCorrections ? AfterCorrection(schedule, zone, now) : null;
    }

    private Slot Daily(Schedule schedule, DueTime due, DateTimeOffset now)
    {
        var slot = Of(schedule, due.Local, due.At, Cause.Time) with { Missed = due.Missed };
        return now - due.At <= rules.CatchUp ? slot : slot with { State = SlotState.Skipped, Why = DigestWords.TooLate(due.At, now) };
    }

    /// <summary>At an hour at which nothing is new nothing is due.</summary>
    private Slot? Hourly(Schedule schedule, TimeZoneInfo zone, DueTime due, DateTimeOffset now) =>
        shelf.Story(shelf.Now, schedule.Community) is { } story && DigestOf.Of(story, schedule.Progress, zone, now) is not null
            ? Of(schedule, due.Local, due.At, Cause.Time)
            : null;

    private Slot? AfterCorrection(Schedule schedule, TimeZoneInfo zone, DateTimeOffset now) =>
        shelf.Story(shelf.Now, schedule.Community) is { } story
        && DigestOf.Corrected(story, schedule.Progress) is { } corrected
        && corrected + rules.Grace is var at
        && at <= now
        && Calendar.QuietUntil(schedule.Timing, zone, now) is null
            ? Of(schedule, ToTheMinute(WallClock.At(zone, at)), at, Cause.Correction)
            : null;

    private static Slot Of(Schedule schedule, DateTime local, DateTimeOffset at, Cause cause) =>
        new()
        {
            Key = new SlotKey(schedule.Community, schedule.Place, schedule.Id, local),
            Cause = cause,
            At = at,
            NotBefore = at,
        };

    private static DateTime ToTheMinute(DateTime local) => local.AddTicks(-(local.Ticks % TimeSpan.TicksPerMinute));
}
