using Bot.Knowledge.Lexicons;
using Bot.Testing.Model;

namespace Bot.Storage.Tests.Sqlite;

/// <summary>A short form of <c>Bot.Benchmarks model --store sqlite</c>.</summary>
public sealed class SqliteModelTests : IDisposable
{
    private readonly TemporaryFolder folder = new();

    public void Dispose() => folder.Dispose();

    [Fact]
    public async Task Whatever_communities_do_they_see_what_a_plain_model_says()
    {
        var opened = 0;
        var test = new ModelTest(
            ShippedLexicon.Read(),
            time =>
            {
                var file = folder.File($"{++opened}.db");
                return Task.FromResult<IModelStore>(new StoredModelStore(() => Store.Sqlite(file, time)));
            }
        );

        for (var number = 0; number < 20; number++)
        {
            (await test.Failure(seed: 2, number)).ShouldBeNull();
        }
    }
}
