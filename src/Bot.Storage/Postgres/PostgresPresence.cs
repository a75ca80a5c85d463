using Npgsql;

namespace Bot.Storage.Postgres;

/// <summary>
/// A lock of the server's that is held while the store is open: by all who have it open together, or by one who has it alone. It goes with its connection
/// (<see href="https://www.postgresql.org/docs/current/explicit-locking.html#ADVISORY-LOCKS"/>).
/// </summary>
internal static class PostgresPresence
{
    /// <summary>Any number will do that no other program locks in the same database, and another than that of migrations.</summary>
    private const long Lock = 4_711_190_256;

    /// <summary>Takes it with others, on a connection that is kept open; waits while somebody has it alone.</summary>
    public static readonly string Share = FormattableString.Invariant($"SELECT pg_advisory_lock_shared({Lock})");

    /// <exception cref="StoreRefusedException">Others have the store open.</exception>
    public static async Task<IAsyncDisposable> TakeAlone(string connectionString)
    {
        var connection = new NpgsqlConnection(new NpgsqlConnectionStringBuilder(connectionString) { Pooling = false }.ToString());
        await connection.OpenAsync();
        await using var command = new NpgsqlCommand(FormattableString.Invariant($"SELECT pg_try_advisory_lock({Lock})"), connection);
        if (await command.ExecuteScalarAsync() is not true)
        {
            await connection.DisposeAsync();
            throw new StoreRefusedException("The PostgreSQL store is in use: stop all replicas, and whatever else has it open.");
        }

        return connection;
    }
}
