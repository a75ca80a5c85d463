using Bot.Core.Communities;
using Bot.Core.Digests;
using Bot.Storage.Databases;

namespace Bot.Storage.Digests;

internal sealed class SqlDigests(Func<Task<Database>> opened) : IDigests
{
    public async ValueTask<IReadOnlyList<Schedule>> All(CancellationToken cancellation) =>
        [
            .. (await (await opened()).Read(DigestRows.Select("1 = 1"), DigestRows.Read, cancellation))
                .OrderBy(schedule => schedule.Community.Value, StringComparer.Ordinal)
                .ThenBy(schedule => schedule.Id.Value, StringComparer.Ordinal),
        ];

    public async ValueTask<IReadOnlyList<Schedule>> OfCommunity(CommunityId community, CancellationToken cancellation) =>
        await (await opened()).Read(
            DigestRows.Select("community = @community"),
            DigestRows.Read,
            cancellation,
            ("community", community.Value)
        );

    public async ValueTask<Schedule?> Find(CommunityId community, ScheduleId id, CancellationToken cancellation) =>
        (
            await (await opened()).Read(
                DigestRows.Select("community = @community AND id = @id"),
                DigestRows.Read,
                cancellation,
                ("community", community.Value),
                ("id", id.Value)
            )
        ).SingleOrDefault();

    public async ValueTask Save(Schedule schedule, CancellationToken cancellation)
    {
        await using var writing = await (await opened()).OpenToWrite(cancellation);
        await writing.Run(
            DigestRows.Insert(
                """
                UPDATE SET place = excluded.place, timing = excluded.timing, by_person = excluded.by_person, since = excluded.since,
                  paused_at = excluded.paused_at, paused_why = excluded.paused_why,
                  paused_failing = excluded.paused_failing, last_due = excluded.last_due
                """
            ),
            cancellation,
            DigestRows.Values(schedule with { Progress = Progress.None })
        );
        await writing.Commit(cancellation);
    }

    public async ValueTask<bool> Remove(CommunityId community, ScheduleId id, CancellationToken cancellation)
    {
        await using var writing = await (await opened()).OpenToWrite(cancellation);
        (string, object)[] it = [("community", community.Value), ("id", id.Value)];
        await writing.Run("DELETE FROM digest_slot WHERE community = @community AND schedule = @id", cancellation, it);
        var removed = await writing.Run("DELETE FROM digest WHERE community = @community AND id = @id", cancellation, it);
        await writing.Commit(cancellation);
        return removed > 0;
    }
}
