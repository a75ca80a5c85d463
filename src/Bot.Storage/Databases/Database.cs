using System.Data.Common;
using Bot.Core.Journal;

namespace Bot.Storage.Databases;

/// <summary>What the store needs of a database. All SQL beyond it is the same on each.</summary>
internal abstract class Database : IAsyncDisposable
{
    private static readonly TimeSpan Poll = TimeSpan.FromSeconds(1);

    /// <summary>As traces call it (<see href="https://opentelemetry.io/docs/specs/semconv/database/"/>).</summary>
    public abstract string Name { get; }

    /// <summary>
    /// Ends a read of one row. From there to the commit nobody else who reads it this way gets to the same place; so are positions drawn in the order
    /// of commits.
    /// </summary>
    public abstract string LockRow { get; }

    /// <summary>Ends a read of the rows that are taken: one that somebody else takes at this moment is passed over.</summary>
    public abstract string TakeRow { get; }

    /// <summary>Rung when something was appended here, and where the database can tell, elsewhere.</summary>
    public Bell Appended { get; init; } = new();

    /// <summary>Waits until something is appended, and not longer than a follower should wait before it looks in any case.</summary>
    /// <param name="next">The bell's, taken before the last look.</param>
    public static async Task WaitForMore(Task next, TimeProvider time, CancellationToken cancellation)
    {
        // Who appends in another process may not be heard, and a bell can be missed while a connection is away.
        using var either = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        await Task.WhenAny(next, Task.Delay(Poll, time, either.Token));
        await either.CancelAsync();
        cancellation.ThrowIfCancellationRequested();
    }

    /// <summary>The store's own tables with their columns, each by name.</summary>
    public abstract ValueTask<IReadOnlyDictionary<string, IReadOnlyList<string>>> Tables(CancellationToken cancellation);

    public abstract ValueTask<DbConnection> OpenToRead(CancellationToken cancellation);

    /// <summary>Opens a transaction that sees the store as of one moment, while others write.</summary>
    public abstract ValueTask<Transaction> OpenSnapshot(CancellationToken cancellation);

    /// <summary>Opens a transaction for writing; what it commits is on the disk when the commit returns.</summary>
    public abstract ValueTask<Transaction> OpenToWrite(CancellationToken cancellation);

    /// <summary>Sees to it that what was emptied or deleted does not stay behind where the database keeps its rows.</summary>
    /// <returns>False where somebody still reads what was there before, so that something stays.</returns>
    public abstract Task<bool> Scrub(CancellationToken cancellation);

    public abstract ValueTask DisposeAsync();
}
