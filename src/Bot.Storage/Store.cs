using System.Security.Cryptography;
using Bot.Core.Communities;
using Bot.Core.Journal;
using Bot.Storage.Communities;
using Bot.Storage.Databases;
using Bot.Storage.Journals;
using Bot.Storage.Postgres;
using Bot.Storage.Sqlite;

namespace Bot.Storage;

/// <summary>A store, opened when it is first needed or by <see cref="Open"/>. What it accepts is durable before the caller hears so.</summary>
public sealed class Store : IAsyncDisposable
{
    private readonly Lazy<Task<Database>> database;
    private readonly SqlJournal journal;

    private Store(Func<Task<Database>> open, TimeProvider time, Randomness? random)
    {
        database = new Lazy<Task<Database>>(open);
        var chance = random ?? RandomNumberGenerator.Fill;
        journal = new SqlJournal(Opened, time);
        People = new SqlPeople(Opened, chance, time);
        Communities = new SqlCommunities(Opened, time);
        SignInLinks = new SqlSignInLinks(Opened, chance, time);
        ProtectionKeys = new ProtectionKeys(Opened);
    }

    public IJournal Journal => journal;

    public IPeople People { get; }

    public ICommunities Communities { get; }

    public ISignInLinks SignInLinks { get; }

    public ProtectionKeys ProtectionKeys { get; }

    /// <summary>A file, made where there is none, for its owner alone, and brought to the form this program knows.</summary>
    /// <param name="random">Null: the system's, which nobody can guess.</param>
    public static Store Sqlite(string file, TimeProvider time, Randomness? random = null) =>
        new(() => SqliteDatabase.Open(file), time, random);

    /// <summary>A PostgreSQL database, brought to the form this program knows.</summary>
    /// <param name="random">Null: the system's, which nobody can guess.</param>
    public static Store Postgres(string connectionString, TimeProvider time, Randomness? random = null) =>
        new(() => PostgresDatabase.Open(connectionString, time), time, random);

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

    private Task<Database> Opened() => database.Value;
}
