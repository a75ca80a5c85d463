using System.Security.Cryptography;
using Bot.Core.Communities;
using Bot.Core.Corrections;
using Bot.Core.Corrections.Watching;
using Bot.Core.Delivery;
using Bot.Core.Digests;
using Bot.Core.Journal;
using Bot.Core.Moderation.Cards;
using Bot.Core.Operating;
using Bot.Core.Replicas;
using Bot.Storage.Backups;
using Bot.Storage.Communities;
using Bot.Storage.Corrections;
using Bot.Storage.Databases;
using Bot.Storage.Delivery;
using Bot.Storage.Digests;
using Bot.Storage.Erasures;
using Bot.Storage.Journals;
using Bot.Storage.Moderation;
using Bot.Storage.Operating;
using Bot.Storage.Packed;
using Bot.Storage.Postgres;
using Bot.Storage.Sqlite;
using Bot.Storage.Subscribers;

namespace Bot.Storage;

/// <summary>A store, opened when it is first needed or by <see cref="Open"/>. What it accepts is durable before the caller hears so.</summary>
public sealed class Store : IAsyncDisposable
{
    private readonly Lazy<Task<Database>> database;
    private readonly SqlJournal journal;
    private readonly Subscription packing;
    private readonly Func<bool, Task<Database>> open;
    private readonly TimeProvider time;
    private bool disposed;

    private Store(Func<bool, Task<Database>> open, ILeases leases, TimeProvider time, Randomness? random)
    {
        (this.open, this.time, Leases) = (open, time, leases);
        database = new Lazy<Task<Database>>(() => open(false));
        var chance = random ?? RandomNumberGenerator.Fill;
        journal = new SqlJournal(Opened, time);
        packing = new Subscription(Opened, new Packing(), time);
        People = new SqlPeople(Opened, chance, time);
        Communities = new SqlCommunities(Opened, time);
        SignInLinks = new SqlSignInLinks(Opened, chance, time);
        ProtectionKeys = new ProtectionKeys(Opened);
        Receipts = new SqlReceipts(Opened);
        Digests = new SqlDigests(Opened);
        Slots = new SqlSlots(Opened);
        SealKey = new SqlSealKey(Opened, chance);
        Watches = new SqlWatches(Opened);
        Cards = new SqlCards(Opened);
        Corrections = new SqlCorrections(Opened, new Subscription(Opened, new PostChanges(), time));
        Installations = new SqlInstallations(Opened, time);
        Concerns = new SqlConcerns(Opened);
    }

    public IJournal Journal => journal;

    public IPeople People { get; }

    public ICommunities Communities { get; }

    public ISignInLinks SignInLinks { get; }

    public ProtectionKeys ProtectionKeys { get; }

    public IReceipts Receipts { get; }

    public ISealKey SealKey { get; }

    public ICorrections Corrections { get; }

    public IWatches Watches { get; }

    public ICards Cards { get; }

    public IInstallations Installations { get; }

    public IConcerns Concerns { get; }

    public IDigests Digests { get; }

    public ISlots Slots { get; }

    public ILeases Leases { get; }

    /// <summary>A file, made where there is none, for its owner alone, and brought to the form this program knows.</summary>
    /// <param name="random">Null: the system's, which nobody can guess.</param>
    public static Store Sqlite(string file, TimeProvider time, Randomness? random = null) =>
        new(alone => SqliteDatabase.Open(file, alone), SoleReplica.Instance, time, random);

    /// <summary>A PostgreSQL database, brought to the form this program knows.</summary>
    /// <param name="random">Null: the system's, which nobody can guess.</param>
    /// <param name="away">Is told why leases cannot be asked for, at first and then once a minute.</param>
    public static Store Postgres(string connectionString, TimeProvider time, Randomness? random = null, Action<Exception>? away = null) =>
        new(alone => PostgresDatabase.Open(connectionString, time, alone), new PostgresLeases(connectionString, time, away), time, random);

    /// <exception cref="StoreRefusedException">It cannot be used as it is; the message says why and what to do.</exception>
    public Task Open() => database.Value;

    /// <summary>
    /// Keeps what is derived from the journal up to it, until it is called off. It takes its time; nothing that is read or appended waits for it to be done.
    /// </summary>
    public async Task Derive(CancellationToken cancellation)
    {
        await journal.DropUnreadable(cancellation);
        await packing.Run(cancellation);
    }

    /// <summary>Cleans up after erasures where that could not be done at once: somebody read what was there before, or a process died.</summary>
    /// <returns>Why something is left, as a sentence; null where nothing is.</returns>
    public async Task<string?> CleanUp(CancellationToken cancellation) => await Scrubbing.MakeUp(await Opened(), time, cancellation);

    /// <summary>Reads the whole journal and checks it against its own rules, and what is packed against the journal.</summary>
    public Task<VerifiedJournal> Verify(CancellationToken cancellation) => journal.Verify(cancellation);

    /// <summary>Copies the store as of now into one file, while it goes on, checks the copy by opening it, and lists it.</summary>
    /// <exception cref="StoreRefusedException">The file is there already, or cannot be written.</exception>
    public async Task<TakenBackup> BackUp(string file, CancellationToken cancellation) =>
        await Backup.Take(await Opened(), file, time, cancellation);

    /// <summary>
    /// Puts the store back to what a backup holds, all of it at once. What was erased, forgotten or deleted since is erased again, as the present store tells; where
    /// that is lost, nobody can tell.
    /// </summary>
    /// <param name="goOn">False: only looks what it would do.</param>
    /// <exception cref="StoreRefusedException">The file is no backup that can be used, or somebody has the store open, this one included.</exception>
    public async Task<Restoration> Restore(string file, bool goOn, CancellationToken cancellation)
    {
        await using var alone = await open(true);
        return await Restoring.Restore(alone, file, goOn, time, cancellation);
    }

    /// <inheritdoc cref="Bot.Core.Communities.FrozenSince"/>
    public async ValueTask<DateTimeOffset?> FrozenSince(CancellationToken cancellation) => await Freeze.Since(await Opened(), cancellation);

    /// <summary>Lets what falls due go on after the store was put back.</summary>
    public async Task Resume(CancellationToken cancellation) => await Freeze.End(await Opened(), time, cancellation);

    public async ValueTask DisposeAsync()
    {
        if (Interlocked.Exchange(ref disposed, true))
        {
            return;
        }

        if (database is { IsValueCreated: true, Value.IsCompletedSuccessfully: true })
        {
            await (await database.Value).DisposeAsync();
        }
    }

    internal Task<Database> Opened() => database.Value;
}
