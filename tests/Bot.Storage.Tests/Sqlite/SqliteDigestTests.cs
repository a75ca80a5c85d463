using Bot.Testing.Digests;

namespace Bot.Storage.Tests.Sqlite;

public sealed class SqliteDigestTests : DigestContract, IAsyncDisposable
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

    protected override ValueTask<KeptDigests> Open()
    {
        var store = Store.Sqlite(folder.File("dateline.db"), TimeProvider.System);
        opened.Add(store);
        return ValueTask.FromResult(new KeptDigests(store.Digests, store.Slots, store.Communities));
    }
}
