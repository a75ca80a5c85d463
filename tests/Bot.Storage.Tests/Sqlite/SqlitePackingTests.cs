using Bot.Storage.Databases;
using Bot.Storage.Sqlite;
using Bot.Storage.Tests.Packed;

namespace Bot.Storage.Tests.Sqlite;

public sealed class SqlitePackingTests : PackingTests, IAsyncDisposable
{
    private readonly TemporaryFolder folder = new();
    private readonly List<Database> opened = [];

    public async ValueTask DisposeAsync()
    {
        foreach (var database in opened)
        {
            await database.DisposeAsync();
        }

        folder.Dispose();
    }

    private protected override async Task<(Database Here, Database There)> Open()
    {
        opened.Add(await SqliteDatabase.Open(folder.File("dateline.db")));
        opened.Add(await SqliteDatabase.Open(folder.File("dateline.db")));
        return (opened[0], opened[1]);
    }
}
