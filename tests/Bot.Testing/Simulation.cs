using Microsoft.Extensions.Time.Testing;

namespace Bot.Testing;

/// <summary>
/// One thread and a fake clock: what awaits goes on only when it is let, in order, so that the same script gives the same run. It holds as long as what runs in it
/// stays on its context.
/// </summary>
public sealed class Simulation : SynchronizationContext
{
    /// <summary>How finely time passes: what is due within one step happens in one go.</summary>
    private static readonly TimeSpan Step = TimeSpan.FromMilliseconds(50);
    private readonly Queue<(SendOrPostCallback Go, object? State)> ready = new();

    public FakeTimeProvider Time { get; } = new(new DateTimeOffset(2026, 6, 1, 9, 0, 0, TimeSpan.Zero));

    public override void Post(SendOrPostCallback d, object? state)
    {
        lock (ready)
        {
            ready.Enqueue((d, state));
        }
    }

    /// <summary>Starts something and lets it go as far as it comes.</summary>
    public Task Start(Func<Task> work)
    {
        var started = Within(work);
        Settle();
        return started;
    }

    /// <summary>Does all that can be done without time passing.</summary>
    public void Settle()
    {
        while (true)
        {
            (SendOrPostCallback Go, object? State) next;
            lock (ready)
            {
                if (!ready.TryDequeue(out next))
                {
                    return;
                }
            }

            Within(() =>
            {
                next.Go(next.State);
                return 0;
            });
        }
    }

    public void Pass(TimeSpan span)
    {
        Settle();
        for (var left = span; left > TimeSpan.Zero; left -= Step)
        {
            Time.Advance(left < Step ? left : Step);
            Settle();
        }
    }

    /// <summary>Lets time pass until something holds.</summary>
    public void PassUntil(Func<bool> holds, TimeSpan most)
    {
        Settle();
        for (var end = Time.GetUtcNow() + most; !holds(); )
        {
            (Time.GetUtcNow() < end).ShouldBeTrue($"it did not come to that within {most}");
            Pass(Step);
        }
    }

    private T Within<T>(Func<T> work)
    {
        var before = Current;
        SetSynchronizationContext(this);
        try
        {
            return work();
        }
        finally
        {
            SetSynchronizationContext(before);
        }
    }
}
