using Bot.Core.Journal;
using Bot.Storage.Communities;
using Bot.Storage.Corrections;
using Bot.Storage.Databases;
using Bot.Storage.Delivery;
using Bot.Storage.Digests;
using Bot.Storage.Erasures;
using Bot.Storage.Journals;
using Bot.Storage.Moderation;
using Bot.Storage.Packed;

namespace Bot.Storage.Backups;

/// <summary>
/// Puts a store back to what a backup holds, all tables in one transaction. What the present store must not lose goes into a copy of the backup first: what was
/// erased since, which communities have left and what the others handed over, what was posted, how far digests are, which backups there are, and how far
/// positions were given.
/// </summary>
internal static class Restoring
{
    /// <param name="goOn">False: only looks, and changes nothing.</param>
    /// <exception cref="StoreRefusedException">The file is no backup that this program can use.</exception>
    public static async Task<Restoration> Restore(Database store, string file, bool goOn, TimeProvider time, CancellationToken cancellation)
    {
        using var folder = new WorkingFolder();
        await using var backup = await BackupFile.OpenCopy(file, folder.File, cancellation);

        // It may hold what is erased again below, and nothing is lost with it: the service packs again.
        await PackedChunk.DropFrom(backup, 0, cancellation);
        var verified = await BackupFile.Verify(backup, file, cancellation);
        Restoration restoration;
        await using (var writing = await store.OpenToWrite(cancellation))
        {
            // Somebody may have it open without being seen, where a connection is away. What they append waits, and what they read next tells them to stop.
            await JournalHead.Lock(writing, store.LockRow, cancellation);
            restoration = await CarryOver(backup, writing, time.GetUtcNow(), verified.Events, cancellation);
            if (!goOn)
            {
                return restoration with { RestoredAt = null };
            }

            await using var reading = await backup.OpenSnapshot(cancellation);
            await TableCopy.Copy((backup, reading), (store, writing), cancellation);
            await writing.Commit(cancellation);
        }

        await Scrubbing.AfterCommit(store, time);
        return restoration;
    }

    private static async Task<Restoration> CarryOver(
        Database backup,
        Transaction present,
        DateTimeOffset now,
        long events,
        CancellationToken cancellation
    )
    {
        await using var restored = await backup.OpenToWrite(cancellation);
        var (before, position) = (
            await JournalHead.LastPosition(present, cancellation),
            await JournalHead.LastPosition(restored, cancellation)
        );
        var listed = await ListedBackup.All(restored, cancellation);
        var erasures = (await Erasure.All(present, cancellation)).Except(await Erasure.All(restored, cancellation)).ToList();
        foreach (var erasure in erasures)
        {
            await erasure.Repeat(backup, restored, cancellation);
        }

        foreach (var other in (await ListedBackup.All(present, cancellation)).Except(listed))
        {
            await other.Note(restored, cancellation);
        }

        // Who has left, and who has come back.
        foreach (var known in await SqlCommunities.All(present, cancellation))
        {
            await restored.Run(
                "UPDATE community SET left_at = @left WHERE community = @community",
                cancellation,
                ("left", known.Left is { } left ? Statements.Stamp(left) : DBNull.Value),
                ("community", known.Id.Value)
            );
        }

        await ReceiptRows.CarryOver(present, restored, cancellation);
        await CorrectionRows.CarryOver(present, restored, cancellation);
        await DigestRows.CarryOver(present, restored, cancellation);
        await SqlWatches.CarryOver(present, restored, cancellation);
        await SqlCards.CarryOver(present, restored, cancellation);
        await SqlSealKey.CarryOver(present, restored, cancellation);
        await SqlInstallations.CarryOver(present, restored, cancellation);

        // A link that was used since must not work again, and a position that was given since is not given to another event.
        await restored.Run("DELETE FROM sign_in_link", cancellation);
        await restored.Run("UPDATE journal_head SET position = @position", cancellation, ("position", Math.Max(before, position)));
        await restored.Run("DELETE FROM restored", cancellation);
        await restored.Run(
            "INSERT INTO restored (restored_at, position) VALUES (@now, @position)",
            cancellation,
            ("now", Statements.Stamp(now)),
            ("position", position)
        );
        var restoration = new Restoration
        {
            Events = events,
            LastEventAt = await JournalHead.LastEventAt(restored, cancellation),
            PresentPosition = before,
            Erasures = erasures.Count,
            Leaving = [.. (await SqlCommunities.All(restored, cancellation)).Where(community => community.Left is not null)],
            RestoredAt = now,
        };
        await JournalNotice.Append(backup, restored, new StoryEvent.StoreRestored(), now, cancellation);
        await restored.Commit(cancellation);
        return restoration;
    }
}
