using Bot.Core.Communities;
using Bot.Core.Journal;
using Bot.Storage.Databases;
using Bot.Storage.Erasures;
using Bot.Storage.Journals;
using Bot.Storage.Packed;
using Bot.Storage.Subscribers;

namespace Bot.Storage.Communities;

internal sealed class SqlCommunities(Func<Task<Database>> opened, TimeProvider time) : ICommunities
{
    public async ValueTask Seen(CommunityId community, CancellationToken cancellation)
    {
        ArgumentOutOfRangeException.ThrowIfEqual(community, CommunityId.Base);
        var database = await opened();
        var here = await database.Read(
            "SELECT 1 FROM community WHERE community = @community AND left_at IS NULL",
            _ => true,
            cancellation,
            ("community", community.Value)
        );
        if (here.Count == 0)
        {
            await Write(
                database,
                """
                INSERT INTO community (community, since, left_at) VALUES (@community, @now, NULL)
                ON CONFLICT (community) DO UPDATE SET left_at = NULL
                """,
                community,
                cancellation
            );
        }
    }

    public async ValueTask Left(CommunityId community, CancellationToken cancellation)
    {
        ArgumentOutOfRangeException.ThrowIfEqual(community, CommunityId.Base);
        await Write(
            await opened(),
            """
            INSERT INTO community (community, since, left_at) VALUES (@community, @now, @now)
            ON CONFLICT (community) DO UPDATE SET left_at = coalesce(community.left_at, excluded.left_at)
            """,
            community,
            cancellation
        );
    }

    public async ValueTask<IReadOnlyList<KnownCommunity>> All(CancellationToken cancellation)
    {
        await using var reading = await (await opened()).OpenSnapshot(cancellation);
        return await All(reading, cancellation);
    }

    public static async Task<IReadOnlyList<KnownCommunity>> All(Transaction reading, CancellationToken cancellation)
    {
        var known = await reading.Read(
            "SELECT community, since, left_at FROM community",
            row => new KnownCommunity(new CommunityId(row.GetString(0)), row.Moment(1), row.IsDBNull(2) ? null : row.Moment(2)),
            cancellation
        );
        return [.. known.OrderBy(community => community.Id.Value, StringComparer.Ordinal)];
    }

    public async ValueTask<bool> Delete(CommunityId community, DateTimeOffset leftBy, CancellationToken cancellation)
    {
        ArgumentOutOfRangeException.ThrowIfEqual(community, CommunityId.Base);
        var database = await opened();
        await using (var writing = await database.OpenToWrite(cancellation))
        {
            // The row stays locked: who comes back at this moment waits, and is written down anew.
            await JournalHead.Lock(writing, database.LockRow, cancellation);
            var left = await writing.Read(
                $"SELECT left_at FROM community WHERE community = @community AND left_at IS NOT NULL{database.LockRow}",
                row => row.Moment(0),
                cancellation,
                ("community", community.Value)
            );
            if (left is not [var at] || at > leftBy)
            {
                return false;
            }

            await Subscription.Hold(database, writing, cancellation);
            await PackedChunk.DropWith(writing, community, cancellation);
            await DeleteRows(database, writing, community, cancellation);
            await Erasure.Note(writing, new Erasure(time.GetUtcNow(), community, Erased.Community, ""), cancellation);
            await JournalNotice.Append(database, writing, new StoryEvent.CommunityDeleted(community), time.GetUtcNow(), cancellation);
            await writing.Commit(cancellation);
        }

        database.Appended.Ring();
        await Scrubbing.AfterCommit(database, time);
        return true;
    }

    /// <summary>Every table with a column of that name holds what is a community's, so that one that is added later is not left out.</summary>
    public static async Task DeleteRows(Database database, Transaction writing, CommunityId community, CancellationToken cancellation)
    {
        foreach (var (table, _) in (await database.Tables(cancellation)).Where(table => table.Value.Contains("community")))
        {
            await writing.Run($"DELETE FROM {table} WHERE community = @community", cancellation, ("community", community.Value));
        }
    }

    private async Task Write(Database database, string sql, CommunityId community, CancellationToken cancellation)
    {
        await using var writing = await database.OpenToWrite(cancellation);
        await writing.Run(sql, cancellation, ("community", community.Value), ("now", Statements.Stamp(time.GetUtcNow())));
        await writing.Commit(cancellation);
    }
}
