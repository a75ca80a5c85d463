using Bot.Storage.Databases;
using Bot.Storage.Postgres;
using Bot.Storage.Tests.Packed;

namespace Bot.Storage.Tests.Postgres;

public sealed class PostgresPackingTests(PostgresServer server) : PackingTests, IAsyncDisposable
{
    private readonly List<Database> opened = [];

    public async ValueTask DisposeAsync()
    {
        foreach (var database in opened)
        {
            await database.DisposeAsync();
        }
    }

    private protected override async Task<(Database Here, Database There)> Open()
    {
        var connection = await server.NewDatabase(Cancel);
        opened.Add(await PostgresDatabase.Open(connection, TimeProvider.System));
        opened.Add(await PostgresDatabase.Open(connection, TimeProvider.System));
        return (opened[0], opened[1]);
    }
}
