using Bot.Core.Journal;
using Bot.Storage.Tests.Packed;
using Bot.Testing.Journal;

namespace Bot.Storage.Tests.Sqlite;

/// <summary>The rules of a journal, where nearly all of it is packed.</summary>
public sealed class SqlitePackedJournalTests : JournalContract, IAsyncDisposable
{
    private readonly TemporaryFolder folder = new();
    private readonly List<Store> opened = [];

    public async ValueTask DisposeAsync()
    {
        foreach (var store in opened)
        {
            await store.DisposeAsync();
        }

        folder.Dispose();
    }

    protected override async Task<IReadOnlyList<string>> Problems(IJournal journal) =>
        (await ((PackedJournal)journal).Store.Verify(Cancel)).Problems;

    protected override ValueTask<IJournal> Open()
    {
        var store = Store.Sqlite(folder.File("dateline.db"), Time);
        opened.Add(store);
        return ValueTask.FromResult<IJournal>(new PackedJournal(store, Time, size: 2));
    }
}
