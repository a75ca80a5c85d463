namespace Bot.Wire;

/// <summary>How often something happened within the last while. Times are since any fixed moment.</summary>
public sealed class Rolling(TimeSpan within)
{
    private readonly Queue<TimeSpan> times = new();

    public void Add(TimeSpan now) => times.Enqueue(now);

    public int Count(TimeSpan now)
    {
        while (times.TryPeek(out var first) && first + within <= now)
        {
            times.Dequeue();
        }

        return times.Count;
    }

    /// <summary>How long until the first of them is forgotten. There must be one.</summary>
    public TimeSpan UntilOneLess(TimeSpan now) => times.Peek() + within - now;
}
