using Bot.Core.Communities;
using Bot.Core.Conversation;
using Bot.Core.Conversation.Buttons;
using Bot.Core.Conversation.Pictures;
using Bot.Core.Delivery;
using Bot.Core.Digests;
using Bot.Core.Journal;
using Microsoft.Extensions.Time.Testing;

namespace Bot.Core.Tests.Digests;

/// <summary>Thousands of digests that fall due in the same minute.</summary>
public sealed class ManyDigestsTests
{
    private const int Communities = 500;
    private const int Each = 10;
    private const int PerSecond = 50;

    private readonly FakeTimeProvider time = new(new DateTimeOffset(2026, 6, 1, 8, 0, 0, TimeSpan.Zero));
    private readonly InMemoryDigests digests = new();

    [Fact]
    public async Task Five_thousand_at_once_go_at_the_pace_of_the_platform_each_community_in_its_turn_and_each_once()
    {
        var platform = new PacedPlatform(time);
        var round = Round(platform);
        for (var community = 0; community < Communities; community++)
        {
            for (var place = 0; place < Each; place++)
            {
                await digests.Save(Daily(community, place), CancellationToken.None);
            }
        }

        time.Advance(TimeSpan.FromHours(1));
        var began = time.GetUtcNow();
        var turn = round.Turn(CancellationToken.None);
        while (!turn.IsCompleted)
        {
            platform.Waiting.ShouldBeLessThanOrEqualTo(8);
            time.Advance(TimeSpan.FromMilliseconds(20));
            await Task.Yield();
        }

        await turn;

        platform.Seen.Count.ShouldBe(Communities * Each);
        platform.Seen.Select(seen => seen.Post.Delivery).ShouldBeUnique();
        platform.Seen.GroupBy(seen => (long)(seen.At - began).TotalSeconds).ShouldAllBe(second => second.Count() <= PerSecond);
        (time.GetUtcNow() - began).ShouldBeLessThan(TimeSpan.FromSeconds((Communities * Each / PerSecond) + 10));

        // Nobody gets a second one before all have a first.
        foreach (var (number, chunk) in platform.Seen.Chunk(Communities).Index())
        {
            chunk.DistinctBy(seen => seen.Post.Community).Count().ShouldBeGreaterThan(Communities - 10, $"turn {number}");
        }
    }

    private static Schedule Daily(int community, int place) =>
        new()
        {
            Id = new ScheduleId($"s{place}"),
            Community = new CommunityId($"discord:{community:000}"),
            Place = new PlaceId($"c{place}"),
            Timing = new Timing
            {
                Days = Weekdays.All,
                At = new TimeOnly(9, 0),
                Zone = "UTC",
            },
            By = new PersonKey("p1"),
            Since = new DateTimeOffset(2026, 6, 1, 0, 0, 0, TimeSpan.Zero),
        };

    private DigestRound Round(IPlatform platform)
    {
        var (shelf, receipts) = (new Shelf(), new InMemoryReceipts());
        var keeper = new StoryKeeper(new InMemoryJournal(time), shelf, time, development: false);
        var loading = keeper.Load(
            [SmallBooks.Book(1, SmallBooks.Fact("closed", "The Council closed the bridge."))],
            SmallBooks.Lexicon,
            null,
            CancellationToken.None
        );
        loading.GetAwaiter().GetResult().ShouldBeEmpty();
        FindZone zones = TimeZoneInfo.FindSystemTimeZoneById;
        var poster = new Poster(receipts, new KeyedSeal(() => new byte[32]), time, (_, _) => { });
        var people = new InMemoryPeople(_ => { });
        var pictures = new DigestPictures(
            new Drawing((_, _) => []),
            (fault, _) => throw new InvalidOperationException("No picture.", fault)
        );
        var sender = new DigestSender(digests, digests, receipts, poster, pictures, people, shelf, zones, DigestRules.Default, time);
        return new DigestRound(
            digests,
            digests,
            sender,
            [platform],
            shelf,
            _ => ValueTask.FromResult<DateTimeOffset?>(null),
            zones,
            DigestRules.Default,
            time,
            (fault, _) => throw new InvalidOperationException("A turn failed.", fault)
        );
    }

    /// <summary>Takes fifty posts a second; who comes too early waits, as the platforms' clients do.</summary>
    private sealed class PacedPlatform(TimeProvider time) : IPlatform
    {
        private readonly Lock gate = new();
        private DateTimeOffset free;
        private int waiting;

        public string Name => "discord";

        public int Waiting => waiting;

        public List<(OutgoingPost Post, DateTimeOffset At)> Seen { get; } = [];

        public async Task<Sent> Post(OutgoingPost post, CancellationToken cancellation)
        {
            Interlocked.Increment(ref waiting);
            DateTimeOffset mine;
            lock (gate)
            {
                var now = time.GetUtcNow();
                mine = free > now ? free : now;
                free = mine + TimeSpan.FromSeconds(1.0 / PerSecond);
            }

            await Task.Delay(mine - time.GetUtcNow(), time, cancellation);
            Interlocked.Decrement(ref waiting);
            lock (gate)
            {
                Seen.Add((post, mine));
                return new Sent.Arrived(new PostId($"{Seen.Count}"));
            }
        }

        public Task<Edited> Edit(PostPlace at, Reply reply, IReadOnlyList<ReplyButton> buttons, CancellationToken cancellation) =>
            throw new NotSupportedException();

        public Task<Edited> Remove(PostPlace at, CancellationToken cancellation) => throw new NotSupportedException();

        public Task<Sent> Tell(CommunityId community, UserId user, DeliveryId delivery, Reply reply, CancellationToken cancellation) =>
            throw new NotSupportedException();
    }
}
