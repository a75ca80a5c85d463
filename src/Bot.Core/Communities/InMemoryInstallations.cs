namespace Bot.Core.Communities;

/// <summary>Installations for as long as the process lives.</summary>
public sealed class InMemoryInstallations(TimeProvider time) : IInstallations
{
    private readonly Lock gate = new();
    private readonly Dictionary<CommunityId, (Installation Installation, DateTimeOffset TurnUntil)> all = [];
    private long last;

    public ValueTask<Installation?> Find(CommunityId community, CancellationToken cancellation)
    {
        lock (gate)
        {
            return ValueTask.FromResult(all.TryGetValue(community, out var found) ? found.Installation : null);
        }
    }

    public ValueTask Install(CommunityId community, string content, CancellationToken cancellation)
    {
        lock (gate)
        {
            all[community] = (new Installation(community, content, ++last, time.GetUtcNow()), default);
        }

        return ValueTask.CompletedTask;
    }

    public ValueTask<bool> BeginRenewal(Installation read, TimeSpan within, CancellationToken cancellation) =>
        Change(read, found => found.TurnUntil <= time.GetUtcNow() ? found with { TurnUntil = time.GetUtcNow() + within } : null);

    public ValueTask<bool> Renew(Installation read, string content, CancellationToken cancellation) =>
        Change(read, found => (found.Installation with { Content = content, Version = ++last }, default));

    public ValueTask<bool> Remove(CommunityId community, DateTimeOffset madeBy, CancellationToken cancellation)
    {
        lock (gate)
        {
            if (all.TryGetValue(community, out var found) && found.Installation.At > madeBy)
            {
                return ValueTask.FromResult(false);
            }

            all.Remove(community);
            return ValueTask.FromResult(true);
        }
    }

    internal void Drop(CommunityId community)
    {
        lock (gate)
        {
            all.Remove(community);
        }
    }

    private ValueTask<bool> Change(
        Installation read,
        Func<(Installation Installation, DateTimeOffset TurnUntil), (Installation, DateTimeOffset)?> next
    )
    {
        lock (gate)
        {
            if (
                !all.TryGetValue(read.Community, out var found)
                || found.Installation.Version != read.Version
                || next(found) is not { } changed
            )
            {
                return ValueTask.FromResult(false);
            }

            all[read.Community] = changed;
            return ValueTask.FromResult(true);
        }
    }
}
