using Bot.Knowledge.Lexicons;
using Bot.Testing.Model;

namespace Bot.Storage.Tests.Postgres;

/// <summary>A short form of <c>Bot.Benchmarks model --store postgres</c>.</summary>
public sealed class PostgresModelTests(PostgresServer server)
{
    [Fact]
    public async Task Whatever_communities_do_they_see_what_a_plain_model_says()
    {
        var test = new ModelTest(
            ShippedLexicon.Read(),
            async time =>
            {
                var database = await server.NewDatabase(TestContext.Current.CancellationToken);
                return new StoredModelStore(() => Store.Postgres(database, time));
            }
        );

        for (var number = 0; number < 20; number++)
        {
            (await test.Failure(seed: 3, number)).ShouldBeNull();
        }
    }
}
