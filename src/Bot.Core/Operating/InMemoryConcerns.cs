using System.Collections.Concurrent;

namespace Bot.Core.Operating;

/// <summary>For as long as the process lives.</summary>
public sealed class InMemoryConcerns : IConcerns
{
    private readonly ConcurrentDictionary<string, DateTimeOffset> told = new(StringComparer.Ordinal);

    public ValueTask<bool> Add(string key, DateTimeOffset now, CancellationToken cancellation) =>
        ValueTask.FromResult(told.TryAdd(key, now));

    public ValueTask<IReadOnlyList<string>> OfKind(string kind, CancellationToken cancellation) =>
        ValueTask.FromResult<IReadOnlyList<string>>([.. told.Keys.Where(key => key.StartsWith($"{kind} ", StringComparison.Ordinal))]);

    public ValueTask Remove(string key, CancellationToken cancellation)
    {
        told.TryRemove(key, out _);
        return ValueTask.CompletedTask;
    }
}
