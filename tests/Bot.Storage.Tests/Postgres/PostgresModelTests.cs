using Bot.Knowledge.Lexicons;
using Bot.Storage.Tests.Packed;
using Bot.Testing.Model;

namespace Bot.Storage.Tests.Postgres;

/// <summary>A short form of <c>Bot.Benchmarks model --store postgres</c>.</summary>
public sealed class PostgresModelTests(PostgresServer server)
{
    [Fact]
    public Task Whatever_communities_do_they_see_what_a_plain_model_says() =>
        Hold((database, time) => new StoredModelStore(() => Store.Postgres(database, time)));

    [Fact]
    public Task And_so_they_do_where_the_journal_is_packed() =>
        Hold((database, time) => new PackedModelStore(() => Store.Postgres(database, time), time));

    private async Task Hold(Func<string, TimeProvider, IModelStore> open)
    {
        var test = new ModelTest(
            ShippedLexicon.Read(),
            async time => open(await server.NewDatabase(TestContext.Current.CancellationToken), time)
        );
        for (var number = 0; number < 8; number++)
        {
            (await test.Failure(seed: 3, number)).ShouldBeNull();
        }
    }
}
