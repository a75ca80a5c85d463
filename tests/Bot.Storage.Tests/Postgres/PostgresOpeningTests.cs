namespace Bot.Storage.Tests.Postgres;

public sealed class PostgresOpeningTests
{
    [Fact]
    public async Task What_is_no_connection_string_is_refused_without_being_quoted()
    {
        await using var store = Store.Postgres("a secret that was pasted here", TimeProvider.System);

        var refused = await Should.ThrowAsync<StoreRefusedException>(store.Open);

        refused.Message.ShouldStartWith("`Store:ConnectionString` is no connection string of PostgreSQL: ");
        refused.Message.ShouldNotContain("secret");
    }

    [Fact]
    public async Task A_server_that_is_not_there_is_refused_with_a_sentence()
    {
        await using var store = Store.Postgres("Host=127.0.0.1;Port=1;Username=nobody;Timeout=2", TimeProvider.System);

        var refused = await Should.ThrowAsync<StoreRefusedException>(store.Open);

        refused.Message.ShouldStartWith("The PostgreSQL store cannot be opened: ");
    }
}
