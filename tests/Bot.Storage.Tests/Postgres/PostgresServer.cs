using Bot.Storage.Tests.Postgres;
using Bot.Testing.Postgres;

[assembly: AssemblyFixture(typeof(PostgresServer))]

namespace Bot.Storage.Tests.Postgres;

/// <summary>One server for all tests that ask for a database. Without the programs they are skipped.</summary>
public sealed class PostgresServer : IAsyncDisposable
{
    private readonly PrivatePostgres server = new();

    public Task<string> NewDatabase(CancellationToken cancellation)
    {
        Assert.SkipUnless(PrivatePostgres.IsThere, "No PostgreSQL here: `./test --install` brings it.");
        return server.NewDatabase(cancellation);
    }

    public ValueTask DisposeAsync() => server.DisposeAsync();
}
