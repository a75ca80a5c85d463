using System.Diagnostics;

namespace Bot.Benchmarks.Replicas;

/// <summary>A change that is acknowledged, on its way to replicas.</summary>
internal sealed class Spread(int count)
{
    private readonly long since = Stopwatch.GetTimestamp();
    private int left = count;

    public TimeSpan Time => Stopwatch.GetElapsedTime(since);

    /// <summary>One more has it; whether that was the last.</summary>
    public bool IsEverywhere() => --left == 0;
}
