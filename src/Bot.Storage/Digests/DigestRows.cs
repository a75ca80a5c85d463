using System.Data.Common;
using Bot.Core.Communities;
using Bot.Core.Delivery;
using Bot.Core.Digests;
using Bot.Core.Facts;
using Bot.Storage.Databases;

namespace Bot.Storage.Digests;

/// <summary>Schedules as rows.</summary>
internal static class DigestRows
{
    private const string Columns =
        "community, id, place, timing, by_person, since, paused_at, paused_why, last_due, story, position, posted_at, is_final, unsure, failing_since, failing_why, failing_told, paused_failing";

    public static string Select(string where) => $"SELECT {Columns} FROM digest WHERE {where} ORDER BY since, id";

    /// <param name="onConflict">What is done with one that is there already.</param>
    public static string Insert(string onConflict) =>
        $"""
            INSERT INTO digest ({Columns}) VALUES (@{Columns.Replace(", ", ", @")})
            ON CONFLICT (community, id) DO {onConflict}
            """;

    public static (string Name, object Value)[] Values(Schedule schedule) =>
        [
            ("community", schedule.Community.Value),
            ("id", schedule.Id.Value),
            ("place", schedule.Place.Value),
            ("timing", schedule.Timing.ToString()),
            ("by_person", schedule.By.Value),
            ("since", Statements.Stamp(schedule.Since)),
            ("paused_at", Stamp(schedule.Paused?.At)),
            ("paused_why", schedule.Paused?.Reason ?? (object)DBNull.Value),
            ("paused_failing", schedule.Paused?.Cause == PauseCause.Failing ? 1 : 0),
            ("last_due", Local(schedule.LastDue)),
            .. Values(schedule.Progress),
        ];

    public static (string Name, object Value)[] Values(Progress progress) =>
        [
            ("story", progress.Covered?.Story.Value ?? (object)DBNull.Value),
            ("position", progress.Covered?.Position ?? (object)DBNull.Value),
            ("posted_at", Stamp(progress.Covered?.PostedAt)),
            ("is_final", progress.Covered?.IsFinal == true ? 1 : 0),
            ("unsure", Local(progress.Unsure)),
            ("failing_since", Stamp(progress.Failing?.Since)),
            ("failing_why", progress.Failing?.Why ?? (object)DBNull.Value),
            ("failing_told", progress.Failing?.Told == true ? 1 : 0),
        ];

    public static object Local(DateTime? local) => local is { } time ? SlotKey.TextOf(time) : DBNull.Value;

    public static Schedule Read(DbDataReader row) =>
        new()
        {
            Community = new CommunityId(row.GetString(0)),
            Id = new ScheduleId(row.GetString(1)),
            Place = new PlaceId(row.GetString(2)),
            Timing = Timing.TryParse(row.GetString(3)) ?? throw new InvalidDataException($"'{row.GetString(3)}' is no timing of a digest."),
            By = new PersonKey(row.GetString(4)),
            Since = row.Moment(5),
            Paused = row.IsDBNull(6)
                ? null
                : new Pause(row.Moment(6), row.GetInt32(17) == 1 ? PauseCause.Failing : PauseCause.Asked, row.GetString(7)),
            LastDue = row.IsDBNull(8) ? null : SlotKey.LocalOf(row.GetString(8)),
            Progress = new Progress
            {
                Covered = row.IsDBNull(9)
                    ? null
                    : new Covered(new StorySlug(row.GetString(9)), row.GetInt64(10), row.Moment(11), row.GetInt32(12) == 1),
                Unsure = row.IsDBNull(13) ? null : SlotKey.LocalOf(row.GetString(13)),
                Failing = row.IsDBNull(14) ? null : new Failing(row.Moment(14), row.GetString(15), row.GetInt32(16) == 1),
            },
        };

    /// <summary>What was posted is there whatever the store is put back to: present schedules, and how far they are, stand.</summary>
    public static async Task CarryOver(Transaction present, Transaction restored, CancellationToken cancellation)
    {
        foreach (var schedule in await present.Read(Select("1 = 1"), Read, cancellation))
        {
            await restored.Run("DELETE FROM digest WHERE community = @community AND id = @id", cancellation, Values(schedule)[..2]);
            await restored.Run(Insert("NOTHING"), cancellation, Values(schedule));
        }

        foreach (
            var (slot, turn) in await present.Read(
                SlotRows.Select("1 = 1"),
                row => (SlotRows.Read(row), SlotRows.TurnOf(row)),
                cancellation
            )
        )
        {
            await restored.Run($"DELETE FROM digest_slot WHERE {SlotRows.IsIt}", cancellation, SlotRows.Key(slot));
            await SlotRows.Insert(restored, slot, turn, cancellation);
        }
    }

    private static object Stamp(DateTimeOffset? moment) => moment is { } at ? Statements.Stamp(at) : DBNull.Value;
}
