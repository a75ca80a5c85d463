using Bot.Core.Communities;

namespace Bot.Core.Digests;

/// <summary>Schedules and slots for as long as the process lives.</summary>
public sealed class InMemoryDigests : IDigests, ISlots
{
    private readonly Lock gate = new();
    private readonly Dictionary<(string Community, string Id), Schedule> schedules = [];
    private readonly Dictionary<SlotKey, Slot> slots = [];

    /// <summary>How many of its community were open when a slot was claimed: its turn among those due at once.</summary>
    private readonly Dictionary<SlotKey, int> turns = [];

    public ValueTask<IReadOnlyList<Schedule>> All(CancellationToken cancellation) => ValueTask.FromResult(Find(_ => true));

    public ValueTask<IReadOnlyList<Schedule>> OfCommunity(CommunityId community, CancellationToken cancellation) =>
        ValueTask.FromResult<IReadOnlyList<Schedule>>([
            .. Find(known => known.Community == community)
                .OrderBy(known => known.Since)
                .ThenBy(known => known.Id.Value, StringComparer.Ordinal),
        ]);

    public ValueTask<Schedule?> Find(CommunityId community, ScheduleId id, CancellationToken cancellation)
    {
        lock (gate)
        {
            return ValueTask.FromResult(schedules.GetValueOrDefault((community.Value, id.Value)));
        }
    }

    public ValueTask Save(Schedule schedule, CancellationToken cancellation)
    {
        lock (gate)
        {
            var key = (schedule.Community.Value, schedule.Id.Value);
            schedules[key] = schedule with { Progress = schedules.GetValueOrDefault(key)?.Progress ?? Progress.None };
        }

        return ValueTask.CompletedTask;
    }

    public ValueTask<bool> Remove(CommunityId community, ScheduleId id, CancellationToken cancellation)
    {
        lock (gate)
        {
            Drop(key => key.Community == community && key.Schedule == id);
            return ValueTask.FromResult(schedules.Remove((community.Value, id.Value)));
        }
    }

    public ValueTask<bool> Claim(Slot slot, CancellationToken cancellation)
    {
        lock (gate)
        {
            var (key, of) = (slot.Key, (slot.Key.Community.Value, slot.Key.Schedule.Value));
            if (!schedules.TryGetValue(of, out var schedule))
            {
                return ValueTask.FromResult(false);
            }

            var open = slots.Values.FirstOrDefault(known =>
                known.IsOpen && known.Key.Schedule == key.Schedule && known.Key.Community == key.Community
            );
            var there = slots.ContainsKey(key);
            if (!there && open is { State: not SlotState.Failing })
            {
                return ValueTask.FromResult(false);
            }

            if (slot.Cause == Cause.Time)
            {
                schedules[of] = schedule with { LastDue = key.Local };
            }

            if (there)
            {
                return ValueTask.FromResult(false);
            }

            if (open is not null)
            {
                slots[open.Key] = open with { State = SlotState.Skipped, Why = SlotKeeping.MadeRoomFor(open.Why) };
            }

            turns[key] = slots.Values.Count(known => known.IsOpen && known.Key.Community == key.Community);
            slots[key] = slot;
            return ValueTask.FromResult(true);
        }
    }

    public ValueTask<Slot?> Take(string platform, DateTimeOffset now, DateTimeOffset until, CancellationToken cancellation)
    {
        lock (gate)
        {
            var next = slots
                .Values.Where(slot =>
                    slot.IsOpen && slot.NotBefore <= now && slot.Key.Community.Value.StartsWith($"{platform}:", StringComparison.Ordinal)
                )
                .OrderBy(slot => slot.At)
                .ThenBy(slot => turns[slot.Key])
                .ThenBy(slot => slot.Key.Community.Value, StringComparer.Ordinal)
                .FirstOrDefault();
            if (next is not null)
            {
                next = slots[next.Key] = next with { State = SlotState.Taken, NotBefore = until, Tries = next.Tries + 1 };
            }

            return ValueTask.FromResult(next);
        }
    }

    public ValueTask<bool> Begin(Slot taken, CancellationToken cancellation)
    {
        lock (gate)
        {
            var mine = IsMine(taken);
            if (mine)
            {
                slots[taken.Key] = slots[taken.Key] with { UpTo = taken.UpTo };
            }

            return ValueTask.FromResult(mine);
        }
    }

    public ValueTask<bool> Settle(Slot settled, Progress progress, CancellationToken cancellation)
    {
        lock (gate)
        {
            var of = (settled.Key.Community.Value, settled.Key.Schedule.Value);
            if (!IsMine(settled) || !schedules.TryGetValue(of, out var schedule))
            {
                return ValueTask.FromResult(false);
            }

            slots[settled.Key] = settled;
            schedules[of] = schedule with { Progress = progress };
            Drop(key => key.Community == settled.Key.Community && key.Schedule == settled.Key.Schedule && IsOld(slots[key], settled));
            return ValueTask.FromResult(true);
        }
    }

    public ValueTask<IReadOnlyList<Slot>> Latest(CommunityId community, ScheduleId schedule, int most, CancellationToken cancellation)
    {
        lock (gate)
        {
            return ValueTask.FromResult<IReadOnlyList<Slot>>([
                .. slots
                    .Values.Where(slot => slot.Key.Community == community && slot.Key.Schedule == schedule)
                    .OrderByDescending(slot => slot.At)
                    .ThenByDescending(slot => slot.Key.Local)
                    .Take(most),
            ]);
        }
    }

    internal void Drop(CommunityId community)
    {
        lock (gate)
        {
            Drop(key => key.Community == community);
            schedules.Keys.Where(key => key.Community == community.Value).ToList().ForEach(key => schedules.Remove(key));
        }
    }

    private static bool IsOld(Slot slot, Slot settled) => !slot.IsOpen && slot.At < settled.At - SlotKeeping.Kept;

    private bool IsMine(Slot taken) => slots.GetValueOrDefault(taken.Key) is { State: SlotState.Taken } known && known.Tries == taken.Tries;

    private void Drop(Func<SlotKey, bool> which) =>
        slots.Keys.Where(which).ToList().ForEach(key => _ = slots.Remove(key) | turns.Remove(key));

    private IReadOnlyList<Schedule> Find(Func<Schedule, bool> which)
    {
        lock (gate)
        {
            return
            [
                .. schedules
                    .Values.Where(which)
                    .OrderBy(known => known.Community.Value, StringComparer.Ordinal)
                    .ThenBy(known => known.Id.Value, StringComparer.Ordinal),
            ];
        }
    }
}
