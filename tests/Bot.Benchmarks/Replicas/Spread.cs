using System.Diagnostics;

namespace Bot.Benchmarks.Replicas;

/// <summary>A change that is acknowledged, on its way to replicas.</summary>
internal sealed class Spread(int count)
{
    private int left = count;

    /// <summary>When it was acknowledged, as a timestamp.</summary>
    public long Since { get; } = Stopwatch.GetTimestamp();

    public TimeSpan Time => Stopwatch.GetElapsedTime(Since);

    /// <summary>One more has it; whether that was the last.</summary>
    public bool IsEverywhere() => --left == 0;
}
