using Bot.Storage.Databases;
using Bot.Storage.Subscribers;

namespace Bot.Storage.Packed;

/// <summary>Packs the journal, a whole chunk at a time; what is not enough for one stays as it is.</summary>
/// <param name="size">How many positions a chunk has.</param>
internal sealed class Packing(int size = 1024) : ISubscriber
{
    public const string SubscriberName = "packed";

    public string Name => SubscriberName;

    public IReadOnlyList<string> Tables => [PackedChunk.Table];

    public int? Whole => size;

    public Task Apply(JournalPage page, Transaction writing, CancellationToken cancellation) =>
        new PackedChunk(page.After + 1, page.Through, PackedEvents.Pack(page.Events)).Keep(writing, cancellation);
}
