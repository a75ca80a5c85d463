using Bot.Core.Journal;
using Bot.Storage.Databases;

namespace Bot.Storage.Journals;

/// <summary>What a store tells those who read its journal, of the journal itself.</summary>
internal static class JournalNotice
{
    /// <summary>Appends it in a transaction that may go on. Ring the bell after its commit.</summary>
    public static async Task Append(
        Database database,
        Transaction writing,
        StoryEvent happened,
        DateTimeOffset at,
        CancellationToken cancellation
    )
    {
        await JournalHead.Lock(writing, database.LockRow, cancellation);
        var version = await writing.Read(
            "SELECT coalesce(max(version), 0) FROM journal WHERE stream = @stream",
            row => row.GetInt64(0),
            cancellation,
            ("stream", StreamId.Journal.Value)
        );
        var append = Core.Journal.Append.Notice(happened, version.Single());
        var head = await JournalHead.Read(writing, append, database.LockRow, cancellation);
        await JournalRows.Insert(writing, head.Seal(append, at), cancellation);
    }
}
