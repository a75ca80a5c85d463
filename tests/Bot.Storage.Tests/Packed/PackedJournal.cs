using Bot.Core.Communities;
using Bot.Core.Journal;
using Bot.Storage.Packed;
using Bot.Storage.Subscribers;

namespace Bot.Storage.Tests.Packed;

/// <summary>The journal of a store that is packed after every append, as far as it fills chunks of this size.</summary>
internal sealed class PackedJournal(Store store, TimeProvider time, int size) : IJournal
{
    private readonly Subscription packing = new(store.Opened, new Packing(size), time);

    public Store Store => store;

    public async ValueTask<AppendResult> Append(Append append, CancellationToken cancellation)
    {
        var result = await store.Journal.Append(append, cancellation);
        await Pack(cancellation);
        return result;
    }

    public IAsyncEnumerable<Envelope> Read(long after, CancellationToken cancellation) => store.Journal.Read(after, cancellation);

    public IAsyncEnumerable<Envelope> Follow(long after, CancellationToken cancellation) => store.Journal.Follow(after, cancellation);

    public ValueTask<AppendResult.AlreadyDone?> Find(CommunityId community, CommandId command, CancellationToken cancellation) =>
        store.Journal.Find(community, command, cancellation);

    public ValueTask<long> Version(StreamId stream, CancellationToken cancellation) => store.Journal.Version(stream, cancellation);

    public async ValueTask Delete(CommunityId community, CancellationToken cancellation)
    {
        await store.Journal.Delete(community, cancellation);
        await Pack(cancellation);
    }

    public async Task Pack(CancellationToken cancellation)
    {
        while (await packing.Step(cancellation)) { }
    }
}
