using Bot.Core.Digests;
using Bot.Core.Journal;

namespace Bot.Testing.Digests.Clock;

/// <summary>What became of every time that came, and whether it is right.</summary>
internal sealed class ClockLedger(InMemoryDigests digests, IReadOnlyList<ShakyPlatform> platforms, ClockZones zones)
{
    private const int MoreThanADay = 60;

    /// <summary>As many times of day come in the longest absence.</summary>
    private const int MostWhileAway = 3;
    private readonly Dictionary<SlotKey, Slot> slots = [];
    private readonly List<(Schedule Schedule, DateTimeOffset From, DateTimeOffset? Paused)> stretches = [];

    public int Deaths { get; set; }

    public void Begin(Schedule schedule) => stretches.Add((schedule, schedule.Since, null));

    public void Resumed(Schedule schedule, DateTimeOffset paused)
    {
        var last = stretches.FindLastIndex(stretch => IsOf(stretch.Schedule, schedule));
        stretches[last] = stretches[last] with { Paused = paused };
        stretches.Add((schedule, schedule.Since, null));
    }

    /// <summary>Writes down how all are: what was done with long ago is not kept by the store.</summary>
    public async Task Look()
    {
        foreach (var schedule in await digests.All(CancellationToken.None))
        {
            foreach (var slot in await digests.Latest(schedule.Community, schedule.Id, MoreThanADay, CancellationToken.None))
            {
                slots[slot.Key] = slot;
            }
        }
    }

    /// <param name="end">Since then nothing new happened, and nothing failed.</param>
    public ClockReport Judge(StorySnapshot story, DateTimeOffset end, DateTimeOffset now)
    {
        var wrong = new List<string>();
        var seen = platforms.SelectMany(platform => platform.Seen).ToLookup(each => each.Post.Delivery, each => each);
        wrong.AddRange(seen.Where(each => each.Count() > 1).Select(each => $"{each.Key} was posted {each.Count()} times"));
        wrong.AddRange(
            platforms
                .SelectMany(platform => platform.Told)
                .CountBy(told => told)
                .Where(told => told.Value > 1)
                .Select(told => $"{told.Key} was told twice")
        );
        wrong.AddRange(slots.Values.Select(slot => Wrong(slot, seen[slot.Key.Delivery].Count(), now)).OfType<string>());
        var due = stretches.Where(stretch => stretch.Schedule.Timing.At is not null).Sum(stretch => Account(stretch, now, wrong));
        wrong.AddRange(
            stretches
                .DistinctBy(stretch => (stretch.Schedule.Community, stretch.Schedule.Id))
                .SelectMany(stretch => Untold(stretch.Schedule, story))
        );
        return new ClockReport(
            due,
            [.. slots.Values],
            Deaths,
            platforms.Sum(platform => platform.Asked),
            platforms.Sum(platform => platform.Told.Count),
            wrong
        );
    }

    private static bool IsOf(Schedule one, Schedule other) => one.Community == other.Community && one.Id == other.Id;

    private static string? Wrong(Slot slot, int posts, DateTimeOffset now) =>
        slot switch
        {
            { IsOpen: true } when slot.At < now.AddMinutes(-5) => $"{slot.Key.Delivery} is {slot.State} at the end",
            { State: SlotState.Sent } when posts != 1 => $"{slot.Key.Delivery} was sent, and {posts} are there",
            { State: SlotState.Quiet or SlotState.Skipped } when posts > 0 => $"{slot.Key.Delivery} is {slot.State}, and was posted",
            { State: SlotState.Quiet or SlotState.Skipped or SlotState.Unknown, Why: null } =>
                $"{slot.Key.Delivery} is {slot.State}, and nobody says why",
            _ => null,
        };

    /// <summary>Each time that came while it ran has a slot, or is one of those that a slot does for.</summary>
    private int Account((Schedule Schedule, DateTimeOffset From, DateTimeOffset? Paused) stretch, DateTimeOffset now, List<string> wrong)
    {
        var (schedule, from, paused) = stretch;
        var expected = Expected.Slots(schedule.Timing, at => zones.Find(schedule.Timing.Zone, at)!, from, paused ?? now).ToList();
        var rows = slots
            .Values.Where(slot => slot.Cause == Cause.Time && slot.Key.Community == schedule.Community && slot.Key.Schedule == schedule.Id)
            .Where(slot => slot.At > from && slot.At <= (paused ?? now))
            .OrderBy(slot => slot.Key.Local)
            .ToList();
        var last = -1;
        foreach (var row in rows)
        {
            var at = expected.FindIndex(slot => slot.Local == row.Key.Local);
            if (at <= last || row.Missed != at - last - 1)
            {
                wrong.Add($"{row.Key.Delivery} does for {row.Missed}, and {at - last - 1} came since the one before");
            }

            last = Math.Max(at, last);
        }

        // What came while the process was away, and was paused before it could be claimed, has the reason of the pause.
        if (expected.Count - 1 - last > (paused is null ? 0 : MostWhileAway))
        {
            wrong.Add($"{schedule.Community} {schedule.Id}: {expected.Count - 1 - last} came since {from:u} and nobody saw to them");
        }

        return expected.Count;
    }

    /// <summary>What is new since readers were told where the story stands was told to them.</summary>
    private IEnumerable<string> Untold(Schedule schedule, StorySnapshot story)
    {
        var posts = platforms
            .SelectMany(platform => platform.Seen)
            .Where(seen => seen.Post.Community == schedule.Community && seen.Post.Place == schedule.Place)
            .Select(seen => (Digest)seen.Post.Reply)
            .ToList();
        if (posts.FindLast(digest => digest.Kind == DigestKind.Baseline) is not { } first)
        {
            return [$"{schedule.Community} {schedule.Id}: nothing was posted"];
        }

        var told = posts.SelectMany(digest => digest.News).ToHashSet();
        return story
            .Revisions.Where(revision => revision.Number == 1 && revision.From > first.Position && !told.Contains(revision.Fact.Id))
            .Select(revision => $"{schedule.Community} {schedule.Id}: {revision.Fact.Id} was never told");
    }
}
