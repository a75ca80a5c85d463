using Bot.Core.Communities;
using Bot.Core.Conversation.Pictures;
using Bot.Core.Delivery;
using Bot.Core.Digests;
using Microsoft.Extensions.Time.Testing;

namespace Bot.Testing.Digests.Clock;

/// <summary>
/// Digests over a long time, in which the process dies at any step, is away, and meets platforms that fail: at the end every time that came has one digest or one reason. The
/// same seed gives the same run.
/// </summary>
public sealed class ClockRun
{
    /// <summary>How likely the process dies at a step.</summary>
    private const double Deadly = 0.01;

    private static readonly TimeSpan Minute = TimeSpan.FromMinutes(1);

    /// <summary>At the end nothing fails any more, so that all that is left is done.</summary>
    private static readonly TimeSpan Calm = TimeSpan.FromDays(4);

    private readonly Random dice;
    private readonly FakeTimeProvider time;
    private readonly TimeSpan length;
    private readonly InMemoryDigests digests = new();
    private readonly InMemoryReceipts receipts = new();
    private readonly MovingStory story;
    private readonly ClockZones zones;
    private readonly List<ShakyPlatform> platforms;
    private readonly InMemoryPeople people = new(bytes => bytes.Fill(7));
    private Fate fate;

    public ClockRun(int seed, DateTimeOffset start, TimeSpan length)
    {
        (dice, time, this.length) = (new Random(seed), new FakeTimeProvider(start), length);
        story = new MovingStory(time, dice);
        zones = new ClockZones(time, start, length);
        platforms =
        [
            new ShakyPlatform("discord", TimeSpan.FromMinutes(3), time, dice),
            new ShakyPlatform("slack", TimeSpan.Zero, time, dice),
        ];
        fate = new Fate(dice, 0);
    }

    public async Task<ClockReport> Run()
    {
        story.Pass(time.GetUtcNow());
        var ledger = new ClockLedger(digests, platforms, zones);
        foreach (var schedule in await SetUp())
        {
            ledger.Begin(schedule);
        }

        var (end, round, down) = (time.GetUtcNow() + length, (DigestRound?)null, DateTimeOffset.MinValue);
        var day = time.GetUtcNow().Date;
        while (time.GetUtcNow() < end + Calm)
        {
            time.Advance(Minute);
            var now = time.GetUtcNow();
            var calm = now >= end;
            if (calm && platforms.Exists(platform => platform.IsShaky))
            {
                platforms.ForEach(platform => platform.IsShaky = false);
                (round, down) = (null, now);
            }

            if (!calm)
            {
                story.Pass(now);
            }

            if (now.Date != day)
            {
                day = now.Date;
                await ledger.Look();
                await ResumeWhatCanBe(ledger, now);
            }

            if (now < down)
            {
                continue;
            }

            round ??= Begin(calm ? 0 : Deadly);
            var turn = round.Turn(CancellationToken.None);
            if (fate.IsDead)
            {
                // What goes on of it reaches nothing any more.
                _ = turn.ContinueWith(dead => dead.Exception, TaskScheduler.Default);
                (round, down) = (null, now + Away());
                ledger.Deaths++;
            }
            else
            {
                await turn;
            }
        }

        await ledger.Look();
        return ledger.Judge(story.Now, end, time.GetUtcNow());
    }

    private async Task<IReadOnlyList<Schedule>> SetUp()
    {
        var (set, now) = (new List<Schedule>(), time.GetUtcNow());
        foreach (var (number, zone) in ClockZones.All.Index())
        {
            var community = new CommunityId($"{platforms[number % platforms.Count].Name}:{number}");
            var by = await people.Key(community, new UserId("someone"), CancellationToken.None);
            foreach (var (place, timing) in Timings(zone).Index())
            {
                var schedule = new Schedule
                {
                    Id = new ScheduleId($"s{place}"),
                    Community = community,
                    Place = new PlaceId($"c{place}"),
                    Timing = timing,
                    By = by,
                    Since = now,
                };
                await digests.Save(schedule, CancellationToken.None);
                set.Add(schedule);
                var platform = platforms[number % platforms.Count];
                var from = now + (length * dice.NextDouble());
                platform.Break(
                    community,
                    schedule.Place,
                    from,
                    TimeSpan.FromHours(
                        dice.Next(3) switch
                        {
                            0 => 2,
                            1 => 60,
                            _ => 20 * 24,
                        }
                    )
                );
            }
        }

        return set;
    }

    private static IEnumerable<Timing> Timings(string zone) =>
        [
            new Timing
            {
                Days = Weekdays.All,
                At = new TimeOnly(2, 30),
                Zone = zone,
            },
            new Timing
            {
                Days = Weekdays.All,
                At = new TimeOnly(9, 0),
                Zone = zone,
                Quiet = new QuietHours(new TimeOnly(22, 0), new TimeOnly(7, 0)),
                AfterCorrections = true,
            },
            new Timing
            {
                Days = Weekdays.FiveOfThem,
                At = new TimeOnly(0, 0),
                Zone = zone,
            },
            new Timing
            {
                Days = Weekdays.All,
                At = null,
                Zone = zone,
                Quiet = new QuietHours(new TimeOnly(23, 0), new TimeOnly(6, 0)),
            },
        ];

    /// <summary>The process starts.</summary>
    private DigestRound Begin(double chance)
    {
        fate = new Fate(dice, chance);
        platforms.ForEach(platform => platform.Fate = fate);
        var store = new MortalStore(fate, digests, receipts);
        var poster = new Poster(store, new KeyedSeal(() => new byte[32]), time, (_, _) => { });
        var pictures = new DigestPictures(
            new Drawing((_, _) => []),
            (fault, _) => throw new InvalidOperationException("No picture.", fault)
        );
        var sender = new DigestSender(store, store, store, poster, pictures, people, story.Shelf, zones.Find, DigestRules.Default, time);
        return new DigestRound(
            store,
            store,
            sender,
            platforms,
            story.Shelf,
            _ => ValueTask.FromResult<DateTimeOffset?>(null),
            zones.Find,
            DigestRules.Default,
            time,
            (fault, _) => fault is KilledException ? "" : throw new InvalidOperationException("A turn failed.", fault)
        );
    }

    private TimeSpan Away() =>
        dice.NextDouble() switch
        {
            < 0.8 => TimeSpan.FromMinutes(dice.Next(0, 4)),
            < 0.97 => TimeSpan.FromHours(6 * dice.NextDouble()),
            _ => TimeSpan.FromDays(3 * dice.NextDouble()),
        };

    /// <summary>Moderators mend what is wrong with a channel, and go on.</summary>
    private async Task ResumeWhatCanBe(ClockLedger ledger, DateTimeOffset now)
    {
        foreach (var schedule in await digests.All(CancellationToken.None))
        {
            if (
                schedule.Paused is { } paused
                && !platforms.First(platform => ((IPlatform)platform).Serves(schedule.Community)).IsOut(schedule.Community, schedule.Place)
            )
            {
                var running = schedule with { Paused = null, Since = now };
                await digests.Save(running, CancellationToken.None);
                ledger.Resumed(running, paused.At);
            }
        }
    }
}
