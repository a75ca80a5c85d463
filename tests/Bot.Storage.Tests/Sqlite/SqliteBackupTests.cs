using Bot.Storage.Tests.Backups;

namespace Bot.Storage.Tests.Sqlite;

public sealed class SqliteBackupTests : BackupTests
{
    private int stores;

    protected override Task<Func<Store>> Make(string folder)
    {
        var file = Path.Combine(folder, $"store{++stores}", "dateline.db");
        return Task.FromResult(() => Store.Sqlite(file, Time));
    }

    [Fact]
    public async Task A_store_that_is_being_put_back_is_not_opened()
    {
        using var folder = new TemporaryFolder();
        await using var alone = await Storage.Sqlite.SqliteDatabase.Open(folder.File("dateline.db"), alone: true);
        await using var store = Store.Sqlite(folder.File("dateline.db"), Time);

        var refused = await Should.ThrowAsync<StoreRefusedException>(store.Open);

        refused.Message.ShouldContain("is being restored: wait until that is done.");
    }
}
