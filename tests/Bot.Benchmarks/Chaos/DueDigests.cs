using System.Diagnostics;
using System.Globalization;
using Bot.Core.Communities;
using Bot.Core.Delivery;
using Bot.Core.Digests;
using Bot.Storage;
using Bot.Testing.Slack;

namespace Bot.Benchmarks.Chaos;

/// <summary>Digests that fall due while faults befall the replicas: some each minute, each in a channel of its own, where a second post is seen.</summary>
internal sealed class DueDigests(Platforms platforms)
{
    /// <summary>On each platform each minute.</summary>
    private const int AMinute = 8;

    /// <summary>Whoever took one and died had their time, by a clock that may be wrong, and a look is taken each minute.</summary>
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(8);
    private static readonly TimeSpan Glance = TimeSpan.FromSeconds(1);
    private static readonly string[] Communities = ["discord:1", "discord:2", $"slack:{SlackWorld.Team}"];

    private readonly List<(Schedule Schedule, DateTimeOffset At)> all = [];
    private readonly List<(Schedule Schedule, Slot? Slot, int Posts)> ended = [];

    public async Task SetUp(Store store, TimeSpan time, CancellationToken cancellation)
    {
        var now = TimeProvider.System.GetUtcNow();
        for (var minute = 0; minute <= time.TotalMinutes; minute++)
        {
            for (var number = 0; number < AMinute * Communities.Length; number++)
            {
                await store.Digests.Save(Next(Communities[number % Communities.Length], now, now.AddMinutes(minute)), cancellation);
            }
        }
    }

    /// <summary>Waits until what fell due by now is dealt with.</summary>
    public async Task Over(Store store, CancellationToken cancellation)
    {
        var (due, since) = (all.Where(each => each.At <= TimeProvider.System.GetUtcNow()).ToList(), Stopwatch.GetTimestamp());
        while (await Look(store, due, cancellation) && Stopwatch.GetElapsedTime(since) < Patience)
        {
            await Task.Delay(Glance, TimeProvider.System, cancellation);
        }
    }

    public IEnumerable<string> Wrong() =>
        all.Where(each => Posts(each.Schedule) > 1)
            .Select(each => $"The digest {each.Schedule.Id} of {each.Schedule.Community} was posted {Posts(each.Schedule)} times.")
            .Concat(
                ended
                    .Where(each =>
                        each.Slot is null or { IsOpen: true }
                        || (each.Posts, each.Slot.State) is (0, SlotState.Sent) or (1, not (SlotState.Sent or SlotState.Unknown))
                    )
                    .Select(each =>
                        $"The digest {each.Schedule.Id} of {each.Schedule.Community} is {each.Slot?.State.ToString() ?? "not claimed"}, with {each.Posts} posts."
                    )
            )
            .Concat(ended.Exists(each => each.Slot?.State is SlotState.Sent) ? [] : ["Not one digest was sent."]);

    public void Show() =>
        Console.WriteLine(
            $"{ended.Count:N0} digests fell due: {string.Join(", ", ended.GroupBy(each => each.Slot?.State).OrderBy(state => state.Key).Select(state => $"{state.Count():N0} {state.Key}"))}; {ended.Count(each => each.Slot?.Tries > 1):N0} were taken up again"
        );

    private Schedule Next(string community, DateTimeOffset now, DateTimeOffset at)
    {
        var number = all.Count;
        var schedule = new Schedule
        {
            Id = new ScheduleId(number.ToString("x8", CultureInfo.InvariantCulture)),
            Community = new CommunityId(community),
            Place = new PlaceId(
                community.StartsWith("discord", StringComparison.Ordinal) ? platforms.NewDiscordChannel() : platforms.NewSlackChannel()
            ),
            Timing = new Timing
            {
                Days = Weekdays.All,
                At = TimeOnly.FromDateTime(at.UtcDateTime),
                Zone = "UTC",
            },
            By = new PersonKey("driver"),
            Since = now.AddMinutes(-2),
        };
        all.Add((schedule, at));
        return schedule;
    }

    private async Task<bool> Look(Store store, IEnumerable<(Schedule Schedule, DateTimeOffset At)> due, CancellationToken cancellation)
    {
        ended.Clear();
        foreach (var (schedule, _) in due)
        {
            var slots = await store.Slots.Latest(schedule.Community, schedule.Id, 1, cancellation);
            ended.Add((schedule, slots is [var slot] ? slot : null, Posts(schedule)));
        }

        return ended.Exists(each => each.Slot is null or { IsOpen: true });
    }

    private int Posts(Schedule schedule) =>
        schedule.Community.Value.StartsWith("discord", StringComparison.Ordinal)
            ? platforms.Discord.Messages.Count(message => message.Channel == schedule.Place.Value && message.Reference is null)
            : platforms.Slack.Messages.Count(message =>
                message.Channel == schedule.Place.Value && message is { BotId: not null, Thread: null }
            );
}
