using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Net.Sockets;
using Npgsql;

namespace Bot.Testing.Postgres;

/// <summary>A PostgreSQL server of our own on a private port, started when the first database is asked for, and gone with its data when it is disposed.</summary>
/// <param name="synced">Whether it waits for the disk, as it does in use. Tests do without.</param>
public sealed class PrivatePostgres(bool synced = false) : IAsyncDisposable
{
    private const string Password = "only-for-tests";

    private readonly SemaphoreSlim one = new(1, 1);
    private string? folder;
    private int port;
    private int databases;

    /// <summary>Whether the server's programs are on this machine.</summary>
    public static bool IsThere => Programs() is not null;

    /// <summary>A new database.</summary>
    /// <param name="like">The connection string of one to copy, which nobody has open; null: an empty one.</param>
    /// <returns>Its connection string.</returns>
    public async Task<string> NewDatabase(CancellationToken cancellation, string? like = null)
    {
        await one.WaitAsync(cancellation);
        try
        {
            folder ??= await Start(cancellation);
        }
        finally
        {
            one.Release();
        }

        var name = string.Create(CultureInfo.InvariantCulture, $"test{Interlocked.Increment(ref databases)}");
        await using var connection = new NpgsqlConnection(Connection("postgres"));
        await connection.OpenAsync(cancellation);
        var template = like is null ? "template1" : new NpgsqlConnectionStringBuilder(like).Database;
        await using var command = new NpgsqlCommand($"CREATE DATABASE {name} TEMPLATE {template}", connection);
        await command.ExecuteNonQueryAsync(cancellation);
        return Connection(name);
    }

    /// <summary>Makes a database as new, so that another may use it.</summary>
    /// <param name="database">As <see cref="NewDatabase"/> gave it.</param>
    public static async Task Empty(string database, CancellationToken cancellation)
    {
        await using var connection = new NpgsqlConnection(database);
        await connection.OpenAsync(cancellation);
        await using var command = new NpgsqlCommand("DROP SCHEMA public CASCADE; CREATE SCHEMA public", connection);
        await command.ExecuteNonQueryAsync(cancellation);
    }

    /// <summary>Stops the server in the middle of what it is at, as a loss of power to it alone would, and starts it again.</summary>
    public async Task Restart()
    {
        await Run("pg_ctl", "stop", "-D", folder!, "-m", "immediate");
        await Run(
            "pg_ctl",
            "start",
            "-w",
            "-D",
            folder!,
            "-l",
            Path.Combine(Path.GetDirectoryName(folder!)!, "log"),
            "-o",
            Options(Path.GetDirectoryName(folder!)!)
        );
    }

    public async ValueTask DisposeAsync()
    {
        if (folder is not null)
        {
            NpgsqlConnection.ClearAllPools();
            await Run("pg_ctl", "stop", "-D", folder, "-m", "immediate");
            Directory.Delete(Path.GetDirectoryName(folder)!, recursive: true);
        }

        one.Dispose();
    }

    private async Task<string> Start(CancellationToken cancellation)
    {
        var outer = Directory.CreateTempSubdirectory("dateline-pg-").FullName;
        if (OperatingSystem.IsLinux() && Environment.IsPrivilegedProcess)
        {
            // The server refuses to run as root.
            await Run("chown", "postgres", outer);
        }

        var data = Path.Combine(outer, "data");
        port = FreePort();
        var password = Path.Combine(outer, "password");
        await File.WriteAllTextAsync(password, Password, cancellation);
        await Run("initdb", "-D", data, "--no-sync", "-A", "scram-sha-256", "--pwfile", password, "-U", "postgres");
        await Run("pg_ctl", "start", "-w", "-D", data, "-l", Path.Combine(outer, "log"), "-o", Options(outer));
        cancellation.ThrowIfCancellationRequested();
        return data;
    }

    private string Options(string outer) =>
        string.Create(
            CultureInfo.InvariantCulture,
            $"-p {port} -k {outer} -c fsync={(synced ? "on" : "off")} -c max_connections=300 -c listen_addresses=127.0.0.1"
        );

    private string Connection(string database) =>
        string.Create(
            CultureInfo.InvariantCulture,
            $"Host=127.0.0.1;Port={port};Username=postgres;Password={Password};Database={database}"
        );

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }

    /// <summary>The folder of the server's programs; null where there is none.</summary>
    private static string? Programs() =>
        (Environment.GetEnvironmentVariable("PATH") ?? "")
            .Split(Path.PathSeparator)
            .Concat(
                Directory.Exists("/usr/lib/postgresql")
                    ? Directory.GetDirectories("/usr/lib/postgresql").Select(d => Path.Combine(d, "bin"))
                    : []
            )
            .FirstOrDefault(folder => File.Exists(Path.Combine(folder, "initdb")) && File.Exists(Path.Combine(folder, "pg_ctl")));

    private static async Task Run(string program, params string[] arguments)
    {
        var path = File.Exists(Path.Combine(Programs()!, program)) ? Path.Combine(Programs()!, program) : program;
        var asPostgres = Environment.IsPrivilegedProcess && program is not "chown";
        var start = asPostgres
            ? new ProcessStartInfo("runuser", ["-u", "postgres", "--", path, .. arguments])
            : new ProcessStartInfo(path, arguments);
        start.WorkingDirectory = Path.GetTempPath();
        start.RedirectStandardOutput = start.RedirectStandardError = true;
        using var process = Process.Start(start)!;

        // The server keeps the pipes of the program that started it, so their end is not waited for.
        await process.WaitForExitAsync();
        if (process.ExitCode != 0)
        {
            throw new InvalidOperationException($"{program} failed: {await process.StandardError.ReadToEndAsync()}");
        }
    }
}
