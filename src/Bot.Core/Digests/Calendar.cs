namespace Bot.Core.Digests;

/// <summary>
/// When a digest falls due. Counted is in times as the clocks of the zone show them, and a time counts once: so the skipped hour and the doubled hour give one digest each, and
/// rules of a zone that change between two runs give none twice.
/// </summary>
public static class Calendar
{
    /// <summary>The most days that are looked through for the next time: each weekday comes within them, whatever the clocks do.</summary>
    private const int Ahead = 9;

    /// <summary>What is due now: the last time that came. Null: nothing that was not due before.</summary>
    /// <param name="since">When the timing was set: what came before it is none of its.</param>
    /// <param name="last">The last time that was due.</param>
    public static DueTime? Due(Timing timing, TimeZoneInfo zone, DateTimeOffset since, DateTime? last, DateTimeOffset now)
    {
        var local = WallClock.At(zone, now);
        if (timing.At is not { } time)
        {
            var hour = local.Date.AddHours(local.Hour);
            return Counts(timing, hour) && hour > last.GetValueOrDefault() && WallClock.First(zone, hour) is var at && at > since
                ? new DueTime(hour, at, Missed: 0)
                : null;
        }

        for (var day = local.Date.AddDays(1); last is null || day >= last.Value.Date; day = day.AddDays(-1))
        {
            var slot = day + time.ToTimeSpan();
            if (slot.AddDays(2) < WallClock.At(zone, since) || slot <= last.GetValueOrDefault())
            {
                return null;
            }

            if (Counts(timing, slot) && WallClock.First(zone, slot) is var at && at <= now)
            {
                return at > since ? new DueTime(slot, at, Missed(timing, zone, since, last, slot)) : null;
            }
        }

        return null;
    }

    /// <summary>When it falls due next, after now.</summary>
    public static DateTimeOffset Next(Timing timing, TimeZoneInfo zone, DateTime? last, DateTimeOffset now)
    {
        var local = WallClock.At(zone, now);
        var (from, step, steps) = timing.At is { } time
            ? (local.Date + time.ToTimeSpan(), TimeSpan.FromDays(1), Ahead)
            : (local.Date.AddHours(local.Hour), TimeSpan.FromHours(1), Ahead * 24);
        return Enumerable
            .Range(0, steps)
            .Select(count => from + (count * step))
            .Where(slot => Counts(timing, slot) && slot > last.GetValueOrDefault())
            .Select(slot => WallClock.First(zone, slot))
            .FirstOrDefault(at => at > now, now + (steps * step));
    }

    /// <summary>The end of the quiet hours, where it is within them now; null where it is not.</summary>
    public static DateTimeOffset? QuietUntil(Timing timing, TimeZoneInfo zone, DateTimeOffset now)
    {
        var local = WallClock.At(zone, now);
        if (timing.Quiet is not { } quiet || !quiet.Holds(TimeOnly.FromDateTime(local)))
        {
            return null;
        }

        var end = local.Date + quiet.Until.ToTimeSpan();
        return WallClock.First(zone, end > local ? end : end.AddDays(1));
    }

    /// <summary>How many came between the last and this one, of which none was seen.</summary>
    private static int Missed(Timing timing, TimeZoneInfo zone, DateTimeOffset since, DateTime? last, DateTime slot)
    {
        var (count, set) = (0, WallClock.At(zone, since));
        for (var before = slot.AddDays(-1); before > last.GetValueOrDefault() && before > set; before = before.AddDays(-1))
        {
            count += Counts(timing, before) ? 1 : 0;
        }

        return count;
    }

    private static bool Counts(Timing timing, DateTime slot) =>
        timing.Days.HasFlag(TimingText.Of(slot.DayOfWeek))
        && (timing.At is not null || timing.Quiet?.Holds(TimeOnly.FromDateTime(slot)) != true);
}

/// <summary>A time at which a digest is due.</summary>
/// <param name="Local">As the clocks of the zone show it.</param>
/// <param name="At">When that is.</param>
/// <param name="Missed">How many came before it that nobody saw to; it does for them too.</param>
public sealed record DueTime(DateTime Local, DateTimeOffset At, int Missed);
