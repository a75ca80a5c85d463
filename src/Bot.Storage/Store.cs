using Bot.Core.Journal;
using Bot.Storage.Journals;
using Bot.Storage.Postgres;
using Bot.Storage.Sqlite;

namespace Bot.Storage;

/// <summary>A store, opened when it is first needed or by <see cref="Open"/>. What it accepts is durable before the caller hears so.</summary>
public sealed class Store : IAsyncDisposable
{
    private readonly Lazy<Task<Database>> database;
    private readonly SqlJournal journal;

    private Store(Func<Task<Database>> open, TimeProvider time)
    {
        database = new Lazy<Task<Database>>(open);
        journal = new SqlJournal(() => database.Value, time);
    }

    public IJournal Journal => journal;

    /// <summary>A file, made where there is none and brought to the form this program knows.</summary>
    public static Store Sqlite(string file, TimeProvider time) => new(() => SqliteDatabase.Open(file), time);

    /// <summary>A PostgreSQL database, brought to the form this program knows.</summary>
    public static Store Postgres(string connectionString, TimeProvider time) =>
        new(() => PostgresDatabase.Open(connectionString, time), time);

    /// <exception cref="StoreRefusedException">It cannot be used as it is; the message says why and what to do.</exception>
    public Task Open() => database.Value;

    /// <summary>Reads the whole journal and checks it against its own rules.</summary>
    public Task<VerifiedJournal> Verify(CancellationToken cancellation) => journal.Verify(cancellation);

    public async ValueTask DisposeAsync()
    {
        if (database is { IsValueCreated: true, Value.IsCompletedSuccessfully: true })
        {
            await (await database.Value).DisposeAsync();
        }
    }
}
