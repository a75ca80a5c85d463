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

    private readonly CancellationTokenSource stopping = new();
    private readonly TaskCompletionSource present = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly Task listening;

    public PostgresListener(string connectionString, Bell bell, TimeProvider time) =>
        listening = Task.Run(() => Listen(new NpgsqlConnectionStringBuilder(connectionString) { Pooling = false }.ToString(), bell, time));

    /// <summary>Completes when it listens for the first time, and with it the store is held open.</summary>
    public Task Present => present.Task;

    public async ValueTask DisposeAsync()
    {
        await stopping.CancelAsync();
        await listening;
        stopping.Dispose();
    }

    private async Task Listen(string connectionString, Bell bell, TimeProvider time)
    {
        while (!stopping.IsCancellationRequested)
        {
            try
            {
                await ListenOnce(connectionString, bell);
            }
            catch (OperationCanceledException) when (stopping.IsCancellationRequested)
            {
                return;
            }
            catch (Exception away) when (away is NpgsqlException or IOException or TimeoutException)
            {
                await Task.Delay(Pause, time, stopping.Token).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            }
        }
    }

    private async Task ListenOnce(string connectionString, Bell bell)
    {
        await using var connection = new NpgsqlConnection(connectionString);
        await connection.OpenAsync(stopping.Token);
        connection.Notification += (_, _) => bell.Ring();
        await using (var listen = new NpgsqlCommand($"{PostgresPresence.Share}; LISTEN journal", connection))
        {
            await listen.ExecuteNonQueryAsync(stopping.Token);
        }

        present.TrySetResult();
        bell.Ring();
        while (true)
        {
            await connection.WaitAsync(stopping.Token);
        }
    }
}
