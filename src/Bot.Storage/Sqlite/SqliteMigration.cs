using System.Data.Common;
using DbUp;
using DbUp.Builder;
using DbUp.Engine;
using Microsoft.Data.Sqlite;

namespace Bot.Storage.Sqlite;

/// <summary>Brings a SQLite file to the form this program knows. Turns are taken by a file beside it.</summary>
/// <param name="scripts">Null: those of this program. Tests bring others.</param>
internal sealed class SqliteMigration(string file, IReadOnlyList<SqlScript>? scripts = null) : Migration(scripts ?? Embedded("sqlite"))
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(50);

    protected override string FindTable => "SELECT name FROM sqlite_master WHERE name = 'SchemaVersions'";

    protected override async Task<DbConnection> Open(CancellationToken cancellation)
    {
        PrivateFile.Ensure(file);
        var connection = new SqliteConnection(SqliteDatabase.ConnectionString(file));
        await connection.OpenAsync(cancellation);
        return connection;
    }

    protected override async Task<IAsyncDisposable> TakeTurn(CancellationToken cancellation)
    {
        for (var waited = TimeSpan.Zero; ; waited += Pause)
        {
            try
            {
                return new FileStream(
                    $"{file}.migrating",
                    FileMode.OpenOrCreate,
                    FileAccess.ReadWrite,
                    FileShare.None,
                    1,
                    FileOptions.DeleteOnClose
                );
            }
            catch (IOException) when (waited < Patience)
            {
                await Task.Delay(Pause, TimeProvider.System, cancellation);
            }
        }
    }

    /// <summary>Takes away the copies from before earlier migrations.</summary>
    public static void DeleteCopies(string file)
    {
        var path = Path.GetFullPath(file);
        foreach (var copy in Directory.GetFiles(Path.GetDirectoryName(path)!, $"{Path.GetFileName(path)}.{BeforeMigration}*"))
        {
            File.Delete(copy);
        }
    }

    protected override async Task Copy(DbConnection store, string name, CancellationToken cancellation)
    {
        var copy = $"{file}.{name}";
        File.Delete(copy);
        PrivateFile.Ensure(copy);
        await using var command = ((SqliteConnection)store).CreateCommand();
        command.CommandText = "VACUUM INTO @copy";
        command.Parameters.AddWithValue("@copy", copy);
        await command.ExecuteNonQueryAsync(cancellation);
    }

    protected override UpgradeEngineBuilder Upgrade() => DeployChanges.To.SqliteDatabase(SqliteDatabase.ConnectionString(file));
}
