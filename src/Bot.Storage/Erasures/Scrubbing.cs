using System.Data.Common;
using Bot.Storage.Databases;

namespace Bot.Storage.Erasures;

/// <summary>
/// Cleans up after erasures: what was emptied or deleted may still lie where the database keeps its rows. After how many it was done stands in the store, so
/// that it is made up for where a process died, or where somebody went on reading what was there before.
/// </summary>
internal static class Scrubbing
{
    /// <summary>How long those who read are waited for; a read is short, but a backup is not.</summary>
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(5);
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(20);

    /// <summary>Cleans up after a commit. That was made, so it is no fault where this cannot be done now, and nobody calls it off.</summary>
    public static Task AfterCommit(Database database, TimeProvider time) => Run(database, time, CancellationToken.None);

    /// <summary>Cleans up where that is still to be done.</summary>
    /// <returns>Why something is left, as a sentence; null where nothing is.</returns>
    public static async Task<string?> MakeUp(Database database, TimeProvider time, CancellationToken cancellation) =>
        await Erasures(database, cancellation) > await Scrubbed(database, cancellation) ? await Run(database, time, cancellation) : null;

    private static async Task<string?> Run(Database database, TimeProvider time, CancellationToken cancellation)
    {
        try
        {
            var erasures = await Erasures(database, cancellation);
            for (var waited = TimeSpan.Zero; !await database.Scrub(cancellation); waited += Pause)
            {
                if (waited >= Patience)
                {
                    return Left("somebody still reads the store as it was before, as a backup does.");
                }

                await Task.Delay(Pause, time, cancellation);
            }

            await using var writing = await database.OpenToWrite(cancellation);
            await writing.Run("UPDATE scrubbed SET erasures = @n WHERE erasures < @n", cancellation, ("n", erasures));
            await writing.Commit(cancellation);
            return null;
        }
        catch (DbException fault)
        {
            return Left(fault.Message);
        }
    }

    private static string Left(string why) =>
        $"What was erased may still lie where the database keeps its rows: {why} A running service tries again every minute.";

    private static async Task<long> Erasures(Database database, CancellationToken cancellation) =>
        (await database.Read("SELECT count(*) FROM erasure", row => row.GetInt64(0), cancellation)).Single();

    private static async Task<long> Scrubbed(Database database, CancellationToken cancellation) =>
        (await database.Read("SELECT erasures FROM scrubbed", row => row.GetInt64(0), cancellation)).Single();
}
