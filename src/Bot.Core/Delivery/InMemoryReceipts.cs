using Bot.Core.Communities;

namespace Bot.Core.Delivery;

/// <summary>Receipts for as long as the process lives.</summary>
public sealed class InMemoryReceipts : IReceipts
{
    private readonly Lock gate = new();
    private readonly Dictionary<(CommunityId Community, DeliveryId Delivery), Receipt> receipts = [];

    public ValueTask<Begun> Begin(Receipt receipt, bool spaced, CancellationToken cancellation)
    {
        lock (gate)
        {
            Drop(known => known.State == PostState.Removed && known.At <= receipt.At - Posting.Apart);
            if (receipts.ContainsKey((receipt.Community, receipt.Delivery)))
            {
                return ValueTask.FromResult<Begun>(new Begun.Again());
            }

            if (spaced && receipts.Values.FirstOrDefault(known => Posting.IsTooNear(receipt, known)) is { } earlier)
            {
                return ValueTask.FromResult<Begun>(new Begun.TooSoon(earlier));
            }

            receipts.Add((receipt.Community, receipt.Delivery), receipt with { Facts = [.. receipt.Facts.OrderBy(shown => shown.Fact)] });
            return ValueTask.FromResult<Begun>(new Begun.Go());
        }
    }

    public ValueTask Posted(CommunityId community, DeliveryId delivery, PostId post, CancellationToken cancellation) =>
        Change(
            known => known.Community == community && known.Delivery == delivery,
            known => known with { State = PostState.Posted, Post = post }
        );

    public ValueTask Refused(CommunityId community, DeliveryId delivery, CancellationToken cancellation)
    {
        Drop(known => known.Community == community && known.Delivery == delivery);
        return ValueTask.CompletedTask;
    }

    public ValueTask Removed(CommunityId community, PlaceId place, PostId post, CancellationToken cancellation) =>
        Change(
            known => known.Community == community && known.Place == place && known.Post == post,
            known => known with { State = PostState.Removed }
        );

    public ValueTask<Receipt?> Find(CommunityId community, DeliveryId delivery, CancellationToken cancellation) =>
        ValueTask.FromResult(Find(known => known.Community == community && known.Delivery == delivery).SingleOrDefault());

    public ValueTask<IReadOnlyList<Receipt>> All(CommunityId community, CancellationToken cancellation) =>
        ValueTask.FromResult(Find(known => known.Community == community));

    public ValueTask<IReadOnlyList<Receipt>> Unknown(DateTimeOffset before, CancellationToken cancellation) =>
        ValueTask.FromResult(Find(known => known.State == PostState.Sending && known.At < before));

    /// <summary>All of all communities.</summary>
    internal IReadOnlyList<Receipt> All() => Find(_ => true);

    internal void Drop(CommunityId community) => Drop(known => known.Community == community);

    private IReadOnlyList<Receipt> Find(Func<Receipt, bool> which)
    {
        lock (gate)
        {
            return
            [
                .. receipts.Values.Where(which).OrderBy(known => known.At).ThenBy(known => known.Delivery.Value, StringComparer.Ordinal),
            ];
        }
    }

    private ValueTask Change(Func<Receipt, bool> which, Func<Receipt, Receipt> next)
    {
        lock (gate)
        {
            foreach (var (key, receipt) in receipts.Where(pair => which(pair.Value)).ToList())
            {
                receipts[key] = next(receipt);
            }
        }

        return ValueTask.CompletedTask;
    }

    private void Drop(Func<Receipt, bool> which)
    {
        lock (gate)
        {
            foreach (var (key, _) in receipts.Where(pair => which(pair.Value)).ToList())
            {
                receipts.Remove(key);
            }
        }
    }
}
