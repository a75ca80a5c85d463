using Bot.Storage.Databases;

namespace Bot.Storage.Backups;

/// <summary>After a restore what falls due waits until somebody says that it may go on.</summary>
internal static class Freeze
{
    /// <returns>When the store was put back; null where nothing waits.</returns>
    public static async Task<DateTimeOffset?> Since(Database store, CancellationToken cancellation) =>
        (await store.Read("SELECT restored_at FROM restored WHERE resumed_at IS NULL", row => row.Moment(0), cancellation)) is [var at]
            ? at
            : null;

    public static async Task End(Database store, TimeProvider time, CancellationToken cancellation)
    {
        await using var writing = await store.OpenToWrite(cancellation);
        await writing.Run(
            "UPDATE restored SET resumed_at = @now WHERE resumed_at IS NULL",
            cancellation,
            ("now", Statements.Stamp(time.GetUtcNow()))
        );
        await writing.Commit(cancellation);
    }
}
