using Bot.Storage.Sqlite;
using DbUp.Engine;
using Microsoft.Data.Sqlite;

namespace Bot.Storage.Tests.Sqlite;

public sealed class SqliteMigrationTests : IDisposable
{
    private static readonly SqlScript First = new(
        "sqlite/0001-first.sql",
        "CREATE TABLE things (name TEXT); INSERT INTO things VALUES ('old');"
    );
    private static readonly SqlScript Second = new("sqlite/0002-second.sql", "UPDATE things SET name = 'new';");
    private static readonly SqlScript Broken = new("sqlite/0002-broken.sql", "UPDATE things SET name = 'new'; DROP TABLE nothing;");
    private static readonly SqlScript Mended = new(Broken.Name, Second.Contents);

    private readonly TemporaryFolder folder = new();

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    private string Store => folder.File("dateline.db");

    public void Dispose() => folder.Dispose();

    [Fact]
    public async Task Of_many_that_start_at_once_one_brings_the_store_up_to_date()
    {
        var starts = Enumerable.Range(0, 8).Select(_ => Task.Run(() => new SqliteMigration(Store).Bring(Cancel), Cancel));

        await Task.WhenAll(starts);

        (await Read("SELECT count(*) FROM journal_head")).ShouldBe("1");
        Directory.GetFiles(folder.Path, "*.before-*").ShouldBeEmpty();
    }

    [Fact]
    public async Task A_store_is_copied_before_it_is_changed()
    {
        await new SqliteMigration(Store, [First]).Bring(Cancel);

        await new SqliteMigration(Store, [First, Second]).Bring(Cancel);

        (await Read("SELECT name FROM things")).ShouldBe("new");
        (await Read("SELECT name FROM things", Store + ".before-0002-second")).ShouldBe("old");
    }

    [Fact]
    public async Task A_script_that_fails_leaves_the_store_as_it_was()
    {
        await new SqliteMigration(Store, [First]).Bring(Cancel);

        var refused = await Should.ThrowAsync<StoreRefusedException>(() => new SqliteMigration(Store, [First, Broken]).Bring(Cancel));

        refused.Message.ShouldStartWith("The store could not be brought to 'sqlite/0002-broken.sql': ");
        (await Read("SELECT name FROM things")).ShouldBe("old");
    }

    [Fact]
    public async Task A_script_that_failed_once_is_run_when_it_is_mended()
    {
        await new SqliteMigration(Store, [First]).Bring(Cancel);
        await Should.ThrowAsync<StoreRefusedException>(() => new SqliteMigration(Store, [First, Broken]).Bring(Cancel));
        await Read("UPDATE things SET name = 'newer'");

        await new SqliteMigration(Store, [First, Mended]).Bring(Cancel);

        (await Read("SELECT name FROM things")).ShouldBe("new");
        (await Read("SELECT name FROM things", Store + ".before-0002-broken")).ShouldBe("newer");
    }

    [Fact]
    public async Task A_copy_that_was_left_half_written_is_written_anew()
    {
        await new SqliteMigration(Store, [First]).Bring(Cancel);
        await File.WriteAllTextAsync(Store + ".before-0002-second", "SQLite format 3", Cancel);

        await new SqliteMigration(Store, [First, Second]).Bring(Cancel);

        (await Read("SELECT name FROM things")).ShouldBe("new");
        (await Read("SELECT name FROM things", Store + ".before-0002-second")).ShouldBe("old");
    }

    [Fact]
    public async Task A_store_of_a_newer_program_is_refused()
    {
        await new SqliteMigration(Store, [First, Second]).Bring(Cancel);

        var refused = await Should.ThrowAsync<StoreRefusedException>(() => new SqliteMigration(Store, [First]).Bring(Cancel));

        refused.Message.ShouldContain("was brought to 'sqlite/0002-second.sql' by a newer Dateline");
        (await Read("SELECT name FROM things")).ShouldBe("new");
    }

    [Fact]
    public async Task A_file_that_is_no_store_is_refused_with_its_name()
    {
        await File.WriteAllTextAsync(Store, "This is a shopping list, and a long one, so that it is not taken for an empty file.", Cancel);

        var refused = await Should.ThrowAsync<StoreRefusedException>(() => SqliteDatabase.Open(Store));

        refused.Message.ShouldStartWith($"The store '{Store}' cannot be opened: ");
    }

    [Fact]
    public async Task What_the_operator_was_told_of_connections_under_their_old_name_goes_and_all_else_stays()
    {
        await new SqliteMigration(Store, [.. Released().Where(script => string.CompareOrdinal(script.Name, "sqlite/0018") < 0)]).Bring(
            Cancel
        );
        await Read("INSERT INTO concern VALUES ('connection discord', ''), ('connection slack', ''), ('discord connection', '')");

        await new SqliteMigration(Store).Bring(Cancel);

        (await Read("SELECT count(*) FROM concern")).ShouldBe("1");
        (await Read("SELECT name FROM concern")).ShouldBe("discord connection");
    }

    private static IEnumerable<SqlScript> Released() =>
        typeof(SqliteMigration)
            .Assembly.GetManifestResourceNames()
            .Where(name => name.StartsWith("sqlite/", StringComparison.Ordinal))
            .Order(StringComparer.Ordinal)
            .Select(name => SqlScript.FromStream(name, typeof(SqliteMigration).Assembly.GetManifestResourceStream(name)!));

    private async Task<string> Read(string sql, string? file = null)
    {
        await using var connection = new SqliteConnection(SqliteDatabase.ConnectionString(file ?? Store));
        await connection.OpenAsync(Cancel);
        await using var command = connection.CreateCommand();
        command.CommandText = sql;
        return $"{await command.ExecuteScalarAsync(Cancel)}";
    }
}
