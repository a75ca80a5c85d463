using System.Data.Common;
using System.Diagnostics;
using Bot.Core.Tracing;

namespace Bot.Storage.Databases;

/// <summary>A connection with its open transaction, given back at the end; without <see cref="Commit"/> nothing was written.</summary>
/// <param name="system">The database, as traces call it.</param>
internal sealed class Transaction(DbConnection connection, DbTransaction transaction, string system, Func<ValueTask> giveBack)
    : IAsyncDisposable
{
    private readonly Activity? span = Spans.Begin("store transaction", ActivityKind.Client)?.SetTag("db.system.name", system);

    public DbCommand Command(string sql)
    {
        var command = connection.CreateCommand();
        (command.Transaction, command.CommandText) = (transaction, sql);
        return command;
    }

    /// <summary>Runs a statement and gives the number of rows it touched.</summary>
    public async Task<int> Run(string sql, CancellationToken cancellation, params (string Name, object Value)[] values)
    {
        await using var command = Command(sql);
        command.Give(values);
        return await command.ExecuteNonQueryAsync(cancellation);
    }

    public async Task<List<T>> Read<T>(
        string sql,
        Func<DbDataReader, T> row,
        CancellationToken cancellation,
        params (string Name, object Value)[] values
    )
    {
        await using var command = Command(sql);
        command.Give(values);
        return await command.ReadAll(row, cancellation);
    }

    public Task Commit(CancellationToken cancellation) => transaction.CommitAsync(cancellation);

    public async ValueTask DisposeAsync()
    {
        try
        {
            await transaction.DisposeAsync();
        }
        finally
        {
            span?.Dispose();
            await giveBack();
        }
    }
}
