using System.Runtime.CompilerServices;
using Bot.Core.Communities;
using Bot.Core.Journal;
using Bot.Storage.Databases;
using Bot.Storage.Erasures;
using Bot.Storage.Packed;
using Bot.Storage.Subscribers;

namespace Bot.Storage.Journals;

/// <summary>The journal as a table. Appends take their turn at the head row, so positions are drawn in the order of commits.</summary>
/// <param name="opened">The database, opened by who first needs it.</param>
internal sealed class SqlJournal(Func<Task<Database>> opened, TimeProvider time) : IJournal
{
    /// <summary>How many rows are read at once; a reader holds no more than these.</summary>
    private const int Page = 512;

    /// <summary>The first position of a chunk that could not be read; 0 where there was none.</summary>
    private long unreadable;

    public async ValueTask<AppendResult> Append(Append append, CancellationToken cancellation)
    {
        append.Check();
        var database = await opened();
        var result = await Append(database, append, cancellation);
        if (append.Blanks.Count > 0 && result is AppendResult.Appended)
        {
            await Scrubbing.AfterCommit(database, time);
        }

        return result;
    }

    public async IAsyncEnumerable<Envelope> Read(long after, [EnumeratorCancellation] CancellationToken cancellation)
    {
        while (await ReadPacked(after, cancellation) is { } packed)
        {
            foreach (var envelope in packed.Events)
            {
                cancellation.ThrowIfCancellationRequested();
                yield return envelope;
            }

            after = packed.Through;
        }

        while (true)
        {
            var page = await ReadPage(after, cancellation);
            foreach (var row in page)
            {
                cancellation.ThrowIfCancellationRequested();
                yield return row.Open();
            }

            if (page.Count == 0)
            {
                yield break;
            }

            after = page[^1].Position;
        }
    }

    public async IAsyncEnumerable<Envelope> Follow(long after, [EnumeratorCancellation] CancellationToken cancellation)
    {
        var database = await opened();
        while (true)
        {
            var next = database.Appended.Next;
            await foreach (var envelope in Read(after, cancellation))
            {
                after = envelope.Position;
                yield return envelope;
            }

            await Database.WaitForMore(next, time, cancellation);
        }
    }

    public async ValueTask<AppendResult.AlreadyDone?> Find(CommunityId community, CommandId command, CancellationToken cancellation)
    {
        await using var connection = await (await opened()).OpenToRead(cancellation);
        await using var find = connection.CreateCommand();
        find.CommandText = "SELECT min(position), max(position) FROM journal WHERE community = @community AND command = @command";
        find.Give("community", community.Value);
        find.Give("command", command.Value);
        await using var found = await find.ExecuteReaderAsync(cancellation);
        await found.ReadAsync(cancellation);
        return found.IsDBNull(0) ? null : new AppendResult.AlreadyDone(found.GetInt64(0), found.GetInt64(1));
    }

    public async ValueTask<long> Version(StreamId stream, CancellationToken cancellation)
    {
        var database = await opened();
        var version = await database.Read(
            "SELECT coalesce(max(version), 0) FROM journal WHERE stream = @stream",
            row => row.GetInt64(0),
            cancellation,
            ("stream", stream.Value)
        );
        return version.Single();
    }

    public async ValueTask Delete(CommunityId community, CancellationToken cancellation)
    {
        ArgumentOutOfRangeException.ThrowIfEqual(community, CommunityId.Base);
        var database = await opened();
        await using (var writing = await database.OpenToWrite(cancellation))
        {
            await JournalHead.Lock(writing, database.LockRow, cancellation);
            await Subscription.Hold(database, writing, cancellation);
            await PackedChunk.DropWith(writing, community, cancellation);
            await writing.Run("DELETE FROM journal WHERE community = @community", cancellation, ("community", community.Value));
            await Erasure.Note(writing, new Erasure(time.GetUtcNow(), community, Erased.Community, ""), cancellation);
            await JournalNotice.Append(database, writing, new StoryEvent.CommunityDeleted(community), time.GetUtcNow(), cancellation);
            await writing.Commit(cancellation);
        }

        database.Appended.Ring();
        await Scrubbing.AfterCommit(database, time);
    }

    /// <summary>Takes away what was found packed in a way that cannot be read, so that it is packed again.</summary>
    public async Task DropUnreadable(CancellationToken cancellation)
    {
        if (Interlocked.Exchange(ref unreadable, 0) is not 0 and var position)
        {
            await PackedChunk.DropFrom(await opened(), position, cancellation);
        }
    }

    /// <summary>Reads the whole journal and checks it against its rules.</summary>
    public async Task<VerifiedJournal> Verify(CancellationToken cancellation)
    {
        var verifier = new JournalVerifier();
        for (var after = 0L; await ReadPage(after, cancellation) is { Count: > 0 } page; after = page[^1].Position)
        {
            page.ForEach(verifier.Take);
        }

        var packed = await PackedVerifier.Check(await opened(), verifier.Result.Problems.Count == 0, cancellation);
        return verifier.Result with { Packed = packed.Events, Problems = [.. verifier.Result.Problems, .. packed.Problems] };
    }

    private async ValueTask<AppendResult> Append(Database database, Append append, CancellationToken cancellation)
    {
        await using var writing = await database.OpenToWrite(cancellation);
        var head = await JournalHead.Read(writing, append, database.LockRow, cancellation);
        if (head.Done is { } done)
        {
            return done;
        }

        if (append.OvertakenAt(head.Last) is { } overtaken)
        {
            return overtaken;
        }

        if (append.ConflictWith(stream => head.Versions[stream]) is { } conflict)
        {
            return conflict;
        }

        if (append.Blanks.Count > 0)
        {
            await Subscription.Hold(database, writing, cancellation);
            await PackedChunk.DropFrom(writing, append.Blanks.Min(), cancellation);
        }

        if (await Blanking.Blank(writing, append, time.GetUtcNow(), cancellation) < append.Blanks.Distinct().Count())
        {
            throw append.ForeignBlanks();
        }

        var rows = head.Seal(append, time.GetUtcNow());
        await JournalRows.Insert(writing, rows, cancellation);
        await writing.Commit(cancellation);
        database.Appended.Ring();
        return new AppendResult.Appended(rows[0].Position, rows[^1].Position);
    }

    /// <summary>What is packed after a position; null where nothing is, or it cannot be read, so that it is read from its rows.</summary>
    private async ValueTask<JournalPage?> ReadPacked(long after, CancellationToken cancellation)
    {
        if (await PackedChunk.Find(await opened(), after, cancellation) is not { } chunk)
        {
            return null;
        }

        if (PackedEvents.Unpack(chunk.Payload) is { } events)
        {
            return new JournalPage(after, chunk.Last, [.. events.SkipWhile(envelope => envelope.Position <= after)]);
        }

        Interlocked.Exchange(ref unreadable, chunk.First);
        return null;
    }

    private async Task<List<JournalRow>> ReadPage(long after, CancellationToken cancellation)
    {
        await using var connection = await (await opened()).OpenToRead(cancellation);
        await using var command = connection.CreateCommand();
        return await JournalRows.Read(command, after, Page, cancellation);
    }
}
