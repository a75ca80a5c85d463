using System.Diagnostics;

namespace Bot.Benchmarks.Journals;

/// <summary>How long something took, on the clock and of all processors together, and how long of it the collecting of memory held it up.</summary>
internal readonly record struct Cost(TimeSpan Wall, TimeSpan Cpu, TimeSpan Paused)
{
    public static async Task<Cost> Of(Func<Task> work)
    {
        GC.Collect();
        using var process = Process.GetCurrentProcess();
        var (started, cpu, paused) = (Stopwatch.GetTimestamp(), process.TotalProcessorTime, GC.GetTotalPauseDuration());
        await work();
        process.Refresh();
        return new Cost(Stopwatch.GetElapsedTime(started), process.TotalProcessorTime - cpu, GC.GetTotalPauseDuration() - paused);
    }

    public static Cost operator -(Cost left, Cost right) => new(left.Wall - right.Wall, left.Cpu - right.Cpu, left.Paused - right.Paused);

    public string Beside(Cost other) => $"{Wall / other.Wall:0.00} of the time, {Cpu / other.Cpu:0.00} of the processor time of rows alone";

    public override string ToString() => $"{Wall.TotalSeconds:0.0} s ({Cpu.TotalSeconds:0.0} s of processors)";
}
