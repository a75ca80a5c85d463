using Bot.Testing.Postgres;
using Npgsql;

namespace Bot.Benchmarks.Chaos;

/// <summary>What befalls the database and the way to it. What lasts is undone when its time is over.</summary>
/// <param name="database">Not through the proxy.</param>
internal sealed class Disturbances(PrivatePostgres server, string database, Proxy proxy)
{
    private readonly List<Task> lasting = [];

    public async Task Do(Fault fault, CancellationToken cancellation)
    {
        switch (fault)
        {
            case Fault.RestartServer:
                await server.Restart();
                break;
            case Fault.CutConnections:
                proxy.Cut();
                break;
            case Fault.DelayConnections delay:
                proxy.Delay = delay.By;
                Undo(delay.For, () => proxy.Delay = TimeSpan.Zero, cancellation);
                break;
            case Fault.StallConnections stall:
                proxy.IsStill = true;
                Undo(stall.For, () => proxy.IsStill = false, cancellation);
                break;
            case Fault.EndListening:
                await EndListening(cancellation);
                break;
        }
    }

    /// <summary>Waits until nothing lasts any more.</summary>
    public Task Over() => Task.WhenAll(lasting);

    private void Undo(TimeSpan after, Action undo, CancellationToken cancellation) => lasting.Add(Later(after, undo, cancellation));

    private static async Task Later(TimeSpan after, Action undo, CancellationToken cancellation)
    {
        await Task.Delay(after, TimeProvider.System, cancellation);
        undo();
    }

    private async Task EndListening(CancellationToken cancellation)
    {
        NpgsqlConnection.ClearAllPools();
        await using var connection = new NpgsqlConnection(database);
        await connection.OpenAsync(cancellation);
        await using var end = new NpgsqlCommand(
            "SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE query LIKE '%LISTEN journal' AND pid <> pg_backend_pid()",
            connection
        );
        await end.ExecuteNonQueryAsync(cancellation);
    }
}
