using Bot.Testing.Communities;

namespace Bot.Storage.Tests.Postgres;

public sealed class PostgresCommunityTests(PostgresServer server) : CommunityContract, IAsyncDisposable
{
    private readonly List<Store> opened = [];

    public async ValueTask DisposeAsync()
    {
        foreach (var store in opened)
        {
            await store.DisposeAsync();
        }
    }

    protected override async ValueTask<Kept> Open()
    {
        var store = Store.Postgres(await server.NewDatabase(Cancel), Time, Dice);
        opened.Add(store);
        return new Kept(store.Journal, store.People, store.Communities, store.SignInLinks, store.Installations);
    }
}
