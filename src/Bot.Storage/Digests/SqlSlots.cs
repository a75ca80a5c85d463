using Bot.Core.Communities;
using Bot.Core.Digests;
using Bot.Storage.Databases;

namespace Bot.Storage.Digests;

internal sealed class SqlSlots(Func<Task<Database>> opened) : ISlots
{
    private const string Open = "state IN ('Due', 'Taken', 'Failing')";

    /// <summary>Whoever took it an earlier time has no say any more.</summary>
    private const string IsMine = $"{SlotRows.IsIt} AND state = 'Taken' AND tries = @tries";

    public async ValueTask<bool> Claim(Slot slot, CancellationToken cancellation)
    {
        var database = await opened();
        await using var writing = await database.OpenToWrite(cancellation);
        if (!await Lock(database, writing, slot, cancellation))
        {
            return false;
        }

        var key = SlotRows.Key(slot);
        var there = await writing.Read(SlotRows.Select(SlotRows.IsIt), SlotRows.Read, cancellation, key);
        var open = await writing.Read(
            SlotRows.Select($"community = @community AND schedule = @schedule AND {Open}"),
            SlotRows.Read,
            cancellation,
            key[0],
            key[2]
        );
        if (there.Count == 0 && open.Exists(other => other.State != SlotState.Failing))
        {
            return false;
        }

        if (slot.Cause == Cause.Time)
        {
            await writing.Run(
                "UPDATE digest SET last_due = @local WHERE community = @community AND id = @schedule",
                cancellation,
                key[0],
                key[2],
                key[3]
            );
        }

        if (there.Count == 0)
        {
            foreach (var other in open)
            {
                await writing.Run(
                    $"UPDATE digest_slot SET state = 'Skipped', why = @why WHERE {SlotRows.IsIt}",
                    cancellation,
                    [.. SlotRows.Key(other), ("why", SlotKeeping.MadeRoomFor(other.Why))]
                );
            }

            var turns = await writing.Read(
                $"SELECT count(*) FROM digest_slot WHERE community = @community AND {Open}",
                row => (int)row.GetInt64(0),
                cancellation,
                key[0]
            );
            await SlotRows.Insert(writing, slot, turns[0], cancellation);
        }

        await writing.Commit(cancellation);
        return there.Count == 0;
    }

    public async ValueTask<Slot?> Take(string platform, DateTimeOffset now, DateTimeOffset until, CancellationToken cancellation)
    {
        var database = await opened();
        var due = $"{Open} AND not_before <= @now AND community LIKE @platform";
        (string, object)[] which = [("now", Statements.Stamp(now)), ("platform", $"{platform}:%")];

        // Mostly there is none, and then nobody is kept from writing.
        if ((await database.Read($"SELECT 1 FROM digest_slot WHERE {due} LIMIT 1", _ => true, cancellation, which)).Count == 0)
        {
            return null;
        }

        await using var writing = await database.OpenToWrite(cancellation);
        var next = await writing.Read(
            $"{SlotRows.Select(due)} ORDER BY at, turn, community LIMIT 1{database.TakeRow}",
            SlotRows.Read,
            cancellation,
            which
        );
        if (next is not [var slot])
        {
            return null;
        }

        var taken = slot with { State = SlotState.Taken, NotBefore = until, Tries = slot.Tries + 1 };
        await writing.Run(
            $"UPDATE digest_slot SET state = @state, not_before = @not_before, tries = @tries WHERE {SlotRows.IsIt}",
            cancellation,
            [.. SlotRows.Key(taken), ("state", taken.State.ToString()), ("not_before", Statements.Stamp(until)), ("tries", taken.Tries)]
        );
        await writing.Commit(cancellation);
        return taken;
    }

    public async ValueTask<bool> Begin(Slot taken, CancellationToken cancellation)
    {
        await using var writing = await (await opened()).OpenToWrite(cancellation);
        var noted = await writing.Run(
            $"UPDATE digest_slot SET story = @story, position = @position WHERE {IsMine}",
            cancellation,
            [.. SlotRows.Key(taken), ("tries", taken.Tries), .. SlotRows.UpTo(taken)]
        );
        await writing.Commit(cancellation);
        return noted > 0;
    }

    public async ValueTask<bool> Settle(Slot settled, Progress progress, CancellationToken cancellation)
    {
        var database = await opened();
        await using var writing = await database.OpenToWrite(cancellation);

        // In the order of Claim: the schedule, then its slots.
        if (!await Lock(database, writing, settled, cancellation))
        {
            return false;
        }

        var noted = await writing.Run(
            $"UPDATE digest_slot SET state = @state, not_before = @not_before, why = @why, story = @story, position = @position WHERE {IsMine}",
            cancellation,
            [.. SlotRows.Key(settled), ("tries", settled.Tries), .. SlotRows.State(settled)]
        );
        if (noted == 0)
        {
            return false;
        }

        var key = SlotRows.Key(settled);
        await writing.Run(
            """
            UPDATE digest SET story = @story, position = @position, posted_at = @posted_at, is_final = @is_final, unsure = @unsure,
              failing_since = @failing_since, failing_why = @failing_why, failing_told = @failing_told
            WHERE community = @community AND id = @schedule
            """,
            cancellation,
            [key[0], key[2], .. DigestRows.Values(progress)]
        );
        await writing.Run(
            $"DELETE FROM digest_slot WHERE community = @community AND schedule = @schedule AND at < @old AND NOT {Open}",
            cancellation,
            key[0],
            key[2],
            ("old", Statements.Stamp(settled.At - SlotKeeping.Kept))
        );
        await writing.Commit(cancellation);
        return true;
    }

    public async ValueTask<IReadOnlyList<Slot>> Latest(
        CommunityId community,
        ScheduleId schedule,
        int most,
        CancellationToken cancellation
    ) =>
        await (await opened()).Read(
            $"{SlotRows.Select("community = @community AND schedule = @schedule")} ORDER BY at DESC, local DESC LIMIT @most",
            SlotRows.Read,
            cancellation,
            ("community", community.Value),
            ("schedule", schedule.Value),
            ("most", most)
        );

    /// <returns>Whether the schedule is there.</returns>
    private static async Task<bool> Lock(Database database, Transaction writing, Slot slot, CancellationToken cancellation) =>
        (
            await writing.Read(
                $"SELECT 1 FROM digest WHERE community = @community AND id = @schedule{database.LockRow}",
                _ => true,
                cancellation,
                SlotRows.Key(slot)[0],
                SlotRows.Key(slot)[2]
            )
        ).Count > 0;
}
