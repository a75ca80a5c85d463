using System.Data.Common;
using Bot.Core.Journal;

namespace Bot.Storage.Journals;

/// <summary>What the journal needs of a database. All SQL beyond it is the same on each.</summary>
internal abstract class Database : IAsyncDisposable
{
    /// <summary>
    /// Ends a read of the head of the journal. From there to the commit no other append gets to the same place, so that positions are drawn
    /// in the order of commits.
    /// </summary>
    public abstract string LockHead { get; }

    /// <summary>Rung when something was appended here, and where the database can tell, elsewhere.</summary>
    public Bell Appended { get; } = new();

    public abstract ValueTask<DbConnection> OpenToRead(CancellationToken cancellation);

    /// <summary>Opens a transaction for writing; what it commits is on the disk when the commit returns.</summary>
    public abstract ValueTask<Writing> OpenToWrite(CancellationToken cancellation);

    /// <summary>Sees to it that what was emptied or deleted does not stay behind where the database keeps its rows. Called after the commit.</summary>
    public abstract Task Scrub(CancellationToken cancellation);

    public abstract ValueTask DisposeAsync();
}

/// <summary>A connection with its open transaction, given back at the end; without <see cref="Commit"/> nothing was written.</summary>
internal sealed class Writing(DbConnection connection, DbTransaction transaction, Func<ValueTask> giveBack) : IAsyncDisposable
{
    public DbCommand Command(string sql)
    {
        var command = connection.CreateCommand();
        (command.Transaction, command.CommandText) = (transaction, sql);
        return command;
    }

    public Task Commit(CancellationToken cancellation) => transaction.CommitAsync(cancellation);

    public async ValueTask DisposeAsync()
    {
        await transaction.DisposeAsync();
        await giveBack();
    }
}
