using System.Data.Common;
using Bot.Core.Communities;
using Bot.Core.Delivery;
using Bot.Core.Digests;
using Bot.Core.Facts;
using Bot.Storage.Databases;

namespace Bot.Storage.Digests;

/// <summary>Slots as rows.</summary>
internal static class SlotRows
{
    /// <summary>The condition on one, by <see cref="Key"/>.</summary>
    public const string IsIt = "community = @community AND place = @place AND schedule = @schedule AND local = @local";

    private const string Columns =
        "community, place, schedule, local, cause, at, missed, state, not_before, tries, story, position, why, turn";

    public static string Select(string where) => $"SELECT {Columns} FROM digest_slot WHERE {where}";

    public static Task<int> Insert(Transaction writing, Slot slot, int turn, CancellationToken cancellation) =>
        writing.Run(
            $"INSERT INTO digest_slot ({Columns}) VALUES (@{Columns.Replace(", ", ", @")}) ON CONFLICT (community, place, schedule, local) DO NOTHING",
            cancellation,
            [
                .. Key(slot),
                ("cause", slot.Cause.ToString()),
                ("at", Statements.Stamp(slot.At)),
                ("missed", slot.Missed),
                ("tries", slot.Tries),
                ("turn", turn),
                .. State(slot),
            ]
        );

    public static (string Name, object Value)[] Key(Slot slot) =>
        [
            ("community", slot.Key.Community.Value),
            ("place", slot.Key.Place.Value),
            ("schedule", slot.Key.Schedule.Value),
            ("local", SlotKey.TextOf(slot.Key.Local)),
        ];

    /// <summary>What changes of a slot.</summary>
    public static (string Name, object Value)[] State(Slot slot) =>
        [
            ("state", slot.State.ToString()),
            ("not_before", Statements.Stamp(slot.NotBefore)),
            ("why", slot.Why ?? (object)DBNull.Value),
            .. UpTo(slot),
        ];

    public static (string Name, object Value)[] UpTo(Slot slot) =>
        [("story", slot.UpTo?.Story.Value ?? (object)DBNull.Value), ("position", slot.UpTo?.Position ?? (object)DBNull.Value)];

    public static Slot Read(DbDataReader row) =>
        new()
        {
            Key = new SlotKey(
                new CommunityId(row.GetString(0)),
                new PlaceId(row.GetString(1)),
                new ScheduleId(row.GetString(2)),
                SlotKey.LocalOf(row.GetString(3))
            ),
            Cause = Enum.Parse<Cause>(row.GetString(4)),
            At = row.Moment(5),
            Missed = row.GetInt32(6),
            State = Enum.Parse<SlotState>(row.GetString(7)),
            NotBefore = row.Moment(8),
            Tries = row.GetInt32(9),
            UpTo = row.IsDBNull(10) ? null : (new StorySlug(row.GetString(10)), row.GetInt64(11)),
            Why = row.IsDBNull(12) ? null : row.GetString(12),
        };

    /// <summary>Its turn among those that are due at once.</summary>
    public static int TurnOf(DbDataReader row) => row.GetInt32(13);
}
