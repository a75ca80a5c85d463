using System.Data;
using System.Data.Common;
using Bot.Core.Journal;
using Bot.Storage.Databases;
using Npgsql;

namespace Bot.Storage.Postgres;

/// <summary>A PostgreSQL database that several replicas write to at once.</summary>
internal sealed class PostgresDatabase : Database
{
    private readonly NpgsqlDataSource source;
    private readonly IAsyncDisposable presence;

    private PostgresDatabase(NpgsqlDataSource source, IAsyncDisposable presence) => (this.source, this.presence) = (source, presence);

    /// <summary>Who has read the head this way keeps all others from it until the commit; a sequence would hand out 2 before 1 is there.</summary>
    public override string LockRow => " FOR UPDATE";

    public override string TakeRow => " FOR UPDATE SKIP LOCKED";

    public override string Name => "postgresql";

    /// <exception cref="StoreRefusedException">The database cannot be reached, or does not wait for its disk.</exception>
    /// <param name="alone">Nobody else may have it open.</param>
    public static async Task<Database> Open(string connectionString, TimeProvider time, bool alone = false)
    {
        var source = Source(connectionString);
        try
        {
            await using var command = source.CreateCommand("SHOW synchronous_commit");
            if (await command.ExecuteScalarAsync() is not "on" and not "remote_apply" and var found)
            {
                throw new StoreRefusedException(
                    $"PostgreSQL has `synchronous_commit` at '{found}', so that what was accepted could be lost. Set it to 'on'."
                );
            }

            return alone ? await OpenAlone(source, connectionString) : await OpenWithOthers(source, connectionString, time);
        }
        catch (NpgsqlException refused)
        {
            await source.DisposeAsync();
            throw new StoreRefusedException($"The PostgreSQL store cannot be opened: {refused.Message}", refused);
        }
        catch
        {
            await source.DisposeAsync();
            throw;
        }
    }

    public override async ValueTask<DbConnection> OpenToRead(CancellationToken cancellation) =>
        await source.OpenConnectionAsync(cancellation);

    public override ValueTask<Transaction> OpenSnapshot(CancellationToken cancellation) =>
        Begin(IsolationLevel.RepeatableRead, cancellation);

    public override ValueTask<Transaction> OpenToWrite(CancellationToken cancellation) => Begin(IsolationLevel.ReadCommitted, cancellation);

    private async ValueTask<Transaction> Begin(IsolationLevel isolation, CancellationToken cancellation)
    {
        var connection = await source.OpenConnectionAsync(cancellation);
        try
        {
            return new Transaction(
                connection,
                await connection.BeginTransactionAsync(isolation, cancellation),
                Name,
                connection.DisposeAsync
            );
        }
        catch
        {
            await connection.DisposeAsync();
            throw;
        }
    }

    public override async ValueTask<IReadOnlyDictionary<string, IReadOnlyList<string>>> Tables(CancellationToken cancellation) =>
        Catalogue.Of(
            await this.Read(
                """
                SELECT t.table_name, c.column_name FROM information_schema.tables t JOIN information_schema.columns c USING (table_schema, table_name)
                WHERE table_schema = current_schema() AND t.table_type = 'BASE TABLE' ORDER BY t.table_name, c.ordinal_position
                """,
                row => (row.GetString(0), row.GetString(1)),
                cancellation
            )
        );

    /// <summary>
    /// Takes the dead versions of rows out of the tables, as far as no older transaction still sees them
    /// (<see href="https://www.postgresql.org/docs/current/sql-vacuum.html"/>), and drops the copies from before a migration. No SQL finds what was erased from
    /// then on. The server's own log, its standbys and its base backups keep it as long as they are kept, and a freed page is not overwritten with zeros.
    /// </summary>
    public override async Task<bool> Scrub(CancellationToken cancellation)
    {
        await using var connection = await source.OpenConnectionAsync(cancellation);
        await PostgresMigration.DropCopies(connection, cancellation);
        if (await IsReadAsBefore(connection, cancellation))
        {
            return false;
        }

        // It takes its time: a large journal is read whole.
        var tables = (await Tables(cancellation)).Keys.Select(table => $"\"{table}\"");
        await using var command = new NpgsqlCommand($"VACUUM {string.Join(", ", tables)}", connection) { CommandTimeout = 0 };
        await command.ExecuteNonQueryAsync(cancellation);
        return true;
    }

    public override async ValueTask DisposeAsync()
    {
        await presence.DisposeAsync();
        await source.DisposeAsync();
    }

    /// <summary>
    /// Whether a transaction is open that began before the last erasure was committed, so that what was erased is still kept for it
    /// (<see href="https://www.postgresql.org/docs/current/routine-vacuuming.html"/>). An erasure is noted in the transaction that does it.
    /// </summary>
    private static async Task<bool> IsReadAsBefore(NpgsqlConnection connection, CancellationToken cancellation)
    {
        await using var command = new NpgsqlCommand(
            """
            SELECT EXISTS (
              SELECT 1 FROM pg_stat_activity
              WHERE datname = current_database() AND pid <> pg_backend_pid() AND backend_type = 'client backend'
              AND greatest(age(backend_xmin), age(backend_xid)) >= (SELECT min(age(xmin)) FROM erasure)
            )
            """,
            connection
        );
        return await command.ExecuteScalarAsync(cancellation) is true;
    }

    private static async Task<Database> OpenWithOthers(NpgsqlDataSource source, string connectionString, TimeProvider time)
    {
        await new PostgresMigration(connectionString).Bring(CancellationToken.None);
        var bell = new Bell();
        return new PostgresDatabase(source, await PostgresListener.Open(connectionString, bell, time)) { Appended = bell };
    }

    private static async Task<Database> OpenAlone(NpgsqlDataSource source, string connectionString)
    {
        var alone = await PostgresPresence.TakeAlone(connectionString);
        try
        {
            await new PostgresMigration(connectionString).Bring(CancellationToken.None);
            return new PostgresDatabase(source, alone);
        }
        catch
        {
            await alone.DisposeAsync();
            throw;
        }
    }

    private static NpgsqlDataSource Source(string connectionString)
    {
        try
        {
            return NpgsqlDataSource.Create(connectionString);
        }
        catch (ArgumentException refused)
        {
            // The message of the driver quotes what was typed, which may hold a password.
            throw new StoreRefusedException(
                "`Store:ConnectionString` is no connection string of PostgreSQL: write it as Host=db;Database=dateline;Username=dateline.",
                refused
            );
        }
    }
}
