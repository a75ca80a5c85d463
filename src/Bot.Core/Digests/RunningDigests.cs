using Bot.Core.Communities;
using Bot.Core.Conversation;

namespace Bot.Core.Digests;

/// <summary>What is done with digests that are set up: posted at once, paused, resumed and removed.</summary>
public sealed class RunningDigests(
    IDigests digests,
    DigestRound round,
    DigestReports reports,
    FrozenSince frozen,
    FindZone zones,
    TimeProvider time
)
{
    public async Task<Reply> Now(Schedule schedule, CancellationToken cancellation) =>
        schedule.Paused is { } paused ? new Refusal { Headline = DigestWords.IsPaused(paused) }
        : await frozen(cancellation) is { } restored ? new Refusal { Headline = DigestWords.Frozen(restored) }
        : zones(schedule.Timing.Zone) is not { } zone ? new Refusal { Headline = DigestWords.NoSuchZone(schedule.Timing.Zone) }
        : new Notice
        {
            Headline = await round.Now(schedule, zone, cancellation) is { } slot ? DigestWords.Became(slot) : DigestWords.IsGone,
        };

    /// <summary>What was paused before stays so, for the reason it was.</summary>
    public async Task<Reply> Pause(Schedule schedule, string? reason, CancellationToken cancellation)
    {
        var pause = schedule.Paused ?? new Pause(time.GetUtcNow(), PauseCause.Asked, DigestWords.PausedBy(reason));
        await digests.Save(schedule with { Paused = pause }, cancellation);
        return new Notice { Headline = DigestWords.NowPaused, Parts = [new Hint(pause.Reason)] };
    }

    public async Task<Reply> Resume(Schedule schedule, CancellationToken cancellation)
    {
        if (schedule.Paused is null)
        {
            return new Notice { Headline = DigestWords.Runs, Parts = [reports.Next(schedule)] };
        }

        var running = schedule with { Paused = null, Since = time.GetUtcNow() };
        await digests.Save(running, cancellation);
        return new Notice { Headline = DigestWords.GoesOn, Parts = [reports.Next(running)] };
    }

    public async Task<Reply> Remove(Schedule schedule, CancellationToken cancellation)
    {
        await digests.Remove(schedule.Community, schedule.Id, cancellation);
        return new Notice { Headline = DigestWords.Removed };
    }
}
