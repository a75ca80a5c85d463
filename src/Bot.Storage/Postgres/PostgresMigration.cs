using DbUp;
using Npgsql;

namespace Bot.Storage.Postgres;

/// <summary>Brings a PostgreSQL database to the form this program knows. Several replicas that start at once take turns.</summary>
/// <param name="scripts">Those of this program; tests bring others.</param>
internal sealed class PostgresMigration(Migration scripts)
{
    public static readonly PostgresMigration Shipped = new(Migration.Of("postgres"));

    private const string FindTable = "SELECT to_regclass('schemaversions')::text";

    /// <summary>Any number will do that no other program locks in the same database.</summary>
    private const long Lock = 4_711_190_255;

    /// <exception cref="StoreRefusedException">It was written by a newer program, or a script failed.</exception>
    public async Task Bring(NpgsqlDataSource source, CancellationToken cancellation)
    {
        await using var connection = await source.OpenConnectionAsync(cancellation);
        if ((await scripts.Missing(connection, FindTable, cancellation)).Count == 0)
        {
            return;
        }

        await Execute(connection, $"SELECT pg_advisory_lock({Lock})", cancellation);
        try
        {
            var missing = await scripts.Missing(connection, FindTable, cancellation);
            if (missing.Count > 0)
            {
                await Copy(connection, missing, cancellation);
                scripts.Run(DeployChanges.To.PostgresqlDatabase(source.ConnectionString));
            }
        }
        finally
        {
            await Execute(connection, $"SELECT pg_advisory_unlock({Lock})", CancellationToken.None);
        }
    }

    /// <summary>Tables with something in them are copied into a schema beside theirs before they are changed.</summary>
    private async Task Copy(NpgsqlConnection connection, IReadOnlyList<string> missing, CancellationToken cancellation)
    {
        if (scripts.IsNew(missing))
        {
            return;
        }

        var schema = $"before-{Path.GetFileNameWithoutExtension(missing[0])}";
        await Execute(
            connection,
            $"""
            DO $$
            DECLARE found record;
            BEGIN
              CREATE SCHEMA "{schema}";
              FOR found IN SELECT tablename FROM pg_tables WHERE schemaname = current_schema() LOOP
                EXECUTE format('CREATE TABLE %I.%I AS TABLE %I', '{schema}', found.tablename, found.tablename);
              END LOOP;
            END $$
            """,
            cancellation
        );
    }

    private static async Task Execute(NpgsqlConnection connection, string sql, CancellationToken cancellation)
    {
        await using var command = new NpgsqlCommand(sql, connection);
        await command.ExecuteNonQueryAsync(cancellation);
    }
}
