using Bot.Testing.Digests;

namespace Bot.Storage.Tests.Postgres;

public sealed class PostgresDigestTests(PostgresServer server) : DigestContract, IAsyncDisposable
{
    private readonly List<Store> opened = [];
    private string? database;

    public async ValueTask DisposeAsync()
    {
        foreach (var store in opened)
        {
            await store.DisposeAsync();
        }
    }

    protected override async ValueTask<KeptDigests> Open()
    {
        database ??= await server.NewDatabase(Cancel);
        var store = Store.Postgres(database, TimeProvider.System);
        opened.Add(store);
        return new KeptDigests(store.Digests, store.Slots, store.Communities);
    }
}
