using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text;
using Bot.Core.Replicas;
using Npgsql;

namespace Bot.Storage.Postgres;

/// <summary>
/// Leases as locks of the server's, each on a connection of its own, with which it goes: at once where a replica ends, and after <see cref="Silence"/> where one is only
/// silent (<see href="https://www.postgresql.org/docs/current/explicit-locking.html#ADVISORY-LOCKS"/>).
/// </summary>
/// <param name="away">Is told why leases cannot be asked for, at first and then once a minute.</param>
internal sealed class PostgresLeases(string connectionString, TimeProvider time, Action<Exception>? away = null) : ILeases
{
    /// <summary>How often a lease is asked for that another holds.</summary>
    private static readonly TimeSpan Between = TimeSpan.FromSeconds(1);

    /// <summary>A minute of tries.</summary>
    private const int ToldEvery = 60;

    /// <summary>How long the server may take to be there, in seconds.</summary>
    private const int Connecting = 5;

    /// <summary>
    /// After so long the server ends a connection on which nothing was said
    /// (<see href="https://www.postgresql.org/docs/current/runtime-config-client.html#GUC-IDLE-SESSION-TIMEOUT"/>). Who holds a lease finds out in less.
    /// </summary>
    private static readonly TimeSpan Silence = TimeSpan.FromSeconds(15);

    /// <summary>Locks of two numbers are others than those of one; any first number will do that no other program takes in the same database.</summary>
    private const int Locks = 471_119_026;

    public async ValueTask<ILease> Take(LeaseName name, CancellationToken cancellation)
    {
        for (var tries = 0; ; tries++)
        {
            try
            {
                return await Wait(name, cancellation);
            }
            catch (Exception fault) when (fault is NpgsqlException or IOException or TimeoutException)
            {
                if (tries % ToldEvery == 0)
                {
                    away?.Invoke(fault);
                }

                await Task.Delay(Between, time, cancellation);
            }
        }
    }

    private async Task<ILease> Wait(LeaseName name, CancellationToken cancellation)
    {
        var connection = new NpgsqlConnection(
            new NpgsqlConnectionStringBuilder(connectionString) { Pooling = false, Timeout = Connecting }.ToString()
        );
        try
        {
            await connection.OpenAsync(cancellation);
            await Execute(connection, FormattableString.Invariant($"SET idle_session_timeout = {Silence.TotalMilliseconds}"), cancellation);
            var wasElsewhere = false;
            while (!await IsTaken(connection, name, cancellation))
            {
                wasElsewhere = true;
                await Task.Delay(Between, time, cancellation);
            }

            return new PostgresLease(connection, wasElsewhere, time);
        }
        catch
        {
            await connection.DisposeAsync();
            throw;
        }
    }

    private static async Task<bool> IsTaken(NpgsqlConnection connection, LeaseName name, CancellationToken cancellation)
    {
        await using var command = new NpgsqlCommand("SELECT pg_try_advisory_lock($1, $2)", connection)
        {
            Parameters =
            {
                new NpgsqlParameter { Value = Locks },
                new NpgsqlParameter { Value = Number(name) },
            },
        };
        return await command.ExecuteScalarAsync(cancellation) is true;
    }

    /// <summary>The same on every replica, whatever it runs on.</summary>
    private static int Number(LeaseName name) => BinaryPrimitives.ReadInt32BigEndian(SHA256.HashData(Encoding.UTF8.GetBytes(name.Value)));

    private static async Task Execute(NpgsqlConnection connection, string sql, CancellationToken cancellation)
    {
        await using var command = new NpgsqlCommand(sql, connection);
        await command.ExecuteNonQueryAsync(cancellation);
    }
}
