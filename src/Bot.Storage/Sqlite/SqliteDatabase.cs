using System.Data.Common;
using Bot.Storage.Databases;
using Microsoft.Data.Sqlite;

namespace Bot.Storage.Sqlite;

/// <summary>
/// A SQLite file in WAL mode with full synchronisation: a commit is on the disk when it returns (<see href="https://sqlite.org/wal.html"/>,
/// <see href="https://sqlite.org/pragma.html#pragma_synchronous"/>). One connection writes, any number read beside it.
/// </summary>
internal sealed class SqliteDatabase : Database
{
    /// <summary>SQLite's number for FULL.</summary>
    private const long Full = 2;

    private const long On = 1;

    private readonly string connectionString;
    private readonly SqliteConnection writer;
    private readonly SemaphoreSlim one = new(1, 1);

    private readonly FileStream presence;

    private SqliteDatabase(string connectionString, SqliteConnection writer, FileStream presence) =>
        (this.connectionString, this.writer, this.presence) = (connectionString, writer, presence);

    public override string Name => "sqlite";

    /// <summary>A write begins as one (BEGIN IMMEDIATE), so there is nothing to lock.</summary>
    public override string LockRow => "";

    public override string TakeRow => "";

    public static string ConnectionString(string file) => new SqliteConnectionStringBuilder { DataSource = file }.ToString();

    /// <exception cref="StoreRefusedException">The file cannot be opened, or does not keep what it is told.</exception>
    /// <param name="alone">Nobody else may have it open.</param>
    public static async Task<Database> Open(string file, bool alone = false)
    {
        var connectionString = ConnectionString(file);
        var writer = new SqliteConnection(connectionString);
        FileStream? presence = null;
        try
        {
            presence = Presence.Take(file, alone);
            await new SqliteMigration(file).Bring(CancellationToken.None);
            await writer.OpenAsync();
            await Expect(writer, "journal_mode", "journal_mode = WAL", "wal");
            await Expect(writer, "synchronous", "synchronous = FULL", Full);
            await Expect(writer, "secure_delete", "secure_delete = ON", On);

            // A process may have died between erasing something and emptying the log that still has it.
            await EmptyLog(writer, CancellationToken.None);
            return new SqliteDatabase(connectionString, writer, presence);
        }
        catch (Exception refused) when (refused is SqliteException or IOException or UnauthorizedAccessException)
        {
            await GiveUp(writer, presence);
            throw new StoreRefusedException($"The store '{file}' cannot be opened: {refused.Message}", refused);
        }
        catch
        {
            await GiveUp(writer, presence);
            throw;
        }
    }

    public override async ValueTask<DbConnection> OpenToRead(CancellationToken cancellation)
    {
        var connection = new SqliteConnection(connectionString);
        await connection.OpenAsync(cancellation);
        return connection;
    }

    public override async ValueTask<Transaction> OpenSnapshot(CancellationToken cancellation)
    {
        var connection = new SqliteConnection(connectionString);
        await connection.OpenAsync(cancellation);
        return new Transaction(connection, connection.BeginTransaction(deferred: true), Name, connection.DisposeAsync);
    }

    public override async ValueTask<Transaction> OpenToWrite(CancellationToken cancellation)
    {
        await one.WaitAsync(cancellation);
        try
        {
            return new Transaction(writer, writer.BeginTransaction(deferred: false), Name, GiveBack);
        }
        catch
        {
            one.Release();
            throw;
        }
    }

    public override async ValueTask<IReadOnlyDictionary<string, IReadOnlyList<string>>> Tables(CancellationToken cancellation) =>
        Catalogue.Of(
            await this.Read(
                """
                SELECT t.name, c.name FROM pragma_table_list t JOIN pragma_table_info(t.name) c
                WHERE t.schema = 'main' AND t.type = 'table' AND t.name NOT LIKE 'sqlite^_%' ESCAPE '^' ORDER BY t.name, c.cid
                """,
                row => (row.GetString(0), row.GetString(1)),
                cancellation
            )
        );

    /// <summary>
    /// What was deleted is overwritten in the file as it goes (<see href="https://sqlite.org/pragma.html#pragma_secure_delete"/>), and here the log of
    /// changes, which still has it, is emptied, and the copies from before a migration are taken away. What a disk keeps of blocks it was told to give up is beyond us.
    /// </summary>
    public override async Task<bool> Scrub(CancellationToken cancellation)
    {
        SqliteMigration.DeleteCopies(writer.DataSource);
        await one.WaitAsync(cancellation);
        try
        {
            return await EmptyLog(writer, cancellation);
        }
        finally
        {
            one.Release();
        }
    }

    public override async ValueTask DisposeAsync()
    {
        await writer.DisposeAsync();
        SqliteConnection.ClearPool(new SqliteConnection(connectionString));
        await presence.DisposeAsync();
        one.Dispose();
    }

    private ValueTask GiveBack()
    {
        one.Release();
        return ValueTask.CompletedTask;
    }

    private static async Task GiveUp(SqliteConnection writer, FileStream? presence)
    {
        await writer.DisposeAsync();
        if (presence is not null)
        {
            await presence.DisposeAsync();
        }
    }

    /// <summary>Puts a store that nobody has open into one file, with no log beside it.</summary>
    public static async Task MakeOneFile(string file, CancellationToken cancellation)
    {
        await using var connection = new SqliteConnection(
            new SqliteConnectionStringBuilder { DataSource = file, Pooling = false }.ToString()
        );
        await connection.OpenAsync(cancellation);
        await Expect(connection, "journal_mode", "journal_mode = DELETE", "delete");
    }

    /// <returns>False where somebody still reads what was there before.</returns>
    private static async Task<bool> EmptyLog(SqliteConnection writer, CancellationToken cancellation)
    {
        await using var command = writer.CreateCommand();
        command.CommandText = "PRAGMA wal_checkpoint(TRUNCATE)";
        return await command.ExecuteScalarAsync(cancellation) is 0L;
    }

    private static async Task Expect(SqliteConnection connection, string name, string setting, object expected)
    {
        await using var command = connection.CreateCommand();
        command.CommandText = $"PRAGMA {setting}; PRAGMA {name};";
        await using var reader = await command.ExecuteReaderAsync();
        object? found = null;
        do
        {
            while (await reader.ReadAsync())
            {
                found = reader.GetValue(0);
            }
        } while (await reader.NextResultAsync());

        if (!Equals(found, expected))
        {
            throw new StoreRefusedException(
                $"The store '{connection.DataSource}' does not take `{setting}`: it says {found}. Put it on a local disk."
            );
        }
    }
}
