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

    [Fact]
    public async Task One_replica_hears_what_another_appends()
    {
        var database = await server.NewDatabase(Cancel);
        var (here, there) = (OpenReplica(database), OpenReplica(database));
        await AppendOne(here, 1);
        var heard = new List<long>();

        // The clock stands still: nobody polls.
        await foreach (var envelope in there.Follow(0, Cancel))
        {
            heard.Add(envelope.Position);
            if (heard.Count == 5)
            {
                break;
            }

            await AppendOne(here, heard.Count + 1);
        }

        heard.ShouldBe([1, 2, 3, 4, 5]);
    }

    protected override async Task<IReadOnlyList<string>> Problems(IJournal journal) =>
        (await opened.Single(store => store.Journal == journal).Verify(Cancel)).Problems;

    protected override async ValueTask<IJournal> Open() => OpenReplica(await server.NewDatabase(Cancel));

    private IJournal OpenReplica(string database)
    {
        var store = Store.Postgres(database, Time);
        opened.Add(store);
        return store.Journal;
    }
}
