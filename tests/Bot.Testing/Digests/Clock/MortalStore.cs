using Bot.Core.Communities;
using Bot.Core.Delivery;
using Bot.Core.Digests;

namespace Bot.Testing.Digests.Clock;

/// <summary>The store as one process reaches it: it may die before each step, and after it was done and before it hears so.</summary>
internal sealed class MortalStore(Fate fate, InMemoryDigests digests, InMemoryReceipts receipts) : IDigests, ISlots, IReceipts
{
    public ValueTask<IReadOnlyList<Schedule>> All(CancellationToken cancellation) => Do(() => digests.All(cancellation), isLook: true);

    public ValueTask<IReadOnlyList<Schedule>> OfCommunity(CommunityId community, CancellationToken cancellation) =>
        Do(() => digests.OfCommunity(community, cancellation));

    public ValueTask<Schedule?> Find(CommunityId community, ScheduleId id, CancellationToken cancellation) =>
        Do(() => digests.Find(community, id, cancellation));

    public ValueTask Save(Schedule schedule, CancellationToken cancellation) => Do(() => digests.Save(schedule, cancellation));

    public ValueTask<bool> Remove(CommunityId community, ScheduleId id, CancellationToken cancellation) =>
        Do(() => digests.Remove(community, id, cancellation));

    public ValueTask<bool> Claim(Slot slot, CancellationToken cancellation) => Do(() => digests.Claim(slot, cancellation));

    public ValueTask<Slot?> Take(string platform, DateTimeOffset now, DateTimeOffset until, CancellationToken cancellation) =>
        Do(() => digests.Take(platform, now, until, cancellation), isLook: true);

    public ValueTask<bool> Begin(Slot taken, CancellationToken cancellation) => Do(() => digests.Begin(taken, cancellation));

    public ValueTask<bool> Settle(Slot settled, Progress progress, CancellationToken cancellation) =>
        Do(() => digests.Settle(settled, progress, cancellation));

    public ValueTask<IReadOnlyList<Slot>> Latest(CommunityId community, ScheduleId schedule, int most, CancellationToken cancellation) =>
        Do(() => digests.Latest(community, schedule, most, cancellation));

    public ValueTask<Begun> Begin(Receipt receipt, bool spaced, CancellationToken cancellation) =>
        Do(() => receipts.Begin(receipt, spaced, cancellation));

    public ValueTask Posted(CommunityId community, DeliveryId delivery, PostId post, CancellationToken cancellation) =>
        Do(() => receipts.Posted(community, delivery, post, cancellation));

    public ValueTask Refused(CommunityId community, DeliveryId delivery, CancellationToken cancellation) =>
        Do(() => receipts.Refused(community, delivery, cancellation));

    public ValueTask Removed(CommunityId community, PlaceId place, PostId post, CancellationToken cancellation) =>
        Do(() => receipts.Removed(community, place, post, cancellation));

    public ValueTask<Receipt?> Find(CommunityId community, DeliveryId delivery, CancellationToken cancellation) =>
        Do(() => receipts.Find(community, delivery, cancellation));

    public ValueTask<IReadOnlyList<Receipt>> All(CommunityId community, CancellationToken cancellation) =>
        Do(() => receipts.All(community, cancellation));

    public ValueTask<IReadOnlyList<Receipt>> Unknown(DateTimeOffset before, CancellationToken cancellation) =>
        Do(() => receipts.Unknown(before, cancellation));

    private async ValueTask<T> Do<T>(Func<ValueTask<T>> step, bool isLook = false)
    {
        fate.Step(isLook);
        var done = await step();
        fate.Step(isLook);
        return done;
    }

    private async ValueTask Do(Func<ValueTask> step)
    {
        fate.Step();
        await step();
        fate.Step();
    }
}
