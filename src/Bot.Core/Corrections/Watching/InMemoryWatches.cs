using Bot.Core.Communities;
using Bot.Core.Delivery;

namespace Bot.Core.Corrections.Watching;

/// <summary>Who wants to be told of what, for as long as the process lives.</summary>
public sealed class InMemoryWatches : IWatches
{
    private readonly Lock gate = new();
    private readonly Dictionary<(CommunityId Community, DeliveryId), (Watch Watch, DateTimeOffset TakenUntil)> watches = [];

    public ValueTask<bool> Add(Watch watch, CancellationToken cancellation)
    {
        lock (gate)
        {
            if (watches.ContainsKey(Key(watch)))
            {
                return ValueTask.FromResult(true);
            }

            var has = Of(watch.Community, watch.Person).Count();
            return ValueTask.FromResult(has < Watch.MostOfOne && watches.TryAdd(Key(watch), (watch, DateTimeOffset.MinValue)));
        }
    }

    public ValueTask<bool> Has(CommunityId community, PersonKey person, CancellationToken cancellation)
    {
        lock (gate)
        {
            return ValueTask.FromResult(Of(community, person).Any());
        }
    }

    public ValueTask<IReadOnlyList<Watch>> All(DateTimeOffset now, CancellationToken cancellation)
    {
        lock (gate)
        {
            return ValueTask.FromResult<IReadOnlyList<Watch>>([
                .. watches
                    .Values.Where(each => each.TakenUntil <= now)
                    .Select(each => each.Watch)
                    .OrderBy(watch => watch.At)
                    .ThenBy(watch => watch.Delivery.Value, StringComparer.Ordinal),
            ]);
        }
    }

    public ValueTask<bool> Take(Watch watch, DateTimeOffset now, DateTimeOffset until, CancellationToken cancellation)
    {
        lock (gate)
        {
            var isFree = watches.TryGetValue(Key(watch), out var kept) && kept.TakenUntil <= now;
            if (isFree)
            {
                watches[Key(watch)] = (kept.Watch, until);
            }

            return ValueTask.FromResult(isFree);
        }
    }

    public ValueTask Forget(Watch watch, CancellationToken cancellation)
    {
        lock (gate)
        {
            watches.Remove(Key(watch));
        }

        return ValueTask.CompletedTask;
    }

    internal void Drop(CommunityId community)
    {
        lock (gate)
        {
            watches.Keys.Where(key => key.Community == community).ToList().ForEach(key => watches.Remove(key));
        }
    }

    private IEnumerable<Watch> Of(CommunityId community, PersonKey person) =>
        watches.Values.Select(each => each.Watch).Where(watch => watch.Community == community && watch.Person == person);

    private static (CommunityId, DeliveryId) Key(Watch watch) => (watch.Community, watch.Delivery);
}
