using Bot.Storage.Tests.Backups;

namespace Bot.Storage.Tests.Postgres;

public sealed class PostgresBackupTests(PostgresServer server) : BackupTests
{
    protected override async Task<Func<Store>> Make(string folder)
    {
        var database = await server.NewDatabase(Cancel);
        return () => Store.Postgres(database, Time);
    }

    [Fact]
    public async Task A_store_in_one_database_comes_back_in_the_other()
    {
        using var folder = new TemporaryFolder();
        await using (var store = Store.Sqlite(folder.File("dateline.db"), Time))
        {
            await Erased.Write(store.Journal, Erased.Guild, Cancel);
            await store.BackUp(folder.File("taken.db"), Cancel);
        }

        await using var moved = (await Make(folder.Path))();
        await moved.Restore(folder.File("taken.db"), goOn: true, Cancel);
        await moved.BackUp(folder.File("again.db"), Cancel);

        var verified = await moved.Verify(Cancel);
        verified.Events.ShouldBe(40 + 1);
        verified.Problems.ShouldBeEmpty();
    }
}
