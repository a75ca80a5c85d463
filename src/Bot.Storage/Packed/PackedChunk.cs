using System.Data.Common;
using Bot.Core.Communities;
using Bot.Storage.Databases;
using Bot.Storage.Journals;
using Bot.Storage.Subscribers;

namespace Bot.Storage.Packed;

/// <summary>A stretch of positions with all events that stand there, packed. Chunks follow one another from the first position on, without a gap.</summary>
internal sealed record PackedChunk(long First, long Last, byte[] Payload)
{
    public const string Table = "packed";

    private const string After = "SELECT first, last, payload FROM packed WHERE last > @after ORDER BY last LIMIT 1";

    /// <summary>The one in which the position after this one stands; null where that is not packed.</summary>
    public static async Task<PackedChunk?> Find(Database database, long after, CancellationToken cancellation) =>
        (await database.Read(After, Read, cancellation, ("after", after))).SingleOrDefault();

    public static async Task<PackedChunk?> Find(Transaction reading, long after, CancellationToken cancellation) =>
        (await reading.Read(After, Read, cancellation, ("after", after))).SingleOrDefault();

    public static async Task DropFrom(Database database, long position, CancellationToken cancellation)
    {
        await using var writing = await database.OpenToWrite(cancellation);
        await JournalHead.Lock(writing, database.LockRow, cancellation);
        await Subscription.Hold(database, writing, cancellation);
        await DropFrom(writing, position, cancellation);
        await writing.Commit(cancellation);
    }

    /// <summary>The same from the first event of a community on, where it has any.</summary>
    public static async Task DropWith(Transaction writing, CommunityId community, CancellationToken cancellation)
    {
        var first = await writing.Read(
            "SELECT position FROM journal WHERE community = @community ORDER BY position LIMIT 1",
            row => row.GetInt64(0),
            cancellation,
            ("community", community.Value)
        );
        if (first is [var position])
        {
            await DropFrom(writing, position, cancellation);
        }
    }

    /// <summary>
    /// Takes away the chunk of a position and all after it, so that they are packed again from what is in the journal then. Subscribers must be held.
    /// </summary>
    public static async Task DropFrom(Transaction writing, long position, CancellationToken cancellation)
    {
        await writing.Run("DELETE FROM packed WHERE last >= @position", cancellation, ("position", position));
        await writing.Run(
            "UPDATE subscriber SET position = (SELECT coalesce(max(last), 0) FROM packed) WHERE name = @name",
            cancellation,
            ("name", Packing.SubscriberName)
        );
    }

    public Task Keep(Transaction writing, CancellationToken cancellation) =>
        writing.Run(
            "INSERT INTO packed (first, last, payload) VALUES (@first, @last, @payload)",
            cancellation,
            ("first", First),
            ("last", Last),
            ("payload", Payload)
        );

    private static PackedChunk Read(DbDataReader row) => new(row.GetInt64(0), row.GetInt64(1), row.GetFieldValue<byte[]>(2));
}
