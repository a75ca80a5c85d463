using Bot.Core.Journal;
using Bot.Storage.Tests.Packed;
using Bot.Testing.Journal;

namespace Bot.Storage.Tests.Postgres;

/// <summary>The rules of a journal, where nearly all of it is packed.</summary>
public sealed class PostgresPackedJournalTests(PostgresServer server) : JournalContract, IAsyncDisposable
{
    private readonly List<Store> opened = [];

    public async ValueTask DisposeAsync()
    {
        foreach (var store in opened)
        {
            await store.DisposeAsync();
        }
    }

    protected override async Task<IReadOnlyList<string>> Problems(IJournal journal) =>
        (await ((PackedJournal)journal).Store.Verify(Cancel)).Problems;

    protected override async ValueTask<IJournal> Open()
    {
        var store = Store.Postgres(await server.NewDatabase(Cancel), Time);
        opened.Add(store);
        return new PackedJournal(store, Time, size: 2);
    }
}
