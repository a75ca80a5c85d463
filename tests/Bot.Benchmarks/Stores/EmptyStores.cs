using System.Collections.Concurrent;
using Bot.Storage;
using Bot.Testing.Model;
using Bot.Testing.Postgres;
using Microsoft.Data.Sqlite;

namespace Bot.Benchmarks.Stores;

/// <summary>Where a journal is kept.</summary>
internal enum StoreKind
{
    Memory,
    Sqlite,
    Postgres,
}

/// <summary>Empty stores of one kind, and all that is needed for them, until it is disposed.</summary>
/// <param name="synced">Whether PostgreSQL waits for its disk; SQLite always does.</param>
internal sealed class EmptyStores(StoreKind kind, bool synced = false) : IAsyncDisposable
{
    private readonly PrivatePostgres postgres = new(synced);
    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("dateline-stores-");

    // Thousands of databases would fill the disk.
    private readonly ConcurrentBag<string> databases = [];
    private int count;

    public async Task<IModelStore> Open(TimeProvider time)
    {
        switch (kind)
        {
            case StoreKind.Memory:
                return new MemoryModelStore(time);
            case StoreKind.Sqlite:
                var file = Path.Combine(folder.FullName, $"{Interlocked.Increment(ref count)}.db");
                return new StoredModelStore(() => Store.Sqlite(file, time));
            default:
                var database = databases.TryTake(out var used) ? used : await postgres.NewDatabase(CancellationToken.None);
                return new StoredModelStore(() => Store.Postgres(database, time), () => Free(database));
        }
    }

    private async Task Free(string database)
    {
        await PrivatePostgres.Empty(database, CancellationToken.None);
        databases.Add(database);
    }

    public async ValueTask DisposeAsync()
    {
        await postgres.DisposeAsync();
        SqliteConnection.ClearAllPools();
        folder.Delete(recursive: true);
    }
}
