using Bot.Core.Communities;
using Bot.Core.Conversation;
using Bot.Core.Conversation.Buttons;
using Bot.Core.Delivery;
using Bot.Core.Facts;
using Bot.Core.Moderation;
using Bot.Core.Moderation.Cards;
using static Bot.Core.Tests.Moderation.Newsroom;

namespace Bot.Core.Tests.Moderation;

/// <summary>Which things that wait have a card in the moderators' channel, where, and what each shows.</summary>
public sealed class CardTests
{
    private static readonly FactSheet Sheet = new(
        "A raft of barrels carries wheelbarrows.",
        "https://example.org/raft",
        "Ottoline Quillmere"
    );
    private static readonly PlaceId Attic = new("attic");
    private static readonly PlaceId Cellar = new("cellar");

    [Fact]
    public async Task A_draft_has_a_card_when_it_was_left_for_an_hour_and_none_of_its_words_when_it_is_given_up()
    {
        var (room, channel) = await Chosen();
        var item = await room.Ann().Waits(new Change.KeepDraft(Sheet), "");
        await channel.Show(TimeSpan.FromMinutes(50));
        channel.Posts.ShouldBeEmpty();
        await channel.Show(TimeSpan.FromMinutes(20));
        channel.Posts.ShouldHaveSingleItem().Shows.ShouldContain("A raft of barrels");

        await room.Bea().Done(new Change.Reject(item), "");
        await channel.Show();
        channel.Posts.ShouldHaveSingleItem().Shows.ShouldStartWith("Decided on 1 Jun 2026");
        channel.Posts[0].Shows.ShouldNotContain("barrels");
        channel.Posts[0].Buttons.ShouldBeEmpty();
    }

    [Fact]
    public async Task What_follows_from_the_facts_has_a_card_as_long_as_it_does_and_the_same_one_when_it_does_again()
    {
        var (room, channel) = await Chosen();
        await room.Ann().Done(new Change.Dispute(Closed, "Some do."));
        await room.Load(Moved(2, "It was shut for good."));
        await channel.Show();
        channel.Posts.ShouldHaveSingleItem().Shows.ShouldContain("Shared now: It was shut for good.");
        channel.Posts[0].Buttons.ShouldContain("Keep ours");

        await room.Load(Moved(3, Book().Find(Closed)!.Says));
        await channel.Show();
        channel.Posts.ShouldHaveSingleItem().Shows.ShouldStartWith("This does not wait any more");
        await room.Load(Moved(4, "It was shut for good."));
        await channel.Show();
        channel.Posts.ShouldHaveSingleItem().Shows.ShouldContain("Shared now: It was shut for good.");
        await room.Bea().Done(new Change.Reject(room.Story(Town).Moved[0].Item));
        await channel.Show();
        channel.Posts.ShouldHaveSingleItem().Buttons.ShouldBeEmpty();
    }

    [Fact]
    public async Task A_card_of_a_fact_that_is_erased_says_none_of_it()
    {
        var (room, channel) = await Chosen();
        var fact = await room.Ann().Adds("A raft of barrels carries wheelbarrows.");
        await room.Member().Done(new Change.Report(fact), "There are no barrels.");
        var erasing = await room.Ann().Waits(new Change.EraseFact(fact), "Nobody gave leave to tell of barrels.");
        await channel.Show();
        channel.Posts.Count(post => post.Shows.Contains("barrels", StringComparison.Ordinal)).ShouldBe(2);

        await room.Bea().Approves(erasing);
        await channel.Show();
        channel.Posts.Count.ShouldBe(2);
        channel.Posts.ShouldAllBe(post =>
            post.Shows.StartsWith("Decided on", StringComparison.Ordinal)
            && !post.Shows.Contains("barrels", StringComparison.Ordinal)
            && post.Buttons.Count == 0
        );
    }

    [Fact]
    public async Task What_a_day_makes_older_is_not_shown_anew()
    {
        var (room, channel) = await Chosen();
        await room.Member().Done(new Change.Report(Closed), "It is open again.");
        await channel.Show();
        await channel.Show(TimeSpan.FromDays(400));

        channel.Edits.ShouldBe(0);
        channel.Posts.Count(post => post.Shows.Contains("said that this is wrong", StringComparison.Ordinal)).ShouldBe(1);
    }

    [Fact]
    public async Task What_has_a_card_keeps_it_where_it_is_and_one_that_is_gone_comes_in_the_next_channel()
    {
        var (room, channel) = await Chosen();
        var facts = room.Story(Town).InForce.Select(revision => revision.Fact.Id).Distinct().Take(3).ToList();
        await room.Member().Done(new Change.Report(facts[0]), "One.");
        await room.Member().Done(new Change.Report(facts[1]), "Two.");
        await channel.Show();
        channel.Posts[0].IsGone = true;
        await room.Member("pia").Done(new Change.Report(facts[0]), "One too.");
        await channel.Show();
        await Set(room, new Change.CardsIn(Cellar));
        await room.Member().Done(new Change.Report(facts[2]), "Three.");
        await channel.Show();
        await Set(room, new Change.CardsIn(null));
        await room.Ann().Done(new Change.Reject(room.Queue.ReportOn(facts[1])!.Id));
        await channel.Show(TimeSpan.FromDays(3));

        channel.Posts.Select(post => post.Place).ShouldBe([Attic, Attic, Cellar, Cellar]);
        channel.Posts[1].Shows.ShouldStartWith("Decided on");
        channel.Posts[2].Shows.ShouldContain("One too.");
        channel.Posts[3].Shows.ShouldContain("Three.");
    }

    [Fact]
    public async Task Where_another_story_is_followed_a_card_says_so_until_this_one_is_again()
    {
        var (room, channel) = await Chosen();
        await room.Member().Done(new Change.Report(Closed), "It is open again.");
        await channel.Show();
        var raft = new StorySlug("raft");
        await room.Make(new Change.StartStory("The raft", "Europe/London"), story: raft);
        await Set(room, new Change.Follow(raft));
        await channel.Show();
        channel.Posts.ShouldHaveSingleItem().Shows.ShouldStartWith("This waits in");
        channel.Posts[0].Buttons.ShouldBeEmpty();

        await Set(room, new Change.Follow(null));
        await channel.Show();
        channel.Posts.ShouldHaveSingleItem().Buttons.ShouldContain("It stands");
    }

    [Fact]
    public async Task A_channel_that_takes_nothing_is_tried_less_and_less_and_takes_all_in_the_end()
    {
        var (room, channel) = await Chosen();
        channel.IsShut = true;
        foreach (var fact in room.Story(Town).InForce.Select(revision => revision.Fact.Id).Distinct().Take(3).ToList())
        {
            await room.Member().Done(new Change.Report(fact), "Wrong.");
        }

        for (var minutes = 0; minutes < 48 * 60; minutes++)
        {
            await channel.Show(TimeSpan.FromMinutes(1));
        }

        channel.Tries.ShouldBeInRange(10, 14);
        channel.Troubles.Of(Town).ShouldHaveSingleItem().ShouldContain("The channel is shut.");
        channel.IsShut = false;
        await channel.Show(TimeSpan.FromDays(1));
        channel.Posts.Count(post => post.Shows.Contains("said that this is wrong", StringComparison.Ordinal)).ShouldBe(3);
        await channel.Show();
        channel.Troubles.Of(Town).ShouldBeEmpty();
    }

    private static FactBook Moved(int edition, string says) =>
        Book(edition, facts => facts.Select(fact => fact.Id == Closed ? fact with { Says = says } : fact));

    private static async Task<(Newsroom Room, Channel Channel)> Chosen()
    {
        var room = await Open();
        await Set(room, new Change.CardsIn(Attic));
        return (room, new Channel(room));
    }

    private static async Task Set(Newsroom room, Change change) => (await room.Make(change)).ShouldBeOfType<ChangeOutcome.Done>();

    /// <summary>A platform that shows cards, and what shows them.</summary>
    private sealed class Channel : IPlatform
    {
        private readonly Newsroom room;
        private readonly CardRounds rounds;

        public Channel(Newsroom room)
        {
            this.room = room;
            var (seal, cards) = (new KeyedSeal(() => new byte[32]), new InMemoryCards());
            rounds = new CardRounds(
                cards,
                new CardSender(cards, room.Time),
                Troubles,
                room.Shelf,
                room.Keeper,
                new ButtonIds(seal),
                seal,
                [this],
                room.Time,
                (fault, where) => throw new InvalidOperationException(where, fault)
            );
        }

        public string Name => "discord";
        public CardTroubles Troubles { get; } = new();
        public List<Shown> Posts { get; } = [];
        public int Edits { get; private set; }
        public int Tries { get; private set; }
        public bool IsShut { get; set; }

        public async Task Show(TimeSpan after = default)
        {
            room.Time.Advance(after);
            await rounds.Go(CancellationToken.None);
            await rounds.Go(CancellationToken.None);
        }

        public Task<Sent> Post(OutgoingPost post, CancellationToken cancellation)
        {
            Tries++;
            if (IsShut)
            {
                return Task.FromResult<Sent>(new Sent.Refused(new WhyNot.NotAllowed("The channel is shut.")));
            }

            Posts.Add(new Shown(post.Place, post.Reply));
            return Task.FromResult<Sent>(new Sent.Arrived(new PostId($"{Posts.Count}")));
        }

        public Task<Edited> Edit(PostPlace at, Reply reply, IReadOnlyList<ReplyButton> buttons, CancellationToken cancellation)
        {
            var post = Posts[int.Parse(at.Post.Value, System.Globalization.CultureInfo.InvariantCulture) - 1];
            if (post.IsGone)
            {
                return Task.FromResult<Edited>(new Edited.Refused(new WhyNot.Gone("It is gone.")));
            }

            (post.Reply, Edits) = (reply, Edits + 1);
            return Task.FromResult<Edited>(new Edited.Done());
        }

        public Task<Edited> Remove(PostPlace at, CancellationToken cancellation) => throw new NotSupportedException();

        public Task<Sent> Tell(CommunityId community, UserId user, DeliveryId delivery, Reply reply, CancellationToken cancellation) =>
            throw new NotSupportedException();
    }

    private sealed record Shown(PlaceId Place, Reply First)
    {
        public Reply Reply { get; set; } = First;
        public bool IsGone { get; set; }
        public string Shows => PlainText.Of(Reply);
        public IReadOnlyList<string> Buttons =>
            [.. Reply.Parts.OfType<Actions>().SelectMany(actions => actions.Items).Select(item => item.Label)];
    }
}
