using DbUp;
using Microsoft.Data.Sqlite;

namespace Bot.Storage.Sqlite;

/// <summary>Brings a SQLite file to the form this program knows. Several programs that start at once take turns.</summary>
/// <param name="scripts">Those of this program; tests bring others.</param>
internal sealed class SqliteMigration(Migration scripts)
{
    public static readonly SqliteMigration Shipped = new(Migration.Of("sqlite"));

    private const string FindTable = "SELECT name FROM sqlite_master WHERE name = 'SchemaVersions'";

    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(50);

    public async Task Bring(string file, CancellationToken cancellation)
    {
        try
        {
            Directory.CreateDirectory(Path.GetDirectoryName(Path.GetFullPath(file))!);
            if (File.Exists(file) && (await Missing(file, cancellation)).Count == 0)
            {
                return;
            }

            await using var turn = await Turn(file + ".migrating", cancellation);
            var missing = await Missing(file, cancellation);
            if (missing.Count > 0)
            {
                Copy(file, missing);
                scripts.Run(DeployChanges.To.SqliteDatabase(SqliteDatabase.ConnectionString(file)));
            }
        }
        catch (Exception refused) when (refused is IOException or UnauthorizedAccessException or SqliteException)
        {
            throw new StoreRefusedException($"The store '{file}' cannot be opened: {refused.Message}", refused);
        }
    }

    private async Task<IReadOnlyList<string>> Missing(string file, CancellationToken cancellation)
    {
        await using var connection = new SqliteConnection(SqliteDatabase.ConnectionString(file));
        await connection.OpenAsync(cancellation);
        return await scripts.Missing(connection, FindTable, cancellation);
    }

    /// <summary>A store with something in it is copied before it is changed.</summary>
    private void Copy(string file, IReadOnlyList<string> missing)
    {
        if (scripts.IsNew(missing))
        {
            return;
        }

        using var connection = new SqliteConnection(SqliteDatabase.ConnectionString(file));
        connection.Open();
        using var command = connection.CreateCommand();
        command.CommandText = "VACUUM INTO @copy";
        command.Parameters.AddWithValue("@copy", $"{file}.before-{Path.GetFileNameWithoutExtension(missing[0])}");
        command.ExecuteNonQuery();
    }

    private static async Task<FileStream> Turn(string file, CancellationToken cancellation)
    {
        for (var waited = TimeSpan.Zero; ; waited += Pause)
        {
            try
            {
                return new FileStream(file, FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None, 1, FileOptions.DeleteOnClose);
            }
            catch (IOException) when (waited < Patience)
            {
                await Task.Delay(Pause, TimeProvider.System, cancellation);
            }
        }
    }
}
