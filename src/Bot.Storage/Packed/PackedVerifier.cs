using Bot.Core.Journal;
using Bot.Storage.Databases;
using Bot.Storage.Events;
using Bot.Storage.Journals;

namespace Bot.Storage.Packed;

/// <summary>Whether what is packed says what the rows say.</summary>
internal static class PackedVerifier
{
    /// <param name="rowsHold">What is packed otherwise is then wrong, and taken away; else nobody can tell, and both are left.</param>
    public static async Task<PackedCheck> Check(Database database, bool rowsHold, CancellationToken cancellation)
    {
        var (events, problems, wrong) = (0L, new List<string>(), long.MaxValue);
        await using (var reading = await database.OpenSnapshot(cancellation))
        {
            for (var after = 0L; await PackedChunk.Find(reading, after, cancellation) is { } chunk; after = chunk.Last)
            {
                if (PackedEvents.Unpack(chunk.Payload) is not { } packed)
                {
                    // Nobody uses it: it is read from its rows, and packed again.
                    continue;
                }

                events += packed.Count;
                if (await Difference(reading, chunk, packed, cancellation) is { } position)
                {
                    wrong = Math.Min(wrong, chunk.First);
                    problems.Add(
                        $"Positions {chunk.First} to {chunk.Last} are packed otherwise than they stand in the journal, from position {position} on.{(rowsHold ? " The packed form is thrown away; the service makes it again." : "")}"
                    );
                }
            }
        }

        if (problems.Count > 0 && rowsHold)
        {
            await PackedChunk.DropFrom(database, wrong, cancellation);
        }

        return new PackedCheck(events, problems);
    }

    private static async Task<long?> Difference(
        Transaction reading,
        PackedChunk chunk,
        IReadOnlyList<Envelope> packed,
        CancellationToken cancellation
    )
    {
        await using var command = reading.Command("");
        var rows = await JournalRows.Read(command, chunk.First - 1, packed.Count + 1, cancellation);
        rows.RemoveAll(row => row.Position > chunk.Last);
        for (var i = 0; i < Math.Max(rows.Count, packed.Count); i++)
        {
            if (i >= rows.Count || i >= packed.Count || !IsSame(rows[i], packed[i]))
            {
                return i < rows.Count ? rows[i].Position : packed[i].Position;
            }
        }

        return null;
    }

    private static bool IsSame(JournalRow row, Envelope packed)
    {
        try
        {
            var read = row.Open();
            return read == packed with { Event = read.Event } && Written(read.Event) == Written(packed.Event);
        }
        catch (UnreadableEventException)
        {
            return false;
        }
    }

    /// <summary>An event has parts that are the same only where they are one thing; what is stored of it tells.</summary>
    private static StoredEvent Written(StoryEvent happened) => happened is StoryEvent.Blanked ? default : EventCodec.Encode(happened);
}

/// <param name="Events">How many events are packed.</param>
/// <param name="Problems">A sentence for each chunk that says something else than its rows.</param>
internal sealed record PackedCheck(long Events, IReadOnlyList<string> Problems);
