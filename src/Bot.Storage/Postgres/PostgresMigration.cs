using System.Data.Common;
using DbUp;
using DbUp.Builder;
using DbUp.Engine;
using Npgsql;

namespace Bot.Storage.Postgres;

/// <summary>Brings a PostgreSQL database to the form this program knows. Turns are taken by a lock of the server's.</summary>
/// <param name="scripts">Null: those of this program. Tests bring others.</param>
internal sealed class PostgresMigration(string connectionString, IReadOnlyList<SqlScript>? scripts = null)
    : Migration(scripts ?? Embedded("postgres"))
{
    /// <summary>Any number will do that no other program locks in the same database.</summary>
    private const long Lock = 4_711_190_255;

    /// <summary>For connections that end with the migration, and whose commands take the time they need: a large journal is copied, and others wait for that.</summary>
    private readonly string alone = new NpgsqlConnectionStringBuilder(connectionString) { Pooling = false, CommandTimeout = 0 }.ToString();

    protected override string FindTable => "SELECT to_regclass('schemaversions')::text";

    protected override async Task<DbConnection> Open(CancellationToken cancellation)
    {
        var connection = new NpgsqlConnection(alone);
        await connection.OpenAsync(cancellation);
        return connection;
    }

    /// <summary>The lock belongs to its connection, and goes with it.</summary>
    protected override async Task<IAsyncDisposable> TakeTurn(CancellationToken cancellation)
    {
        var turn = await Open(cancellation);
        await Execute(turn, $"SELECT pg_advisory_lock({Lock})", cancellation);
        return turn;
    }

    /// <summary>Drops the copies from before earlier migrations.</summary>
    public static Task DropCopies(NpgsqlConnection store, CancellationToken cancellation) =>
        Execute(
            store,
            $"""
            DO $$
            DECLARE found record;
            BEGIN
              FOR found IN SELECT schemaname FROM pg_tables WHERE schemaname LIKE '{BeforeMigration}%' AND tablename = 'schemaversions' LOOP
                EXECUTE format('DROP SCHEMA IF EXISTS %I CASCADE', found.schemaname);
              END LOOP;
            END $$
            """,
            cancellation
        );

    /// <summary>Into a schema beside theirs.</summary>
    protected override Task Copy(DbConnection store, string name, CancellationToken cancellation) =>
        Execute(
            store,
            $"""
            DO $$
            DECLARE found record;
            BEGIN
              DROP SCHEMA IF EXISTS "{name}" CASCADE;
              CREATE SCHEMA "{name}";
              FOR found IN SELECT tablename FROM pg_tables WHERE schemaname = current_schema() LOOP
                EXECUTE format('CREATE TABLE %I.%I AS TABLE %I', '{name}', found.tablename, found.tablename);
              END LOOP;
            END $$
            """,
            cancellation
        );

    protected override UpgradeEngineBuilder Upgrade() => DeployChanges.To.PostgresqlDatabase(alone);
}
