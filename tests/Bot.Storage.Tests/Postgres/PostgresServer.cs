using Bot.Storage.Tests.Postgres;
using Bot.Testing.Postgres;

[assembly: AssemblyFixture(typeof(PostgresServer))]

namespace Bot.Storage.Tests.Postgres;

/// <summary>One server for all tests that ask for a database. Without the programs they are skipped.</summary>
public sealed class PostgresServer : IAsyncDisposable
{
    private readonly PrivatePostgres server = new();
    private readonly Lazy<Task<string>> brought;

    public PostgresServer() => brought = new Lazy<Task<string>>(Bring);

    /// <summary>One in which no store was opened yet.</summary>
    public Task<string> EmptyDatabase(CancellationToken cancellation)
    {
        Assert.SkipUnless(PrivatePostgres.IsThere, "No PostgreSQL here: `./test --install` brings it.");
        return server.NewDatabase(cancellation);
    }

    /// <summary>One with an empty store, a copy of the first: to bring each to its form anew takes longer than most tests.</summary>
    public async Task<string> NewDatabase(CancellationToken cancellation)
    {
        Assert.SkipUnless(PrivatePostgres.IsThere, "No PostgreSQL here: `./test --install` brings it.");
        return await server.NewDatabase(cancellation, await brought.Value);
    }

    public ValueTask DisposeAsync() => server.DisposeAsync();

    private async Task<string> Bring()
    {
        var database = await server.NewDatabase(CancellationToken.None);
        await using var store = Store.Postgres(database, TimeProvider.System);
        await store.Open();
        return database;
    }
}
