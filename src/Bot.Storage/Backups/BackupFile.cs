using Bot.Storage.Databases;
using Bot.Storage.Journals;
using Bot.Storage.Sqlite;
using Microsoft.Data.Sqlite;

namespace Bot.Storage.Backups;

/// <summary>A backup as a file that may be anything.</summary>
internal static class BackupFile
{
    /// <summary>Opens a copy of a backup and brings it to the form this program knows. The file itself is only read.</summary>
    /// <exception cref="StoreRefusedException">It is not there, is no store, is damaged, or was written by a newer program.</exception>
    public static async Task<Database> OpenCopy(string file, string copy, CancellationToken cancellation)
    {
        try
        {
            if (!File.Exists(file))
            {
                throw new StoreRefusedException($"There is no file '{file}'.");
            }

            PrivateFile.Ensure(copy);
            File.Copy(file, copy, overwrite: true);
            PrivateFile.Ensure(copy);
            return await Open(copy, cancellation);
        }
        catch (StoreRefusedException refused)
        {
            throw new StoreRefusedException(refused.Message.Replace(copy, file, StringComparison.Ordinal), refused);
        }
        catch (Exception refused) when (refused is IOException or UnauthorizedAccessException)
        {
            throw new StoreRefusedException($"The file '{file}' cannot be read: {refused.Message}", refused);
        }
    }

    public static async Task<Database> Open(string file, CancellationToken cancellation)
    {
        await Check(file, cancellation);
        return await SqliteDatabase.Open(file);
    }

    /// <exception cref="StoreRefusedException">The journal does not hold.</exception>
    public static async Task<VerifiedJournal> Verify(Database backup, string file, CancellationToken cancellation)
    {
        var verified = await new SqlJournal(() => Task.FromResult(backup), TimeProvider.System).Verify(cancellation);
        return verified.Problems is [var first, ..]
            ? throw new StoreRefusedException($"The journal of '{file}' does not hold, so it is not used: {first}")
            : verified;
    }

    /// <summary>Whether the file is whole, and a store, before anything in it is changed.</summary>
    private static async Task Check(string file, CancellationToken cancellation)
    {
        try
        {
            await using var connection = new SqliteConnection(
                new SqliteConnectionStringBuilder { DataSource = file, Pooling = false }.ToString()
            );
            await connection.OpenAsync(cancellation);
            await using var command = connection.CreateCommand();
            command.CommandText = "SELECT count(*) FROM sqlite_master WHERE name IN ('journal', 'journal_head', 'SchemaVersions')";
            if (await command.ExecuteScalarAsync(cancellation) is not 3L)
            {
                throw new StoreRefusedException($"The file '{file}' is no store of Dateline.");
            }

            command.CommandText = "PRAGMA integrity_check(1)";
            if (await command.ExecuteScalarAsync(cancellation) is not "ok" and var found)
            {
                throw new StoreRefusedException($"The file '{file}' is damaged: {found}");
            }
        }
        catch (SqliteException refused)
        {
            throw new StoreRefusedException($"The file '{file}' is no store of Dateline, or damaged: {refused.Message}", refused);
        }
    }
}
