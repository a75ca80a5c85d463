using Bot.Storage.Databases;
using Bot.Storage.Journals;
using Bot.Storage.Sqlite;

namespace Bot.Storage.Backups;

/// <summary>
/// A backup is one SQLite file with the tables of the store, whichever database that is. It is taken as of one moment while the service goes on, and is there
/// only once it was checked.
/// </summary>
internal static class Backup
{
    /// <exception cref="StoreRefusedException">The file is there already, cannot be written, or what was written does not hold.</exception>
    public static async Task<TakenBackup> Take(Database store, string file, TimeProvider time, CancellationToken cancellation)
    {
        if (File.Exists(file))
        {
            throw new StoreRefusedException($"There is a file '{file}' already: name another one.");
        }

        try
        {
            using var folder = new WorkingFolder(Path.GetDirectoryName(Path.GetFullPath(file))!);
            var taken = await Fill(store, folder.File, Path.GetFileName(file), time, cancellation);
            var checkedEvents = await Check(folder.File, taken.Rows, cancellation);
            File.Move(folder.File, file, overwrite: false);
            await List(store, new ListedBackup(taken.At, Path.GetFileName(file), taken.Position), cancellation);
            return taken with { Events = checkedEvents };
        }
        catch (Exception refused) when (refused is IOException or UnauthorizedAccessException)
        {
            throw new StoreRefusedException($"The backup '{file}' cannot be written: {refused.Message}", refused);
        }
    }

    private static async Task<TakenBackup> Fill(Database store, string file, string name, TimeProvider time, CancellationToken cancellation)
    {
        await using var backup = await SqliteDatabase.Open(file);
        await using var reading = await store.OpenSnapshot(cancellation);
        await using var writing = await backup.OpenToWrite(cancellation);
        var rows = await TableCopy.Copy((store, reading), (backup, writing), cancellation);
        var taken = new TakenBackup(time.GetUtcNow(), await JournalHead.LastPosition(writing, cancellation), 0, rows);

        // It lists itself, so that it can be told when it was taken; the store lists it when it is there.
        await new ListedBackup(taken.At, name, taken.Position).Note(writing, cancellation);
        await writing.Commit(cancellation);
        return taken;
    }

    /// <returns>How many events hold.</returns>
    private static async Task<long> Check(string file, IReadOnlyDictionary<string, long> rows, CancellationToken cancellation)
    {
        long events;
        await using (var backup = await BackupFile.Open(file, cancellation))
        {
            events = (await BackupFile.Verify(backup, file, cancellation)).Events;
            await using var reading = await backup.OpenSnapshot(cancellation);
            foreach (var (table, count) in rows)
            {
                var own = table == "backup" ? 1 : 0;
                if (await TableCopy.Count(reading, table, cancellation) - own != count)
                {
                    throw new StoreRefusedException($"The backup does not hold all rows of '{table}'. Nothing was kept of it.");
                }
            }
        }

        await SqliteDatabase.MakeOneFile(file, cancellation);
        return events;
    }

    private static async Task List(Database store, ListedBackup backup, CancellationToken cancellation)
    {
        await using var writing = await store.OpenToWrite(cancellation);
        await backup.Note(writing, cancellation);
        await writing.Commit(cancellation);
    }
}
