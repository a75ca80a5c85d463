using Bot.Core.Journal;
using Bot.Testing.Journal;

namespace Bot.Storage.Tests.Postgres;

public sealed class PostgresJournalTests(PostgresServer server) : JournalContract, IAsyncDisposable
{
    private readonly List<Store> opened = [];

    public async ValueTask DisposeAsync()
    {
        foreach (var store in opened)
        {
            await store.DisposeAsync();
        }
    }

    protected override async ValueTask<IJournal> Open()
    {
        var store = await Store.OpenPostgres(await server.NewDatabase(Cancel), Time, Cancel);
        opened.Add(store);
        return store.Journal;
    }
}
