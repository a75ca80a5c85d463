using Bot.Core.Journal;
using Bot.Testing.Journal;

namespace Bot.Storage.Tests.Sqlite;

public sealed class SqliteJournalTests : JournalContract, IAsyncDisposable
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
        (await opened.Single(store => store.Journal == journal).Verify(Cancel)).Problems;

    protected override ValueTask<IJournal> Open()
    {
        var store = Store.Sqlite(folder.File("dateline.db"), Time);
        opened.Add(store);
        return ValueTask.FromResult(store.Journal);
    }
}
