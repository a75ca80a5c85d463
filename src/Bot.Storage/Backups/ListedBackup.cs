using Bot.Storage.Databases;

namespace Bot.Storage.Backups;

/// <summary>A line in the list of backups that were taken.</summary>
/// <param name="File">Its name, without where it lies.</param>
/// <param name="Position">The last position that it holds.</param>
internal sealed record ListedBackup(DateTimeOffset At, string File, long Position)
{
    public static async Task<IReadOnlyList<ListedBackup>> All(Transaction reading, CancellationToken cancellation) =>
        await reading.Read(
            "SELECT at, file, position FROM backup ORDER BY at",
            row => new ListedBackup(row.Moment(0), row.GetString(1), row.GetInt64(2)),
            cancellation
        );

    public Task Note(Transaction writing, CancellationToken cancellation) =>
        writing.Run(
            "INSERT INTO backup (at, file, position) VALUES (@at, @file, @position)",
            cancellation,
            ("at", Statements.Stamp(At)),
            ("file", File),
            ("position", Position)
        );
}
