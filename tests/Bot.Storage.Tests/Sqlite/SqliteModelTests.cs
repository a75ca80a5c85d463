using Bot.Knowledge.Lexicons;
using Bot.Storage.Tests.Packed;
using Bot.Testing.Model;

namespace Bot.Storage.Tests.Sqlite;

/// <summary>A short form of <c>Bot.Benchmarks model --store sqlite</c>.</summary>
public sealed class SqliteModelTests : IDisposable
{
    private readonly TemporaryFolder folder = new();

    public void Dispose() => folder.Dispose();

    [Fact]
    public Task Whatever_communities_do_they_see_what_a_plain_model_says() =>
        Hold((file, time) => new StoredModelStore(() => Store.Sqlite(file, time)));

    [Fact]
    public Task And_so_they_do_where_the_journal_is_packed() =>
        Hold((file, time) => new PackedModelStore(() => Store.Sqlite(file, time), time));

    private async Task Hold(Func<string, TimeProvider, IModelStore> open)
    {
        var opened = 0;
        var test = new ModelTest(ShippedLexicon.Read(), time => Task.FromResult(open(folder.File($"{++opened}.db"), time)));
        for (var number = 0; number < 20; number++)
        {
            (await test.Failure(seed: 2, number)).ShouldBeNull();
        }
    }
}
