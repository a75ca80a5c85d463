using Bot.Core.Journal;
using Bot.Storage.Journals;
using Bot.Storage.Postgres;
using Bot.Storage.Sqlite;

namespace Bot.Storage;

/// <summary>An open store. What it accepts is durable before the caller hears so.</summary>
public sealed class Store : IAsyncDisposable
{
    private readonly Database database;

    private Store(Database database, TimeProvider time)
    {
        this.database = database;
        Journal = new SqlJournal(database, time);
    }

    public IJournal Journal { get; }

    /// <summary>Opens a file, makes it where there is none, and brings it to the form this program knows.</summary>
    /// <exception cref="StoreRefusedException">It cannot be used as it is; the message says why and what to do.</exception>
    public static async Task<Store> OpenSqlite(string file, TimeProvider time, CancellationToken cancellation)
    {
        await SqliteMigration.Shipped.Bring(file, cancellation);
        return new Store(await SqliteDatabase.Open(SqliteDatabase.ConnectionString(file), cancellation), time);
    }

    /// <inheritdoc cref="OpenSqlite" />
    public static async Task<Store> OpenPostgres(string connectionString, TimeProvider time, CancellationToken cancellation)
    {
        var database = await PostgresDatabase.Open(connectionString, time, cancellation);
        try
        {
            await PostgresMigration.Shipped.Bring(database.Source, cancellation);
            return new Store(database, time);
        }
        catch
        {
            await database.DisposeAsync();
            throw;
        }
    }

    public ValueTask DisposeAsync() => database.DisposeAsync();
}
