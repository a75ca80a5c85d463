namespace Bot.Testing;

/// <summary>
/// The machine's clock, slowed down: a test of what a platform gives two or three seconds for does not fail on a machine that has other things to do. It starts at the
/// real time, and whatever shares one of these agrees on the hour.
/// </summary>
public sealed class UnhurriedTime : TimeProvider
{
    /// <summary>How many real seconds one second takes.</summary>
    private const int Stretch = 4;

    /// <summary>What a timer of .NET takes at most, in milliseconds.</summary>
    private const double Longest = uint.MaxValue - 1;

    private readonly DateTimeOffset start = System.GetUtcNow();
    private readonly long from = System.GetTimestamp();

    public override long TimestampFrequency => System.TimestampFrequency * Stretch;

    public override DateTimeOffset GetUtcNow() => start + GetElapsedTime(from);

    public override long GetTimestamp() => System.GetTimestamp();

    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period) =>
        new Slowed(System.CreateTimer(callback, state, Real(dueTime), Real(period)));

    /// <summary>What stands for never stays so.</summary>
    private static TimeSpan Real(TimeSpan span) =>
        span > TimeSpan.Zero ? TimeSpan.FromMilliseconds(Math.Min(span.TotalMilliseconds * Stretch, Longest)) : span;

    private sealed class Slowed(ITimer real) : ITimer
    {
        public bool Change(TimeSpan dueTime, TimeSpan period) => real.Change(Real(dueTime), Real(period));

        public void Dispose() => real.Dispose();

        public ValueTask DisposeAsync() => real.DisposeAsync();
    }
}
