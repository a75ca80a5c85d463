using Bot.Core.Digests;

namespace Bot.Testing.Digests.Clock;

/// <summary>When a digest should come, found by watching the clocks of the zone minute by minute, and by nothing that the program does.</summary>
internal static class Expected
{
    /// <summary>For each day that is wanted the first moment at which the clocks there show the time or a later one of that day, after the beginning.</summary>
    public static IReadOnlyList<(DateTime Local, DateTimeOffset At)> Slots(
        Timing timing,
        Func<DateTimeOffset, TimeZoneInfo> rules,
        DateTimeOffset from,
        DateTimeOffset to
    )
    {
        var slots = new List<(DateTime Local, DateTimeOffset At)>();
        var next = Shown(from).Date + timing.At!.Value.ToTimeSpan();
        while (Shown(from) >= next)
        {
            next = next.AddDays(1);
        }

        for (var now = from; now <= to; now = now.AddMinutes(1))
        {
            for (var shown = Shown(now); shown >= next; next = next.AddDays(1))
            {
                if (timing.Days.HasFlag(Day(next.DayOfWeek)))
                {
                    slots.Add((next, now));
                }
            }
        }

        return slots;

        DateTime Shown(DateTimeOffset moment) => TimeZoneInfo.ConvertTime(moment, rules(moment)).DateTime;
    }

    private static Weekdays Day(DayOfWeek day) => Enum.Parse<Weekdays>(day.ToString());
}
