using Bot.Core.Replicas;
using Npgsql;

namespace Bot.Storage.Postgres;

/// <summary>A lease that is held as long as its connection: that is asked for a sign of life every few seconds, and one that gives none is taken for lost.</summary>
internal sealed class PostgresLease : ILease
{
    private static readonly TimeSpan Every = TimeSpan.FromSeconds(3);

    /// <summary>Together with the wait before it, much less than after what silence the server lets go.</summary>
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(4);

    private readonly NpgsqlConnection connection;
    private readonly TimeProvider time;
    private readonly CancellationTokenSource lost = new();
    private readonly CancellationTokenSource released = new();
    private readonly Task watching;

    public PostgresLease(NpgsqlConnection connection, bool wasElsewhere, TimeProvider time)
    {
        (this.connection, WasElsewhere, this.time) = (connection, wasElsewhere, time);
        watching = Watch();
    }

    public bool WasElsewhere { get; }

    public CancellationToken Lost => lost.Token;

    public async ValueTask DisposeAsync()
    {
        await released.CancelAsync();
        await watching;
        await connection.DisposeAsync();
        released.Dispose();
        lost.Dispose();
    }

    private async Task Watch()
    {
        try
        {
            while (true)
            {
                await Task.Delay(Every, time, released.Token);
                using var patience = new CancellationTokenSource(Patience, time);
                using var either = CancellationTokenSource.CreateLinkedTokenSource(patience.Token, released.Token);
                await using var sign = new NpgsqlCommand("SELECT 1", connection);
                await sign.ExecuteScalarAsync(either.Token);
            }
        }
        catch (OperationCanceledException) when (released.IsCancellationRequested)
        {
            // It is given back.
        }
        catch (Exception away) when (away is NpgsqlException or IOException or TimeoutException or OperationCanceledException)
        {
            await lost.CancelAsync();
        }
    }
}
