using Bot.Core.Journal;
using Npgsql;

namespace Bot.Storage.Postgres;

/// <summary>
/// Holds the store open, and hears what other replicas append (<see href="https://www.postgresql.org/docs/current/sql-notify.html"/>). What was said while the connection was
/// away is lost, so the bell is rung whenever it is back.
/// </summary>
internal sealed class PostgresListener : IAsyncDisposable
{
    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(1);

    /// <summary>How long whoever has the store alone is waited for at first, in seconds: as long as that takes.</summary>
    private const int Endless = 0;

    /// <summary>And when the connection is made again, where it may be the way to the server that stands still.</summary>
    private const int Again = 30;

    private readonly CancellationTokenSource stopping = new();
    private readonly Task listening;

    private PostgresListener(NpgsqlConnection first, string connectionString, Bell bell, TimeProvider time) =>
        listening = Task.Run(() => Listen(first, connectionString, bell, time));

    /// <summary>Holds the store open; waits while somebody has it alone.</summary>
    /// <exception cref="NpgsqlException">The server cannot be reached at first. Later it is waited for.</exception>
    public static async Task<PostgresListener> Open(string connectionString, Bell bell, TimeProvider time)
    {
        var alone = new NpgsqlConnectionStringBuilder(connectionString) { Pooling = false }.ToString();
        return new PostgresListener(await Connect(alone, bell, Endless, CancellationToken.None), alone, bell, time);
    }

    public async ValueTask DisposeAsync()
    {
        await stopping.CancelAsync();
        await listening;
        stopping.Dispose();
    }

    private async Task Listen(NpgsqlConnection first, string connectionString, Bell bell, TimeProvider time)
    {
        var connection = (NpgsqlConnection?)first;
        while (true)
        {
            try
            {
                await Hear(connection ?? await Connect(connectionString, bell, Again, stopping.Token));
            }
            catch (OperationCanceledException) when (stopping.IsCancellationRequested)
            {
                return;
            }
            catch (Exception away) when (away is NpgsqlException or IOException or TimeoutException)
            {
                connection = null;
                await Task.Delay(Pause, time, stopping.Token).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            }
        }
    }

    private async Task Hear(NpgsqlConnection connection)
    {
        await using var heard = connection;
        while (true)
        {
            await heard.WaitAsync(stopping.Token);
        }
    }

    private static async Task<NpgsqlConnection> Connect(string connectionString, Bell bell, int patience, CancellationToken cancellation)
    {
        var connection = new NpgsqlConnection(connectionString);
        try
        {
            await connection.OpenAsync(cancellation);
            connection.Notification += (_, _) => bell.Ring();
            await using var listen = new NpgsqlCommand($"{PostgresPresence.Share}; LISTEN journal", connection)
            {
                CommandTimeout = patience,
            };
            await listen.ExecuteNonQueryAsync(cancellation);
            bell.Ring();
            return connection;
        }
        catch
        {
            await connection.DisposeAsync();
            throw;
        }
    }
}
