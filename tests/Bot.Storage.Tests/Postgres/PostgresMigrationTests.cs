using Bot.Storage.Postgres;
using DbUp.Engine;
using Npgsql;

namespace Bot.Storage.Tests.Postgres;

public sealed class PostgresMigrationTests(PostgresServer server)
{
    private static readonly SqlScript First = new(
        "postgres/0001-first.sql",
        "CREATE TABLE things (name TEXT); INSERT INTO things VALUES ('old');"
    );
    private static readonly SqlScript Second = new("postgres/0002-second.sql", "UPDATE things SET name = 'new';");
    private static readonly SqlScript Broken = new("postgres/0002-broken.sql", "UPDATE things SET name = 'new'; DROP TABLE nothing;");
    private static readonly SqlScript Mended = new(Broken.Name, Second.Contents);

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Of_many_replicas_that_start_at_once_one_brings_the_store_up_to_date()
    {
        var database = await server.EmptyDatabase(Cancel);
        var starts = Enumerable
            .Range(0, 8)
            .Select(async _ =>
            {
                await new PostgresMigration(database).Bring(Cancel);
            });

        await Task.WhenAll(starts);

        (await Read(database, "SELECT count(*) FROM journal_head")).ShouldBe("1");
    }

    [Fact]
    public async Task A_store_is_copied_before_it_is_changed()
    {
        var database = await server.EmptyDatabase(Cancel);
        await new PostgresMigration(database, [First]).Bring(Cancel);

        await new PostgresMigration(database, [First, Second]).Bring(Cancel);

        (await Read(database, "SELECT name FROM things")).ShouldBe("new");
        (await Read(database, "SELECT name FROM \"before-0002-second\".things")).ShouldBe("old");
    }

    [Fact]
    public async Task A_script_that_fails_leaves_the_store_as_it_was()
    {
        var database = await server.EmptyDatabase(Cancel);
        await new PostgresMigration(database, [First]).Bring(Cancel);

        var refused = await Should.ThrowAsync<StoreRefusedException>(() => new PostgresMigration(database, [First, Broken]).Bring(Cancel));

        refused.Message.ShouldStartWith("The store could not be brought to 'postgres/0002-broken.sql': ");
        (await Read(database, "SELECT name FROM things")).ShouldBe("old");
    }

    [Fact]
    public async Task A_script_that_failed_once_is_run_when_it_is_mended()
    {
        var database = await server.EmptyDatabase(Cancel);
        await new PostgresMigration(database, [First]).Bring(Cancel);
        await Should.ThrowAsync<StoreRefusedException>(() => new PostgresMigration(database, [First, Broken]).Bring(Cancel));
        await Read(database, "UPDATE things SET name = 'newer'");

        await new PostgresMigration(database, [First, Mended]).Bring(Cancel);

        (await Read(database, "SELECT name FROM things")).ShouldBe("new");
        (await Read(database, "SELECT name FROM \"before-0002-broken\".things")).ShouldBe("newer");
    }

    [Fact]
    public async Task A_migration_and_who_waits_for_it_take_longer_than_any_other_command_may()
    {
        var database = await server.EmptyDatabase(Cancel);
        var impatient = $"{database};Command Timeout=1";
        var slow = new SqlScript("postgres/0002-slow.sql", "SELECT pg_sleep(1.5);");
        await new PostgresMigration(impatient, [First]).Bring(Cancel);

        await Task.WhenAll(Enumerable.Range(0, 3).Select(_ => new PostgresMigration(impatient, [First, slow]).Bring(Cancel)));

        (await Read(database, "SELECT count(*) FROM schemaversions")).ShouldBe("2");
    }

    [Fact]
    public async Task A_store_of_a_newer_program_is_refused()
    {
        var database = await server.EmptyDatabase(Cancel);
        await new PostgresMigration(database, [First, Second]).Bring(Cancel);

        var refused = await Should.ThrowAsync<StoreRefusedException>(() => new PostgresMigration(database, [First]).Bring(Cancel));

        refused.Message.ShouldContain("was brought to 'postgres/0002-second.sql' by a newer Dateline");
    }

    [Fact]
    public async Task What_the_operator_was_told_of_connections_under_their_old_name_goes_and_all_else_stays()
    {
        var database = await server.EmptyDatabase(Cancel);
        await new PostgresMigration(
            database,
            [.. Released().Where(script => string.CompareOrdinal(script.Name, "postgres/0018") < 0)]
        ).Bring(Cancel);
        await Read(database, "INSERT INTO concern VALUES ('connection discord', ''), ('connection slack', ''), ('discord connection', '')");

        await new PostgresMigration(database).Bring(Cancel);

        (await Read(database, "SELECT count(*) FROM concern")).ShouldBe("1");
        (await Read(database, "SELECT name FROM concern")).ShouldBe("discord connection");
    }

    private static IEnumerable<SqlScript> Released() =>
        typeof(PostgresMigration)
            .Assembly.GetManifestResourceNames()
            .Where(name => name.StartsWith("postgres/", StringComparison.Ordinal))
            .Order(StringComparer.Ordinal)
            .Select(name => SqlScript.FromStream(name, typeof(PostgresMigration).Assembly.GetManifestResourceStream(name)!));

    private static async Task<string> Read(string database, string sql)
    {
        await using var source = NpgsqlDataSource.Create(database);
        await using var command = source.CreateCommand(sql);
        return $"{await command.ExecuteScalarAsync(Cancel)}";
    }
}
