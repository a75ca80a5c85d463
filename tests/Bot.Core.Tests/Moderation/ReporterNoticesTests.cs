using Bot.Core.Communities;
using Bot.Core.Conversation;
using Bot.Core.Conversation.Buttons;
using Bot.Core.Corrections.Watching;
using Bot.Core.Delivery;
using Bot.Core.Digests;
using Bot.Core.Moderation;
using static Bot.Core.Tests.Moderation.Newsroom;

namespace Bot.Core.Tests.Moderation;

/// <summary>Who reported something is told once what became of it, also where the platform would say it twice.</summary>
public sealed class ReporterNoticesTests
{
    [Theory]
    [InlineData(0)]
    [InlineData(3)]
    public async Task Where_one_cannot_be_told_now_who_was_told_before_is_not_told_again(int passesOver)
    {
        var (room, platform) = await Answered(passesOver);
        var notices = Notices(room, platform);
        platform.IsBusyFor = "bo";
        var al = await room.People.Key(Town, new UserId("al"), CancellationToken.None);

        await notices.Go(CancellationToken.None);
        await notices.Go(CancellationToken.None);
        platform.Told.ShouldBe(["al"]);
        platform.IsBusyFor = null;
        await notices.Go(CancellationToken.None);
        await notices.Go(CancellationToken.None);

        platform.Told.ShouldBe(["al", "bo", "cy"]);
        (await room.People.User(Town, al, CancellationToken.None)).ShouldBeNull();
    }

    [Fact]
    public async Task Whom_a_restart_leaves_untold_is_forgotten_all_the_same()
    {
        var (room, platform) = await Answered(passesOver: 0);
        var keys = await room.People.Keys(Town, [new("al"), new("bo"), new("cy")], CancellationToken.None);
        platform.IsBusyFor = "bo";
        await Notices(room, platform).Go(CancellationToken.None);
        (await room.People.Users(Town, keys, CancellationToken.None)).Count.ShouldBe(3);

        platform.IsBusyFor = null;
        var restarted = Notices(room, platform);
        await restarted.Go(CancellationToken.None);
        room.Time.Advance(TimeSpan.FromHours(1));
        await restarted.Go(CancellationToken.None);

        platform.Told.ShouldBe(["al"]);
        (await room.People.Users(Town, keys, CancellationToken.None)).ShouldBeEmpty();
    }

    [Fact]
    public async Task Of_two_replicas_one_tells_them_where_the_platform_would_say_it_twice()
    {
        var (room, platform) = await Answered(passesOver: 0);
        var (one, other) = (Notices(room, platform), Notices(room, platform));
        platform.Meanwhile = () => other.Go(CancellationToken.None);

        await one.Go(CancellationToken.None);
        await other.Go(CancellationToken.None);

        platform.Told.ShouldBe(["al", "bo", "cy"]);
    }

    private static ReporterNotices Notices(Newsroom room, Platform platform) =>
        new(room.Shelf, room.Changes, room.People, new InMemoryWatches(), new InMemoryDigests(), [platform], room.Time);

    /// <summary>Three said that a fact is wrong, and a moderator why it stands.</summary>
    private static async Task<(Newsroom Room, Platform Platform)> Answered(int passesOver)
    {
        var room = await Open();
        foreach (var user in (string[])["al", "bo", "cy"])
        {
            var key = await room.People.Key(Town, new UserId(user), CancellationToken.None);
            await room.Make(new Change.Report(Closed), by: key.Value, role: Role.Member);
        }

        await room.Make(new Change.Reject(room.Queue.Open.ShouldHaveSingleItem().Id), by: "p2", role: Role.Moderator);
        return (room, new Platform(TimeSpan.FromMinutes(passesOver)));
    }

    private sealed class Platform(TimeSpan passesOver) : IPlatform
    {
        public string Name => "discord";
        public TimeSpan PassesOver => passesOver;
        public List<string> Told { get; } = [];
        public string? IsBusyFor { get; set; }

        /// <summary>Happens while somebody is being told, once.</summary>
        public Func<Task>? Meanwhile { get; set; }

        public async Task<Sent> Tell(CommunityId community, UserId user, DeliveryId delivery, Reply reply, CancellationToken cancellation)
        {
            var (meanwhile, _) = (Meanwhile, Meanwhile = null);
            await (meanwhile?.Invoke() ?? Task.CompletedTask);
            if (user.Value == IsBusyFor)
            {
                return new Sent.Refused(new WhyNot.Later("It is busy."));
            }

            Told.Add(user.Value);
            return new Sent.Arrived(new PostId($"{Told.Count}"));
        }

        public Task<Sent> Post(OutgoingPost post, CancellationToken cancellation) => throw new NotSupportedException();

        public Task<Edited> Edit(PostPlace at, Reply reply, IReadOnlyList<ReplyButton> buttons, CancellationToken cancellation) =>
            throw new NotSupportedException();

        public Task<Edited> Remove(PostPlace at, CancellationToken cancellation) => throw new NotSupportedException();
    }
}
