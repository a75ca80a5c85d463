using System.Collections.Concurrent;

namespace Bot.Wire;

/// <summary>Work that goes on after something was answered. Whoever stops lets it come to its end, for as long as they wait.</summary>
public sealed class WorkInHand : IDisposable
{
    private readonly ConcurrentDictionary<Task, bool> running = new();
    private readonly CancellationTokenSource stopping = new();

    /// <summary>Cancelled when it is not waited for any longer.</summary>
    public CancellationToken Stopping => stopping.Token;

    /// <summary>Begins something, and holds up whoever begins it no further than that.</summary>
    /// <param name="work">Given <see cref="Stopping"/>.</param>
    /// <returns>The work itself.</returns>
    public Task Begin(Func<CancellationToken, Task> work)
    {
        var task = Run(work);
        running.TryAdd(task, true);
        _ = task.ContinueWith(done => running.TryRemove(done, out _), TaskScheduler.Default);
        return task;
    }

    public async Task Finish(CancellationToken cancellation)
    {
        // How it ended is told to whoever began it.
        await Task.WhenAll(running.Keys).WaitAsync(cancellation).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        if (cancellation.IsCancellationRequested)
        {
            await stopping.CancelAsync();
        }
    }

    public void Dispose() => stopping.Dispose();

    private async Task Run(Func<CancellationToken, Task> work)
    {
        await Task.Yield();
        await work(stopping.Token);
    }
}
