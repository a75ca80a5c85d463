using Bot.Testing.Communities;

namespace Bot.Storage.Tests.Sqlite;

public sealed class SqliteCommunityTests : CommunityContract, IAsyncDisposable
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

    protected override ValueTask<Kept> Open()
    {
        var store = Store.Sqlite(folder.File("dateline.db"), Time, Dice);
        opened.Add(store);
        return ValueTask.FromResult(new Kept(store.Journal, store.People, store.Communities, store.SignInLinks, store.Installations));
    }
}
