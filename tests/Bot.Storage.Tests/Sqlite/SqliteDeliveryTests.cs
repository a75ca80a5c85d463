using Bot.Testing.Delivery;

namespace Bot.Storage.Tests.Sqlite;

public sealed class SqliteDeliveryTests : DeliveryContract, IAsyncDisposable
{
    private readonly TemporaryFolder folder = new();
    private readonly List<Store> opened = [];

    public async ValueTask DisposeAsync()
    {
        foreach (var store in opened)
        {
            await store.DisposeAsync();
        }

        folder.Dispose();
    }

    protected override ValueTask<Outgoing> Open()
    {
        var store = Store.Sqlite(folder.File("dateline.db"), TimeProvider.System, Dice);
        opened.Add(store);
        return ValueTask.FromResult(StoredOutgoing.Of(store));
    }
}
