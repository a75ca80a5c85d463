using Bot.Core.Journal;
using Bot.Testing.Model;

namespace Bot.Storage.Tests.Packed;

/// <summary>A store whose journal is packed after every append.</summary>
internal sealed class PackedModelStore(Func<Store> open, TimeProvider time) : IModelStore
{
    private PackedJournal journal = new(open(), time, size: 7);

    public IJournal Journal => journal;

    public async Task Reopen()
    {
        await journal.Store.DisposeAsync();
        journal = new PackedJournal(open(), time, size: 7);
    }

    public async Task<IReadOnlyList<string>> Problems() => (await journal.Store.Verify(CancellationToken.None)).Problems;

    public ValueTask DisposeAsync() => journal.Store.DisposeAsync();
}
