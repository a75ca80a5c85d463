namespace Bot.Wire;

/// <summary>What timers need to be told.</summary>
public static class Timers
{
    /// <summary>Timers count whole milliseconds and forget the rest: this is as long, and at most a millisecond more, so that none wakes too early.</summary>
    public static TimeSpan Whole(TimeSpan wait) => TimeSpan.FromMilliseconds(Math.Ceiling(wait.TotalMilliseconds));
}
