using System.Globalization;
using System.Text;
using Bot.Core.Communities;
using Bot.Storage.Tests.Packed;
using Microsoft.Extensions.Time.Testing;
using Npgsql;

namespace Bot.Storage.Tests.Postgres;

/// <summary>What was erased is in no row of any table, those of the copies from before a migration included.</summary>
public sealed class PostgresErasedTests(PostgresServer server)
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task What_was_blanked_is_in_no_table_any_more()
    {
        var database = await server.NewDatabase(Cancel);
        await using var store = Store.Postgres(database, TimeProvider.System);
        var last = await Erased.Write(store.Journal, Erased.Guild, Cancel);
        await new PackedJournal(store, TimeProvider.System, size: 8).Pack(Cancel);
        await Execute(
            database,
            "CREATE SCHEMA \"before-0002-x\"; CREATE TABLE \"before-0002-x\".schemaversions AS TABLE schemaversions; CREATE TABLE \"before-0002-x\".journal AS TABLE journal; CREATE SCHEMA \"before-all\"; CREATE TABLE \"before-all\".mine (id INT)"
        );
        (await Finding(database, Erased.Secret)).ShouldBe(["before-0002-x.journal", "public.journal", "public.packed"]);

        await Erased.Blank(store.Journal, Erased.Guild, last, Cancel);

        (await Finding(database, Erased.Secret)).ShouldBeEmpty();
        (await Finding(database, Erased.Kept)).ShouldBe(["public.journal"]);
        (await Read(database, "SELECT nspname FROM pg_namespace WHERE nspname LIKE 'before-%'")).ShouldBe(["before-all"]);
        (await store.Verify(Cancel)).Problems.ShouldBeEmpty();
    }

    [Fact]
    public async Task What_a_reader_kept_in_a_table_is_cleaned_up_when_it_has_read_though_another_process_erased_it()
    {
        var time = new FakeTimeProvider(DateTimeOffset.UnixEpoch);
        var database = await server.NewDatabase(Cancel);
        await using var store = Store.Postgres(database, TimeProvider.System);
        await using (var erasing = Store.Postgres(database, time))
        {
            var last = await Erased.Write(erasing.Journal, Erased.Guild, Cancel);
            await using var read = await (await store.Opened()).OpenSnapshot(Cancel);
            await read.Read("SELECT position FROM journal LIMIT 1", row => row.GetInt64(0), Cancel);

            await Waited(Erased.Blank(erasing.Journal, Erased.Guild, last, Cancel), time);

            (await Dead(database)).ShouldBeGreaterThan(0);
            (await Waited(erasing.CleanUp(Cancel), time))!.ShouldContain("somebody still reads the store as it was before");
        }

        await Execute(database, "CREATE SCHEMA \"before-0002-x\"; CREATE TABLE \"before-0002-x\".schemaversions AS TABLE schemaversions");
        (await store.CleanUp(Cancel)).ShouldBeNull();

        (await Dead(database)).ShouldBe(0);
        (await Read(database, "SELECT nspname FROM pg_namespace WHERE nspname LIKE 'before-%'")).ShouldBeEmpty();
    }

    [Fact]
    public async Task A_deleted_community_is_in_no_table_any_more()
    {
        var database = await server.NewDatabase(Cancel);
        await using var store = Store.Postgres(database, TimeProvider.System);
        await Erased.Write(store.Journal, Erased.Guild, Cancel);
        await new PackedJournal(store, TimeProvider.System, size: 8).Pack(Cancel);

        await store.Journal.Delete(Erased.Guild, Cancel);

        (await Finding(database, Erased.Secret)).ShouldBeEmpty();
        (await Finding(database, Erased.Kept)).ShouldBeEmpty();
    }

    [Fact]
    public async Task Who_was_forgotten_is_in_no_table_any_more_and_a_link_never_was()
    {
        var database = await server.NewDatabase(Cancel);
        await using var store = Store.Postgres(database, TimeProvider.System);
        var key = await store.People.Key(Erased.Guild, new UserId(Erased.Secret), Cancel);
        var token = await store.SignInLinks.Issue(Erased.Guild, key, TimeSpan.FromHours(1), Cancel);
        (await Finding(database, Erased.Secret)).ShouldBe(["public.person"]);

        await store.People.Forget(new UserId(Erased.Secret), null, Cancel);

        (await Finding(database, Erased.Secret)).ShouldBeEmpty();
        (await Finding(database, token)).ShouldBeEmpty();
        (await Finding(database, SignInToken.Hash(token))).ShouldBe(["public.sign_in_link"]);
    }

    [Fact]
    public async Task Keys_of_protection_are_the_same_for_every_replica()
    {
        var database = await server.NewDatabase(Cancel);
        await using var here = Store.Postgres(database, TimeProvider.System);
        await using var there = Store.Postgres(database, TimeProvider.System);

        await here.ProtectionKeys.Add("a", "<key id='a'/>", Cancel);

        (await there.ProtectionKeys.All(Cancel)).ShouldBe(["<key id='a'/>"]);
    }

    /// <summary>How many rows of the journal are kept for nobody, or for who reads what was there before.</summary>
    private static async Task<int> Dead(string database)
    {
        await Execute(database, "CREATE EXTENSION IF NOT EXISTS pgstattuple");
        return int.Parse(
            (await Read(database, "SELECT dead_tuple_count::text FROM pgstattuple('journal')")).Single(),
            CultureInfo.InvariantCulture
        );
    }

    /// <summary>Lets the time go by for as long as it waits.</summary>
    private static async Task<T> Waited<T>(Task<T> work, FakeTimeProvider time)
    {
        while (!work.IsCompleted)
        {
            time.Advance(TimeSpan.FromMilliseconds(20));
            await Task.Yield();
        }

        return await work;
    }

    /// <summary>The tables in which some row, written out, holds a text.</summary>
    private static async Task<List<string>> Finding(string database, string text)
    {
        var tables = await Read(
            database,
            "SELECT format('%I.%I', schemaname, tablename) FROM pg_tables WHERE schemaname NOT IN ('pg_catalog', 'information_schema') ORDER BY 1"
        );
        var tablesWith = new List<string>();
        foreach (var table in tables)
        {
            // Bytes are written out in hex.
            var hex = Convert.ToHexStringLower(Encoding.UTF8.GetBytes(text));
            var found = $"position('{text}' IN t::text) > 0 OR position('{hex}' IN t::text) > 0";
            if (await Read(database, $"SELECT 'found' FROM {table} t WHERE {found} LIMIT 1") is [_])
            {
                tablesWith.Add(table.Replace("\"", "", StringComparison.Ordinal));
            }
        }

        return tablesWith;
    }

    private static async Task<List<string>> Read(string database, string sql)
    {
        await using var source = NpgsqlDataSource.Create(database);
        await using var command = source.CreateCommand(sql);
        await using var reader = await command.ExecuteReaderAsync(Cancel);
        var rows = new List<string>();
        while (await reader.ReadAsync(Cancel))
        {
            rows.Add(reader.GetString(0));
        }

        return rows;
    }

    private static async Task Execute(string database, string sql)
    {
        await using var source = NpgsqlDataSource.Create(database);
        await using var command = source.CreateCommand(sql);
        await command.ExecuteNonQueryAsync(Cancel);
    }
}
