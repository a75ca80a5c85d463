using System.Collections.Concurrent;
using Bot.Wire;

namespace Bot.Slack.Api;

/// <summary>What takes long and is asked for several times meanwhile is asked of Slack once. Who stops waiting does not end it: it has its own limit of time.</summary>
internal sealed class SingleFlight<TKey, TValue>(TimeProvider time)
    where TKey : notnull
{
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(2);

    private readonly ConcurrentDictionary<TKey, Lazy<Task<Outcome<TValue>>>> flying = new();

    public Task<Outcome<TValue>> Of(TKey key, Func<CancellationToken, Task<Outcome<TValue>>> ask, CancellationToken cancellation) =>
        flying.GetOrAdd(key, _ => new(() => Fly(key, ask))).Value.WaitAsync(cancellation);

    private async Task<Outcome<TValue>> Fly(TKey key, Func<CancellationToken, Task<Outcome<TValue>>> ask)
    {
        using var over = new CancellationTokenSource(Patience, time);
        try
        {
            return await ask(over.Token);
        }
        catch (OperationCanceledException) when (over.IsCancellationRequested)
        {
            return new Outcome<TValue>.NotDone(new Failure.Unreachable("Slack did not tell all of it in time. Try again later."));
        }
        finally
        {
            flying.TryRemove(key, out _);
        }
    }
}
