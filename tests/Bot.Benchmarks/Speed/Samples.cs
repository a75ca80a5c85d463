using System.Diagnostics;

namespace Bot.Benchmarks.Speed;

/// <summary>Times of one thing done many times.</summary>
internal sealed class Samples
{
    private readonly List<TimeSpan> times = [];

    public TimeSpan Median => At(0.5);
    public TimeSpan P99 => At(0.99);
    public TimeSpan Most => At(1);
    public int Count => times.Count;

    public void Add(TimeSpan time) => times.Add(time);

    /// <summary>Does it, and keeps how long it took.</summary>
    public T Time<T>(Func<T> work)
    {
        var started = Stopwatch.GetTimestamp();
        var done = work();
        times.Add(Stopwatch.GetElapsedTime(started));
        return done;
    }

    /// <inheritdoc cref="Time{T}(Func{T})" />
    public T Time<TGiven, T>(TGiven given, Func<TGiven, T> work)
    {
        var started = Stopwatch.GetTimestamp();
        var done = work(given);
        times.Add(Stopwatch.GetElapsedTime(started));
        return done;
    }

    private TimeSpan At(double share) => times.Count == 0 ? TimeSpan.Zero : times.Order().ElementAt((int)(share * (times.Count - 1)));
}
