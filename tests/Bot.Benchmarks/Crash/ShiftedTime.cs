namespace Bot.Benchmarks.Crash;

/// <summary>The time of a machine whose clock is wrong.</summary>
internal sealed class ShiftedTime(TimeSpan by) : TimeProvider
{
    public override DateTimeOffset GetUtcNow() => base.GetUtcNow() + by;
}
