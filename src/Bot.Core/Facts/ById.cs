using System.Diagnostics.CodeAnalysis;

namespace Bot.Core.Facts;

/// <summary>Things by id. It may lie over others, which it leaves as they are.</summary>
internal sealed class ById<TId, T>
    where TId : notnull
{
    private readonly Dictionary<TId, T> own = [];
    private readonly ById<TId, T>? below;

    private ById(IEnumerable<(TId Id, T Thing)> things, ById<TId, T>? below)
    {
        this.below = below;
        foreach (var (id, thing) in things)
        {
            own.TryAdd(id, thing);
        }

        own.TrimExcess();
    }

    public T this[TId id] => TryGet(id, out var found) ? found : throw new KeyNotFoundException($"Nothing is called '{id}'.");

    /// <summary>Those of this layer, without the ones beneath.</summary>
    public IReadOnlyCollection<T> Own => own.Values;

    public bool TryGet(TId id, [MaybeNullWhen(false)] out T found) =>
        own.TryGetValue(id, out found) || (below is not null && below.TryGet(id, out found));

    /// <summary>The first of each id wins, and any before those beneath. With none to add it is the one beneath.</summary>
    public static ById<TId, T> Over(ById<TId, T>? below, IEnumerable<(TId Id, T Thing)> things)
    {
        var layer = new ById<TId, T>(things, below);
        return below is not null && layer.own.Count == 0 ? below : layer;
    }
}
