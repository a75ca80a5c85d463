using Bot.Testing.Delivery;

namespace Bot.Storage.Tests.Postgres;

public sealed class PostgresDeliveryTests(PostgresServer server) : DeliveryContract, IAsyncDisposable
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

    protected override async ValueTask<Outgoing> Open()
    {
        database ??= await server.NewDatabase(Cancel);
        var store = Store.Postgres(database, TimeProvider.System, Dice);
        opened.Add(store);
        return StoredOutgoing.Of(store);
    }
}
