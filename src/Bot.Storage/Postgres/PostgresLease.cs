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

        try
        {
            // A sign that is still waited for goes with its connection.
            await connection.DisposeAsync();
        }
        catch (Exception away) when (away is NpgsqlException or IOException or InvalidOperationException)
        {
            // It is gone all the same: the server ends what says nothing.
        }

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

                // To call a command off the driver first connects once more, which takes long just where nothing goes through: so it is not waited for.
                await Sign().WaitAsync(Patience, time, released.Token);
            }
        }
        catch (OperationCanceledException) when (released.IsCancellationRequested)
        {
            // It is given back.
        }
        catch (Exception away) when (away is NpgsqlException or IOException or TimeoutException)
        {
            await lost.CancelAsync();
        }
    }

    private async Task Sign()
    {
        await using var sign = new NpgsqlCommand("SELECT 1", connection) { CommandTimeout = (int)Patience.TotalSeconds };
        await sign.ExecuteScalarAsync(CancellationToken.None);
    }
}
