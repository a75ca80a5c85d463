using System.Text.Json.Nodes;
using Bot.Core.Communities;
using Bot.Core.Conversation;
using Bot.Core.Delivery;
using Bot.Core.Facts;
using Bot.Core.Journal;
using Bot.Core.Moderation;
using Bot.Core.Questions.Answering;
using Bot.Host.Tests.Hosting;
using Bot.Testing;
using Bot.Testing.Discord;
using Microsoft.Data.Sqlite;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Time.Testing;
using static Bot.Host.Tests.Discord.DiscordSide;

namespace Bot.Host.Tests.Discord;

/// <summary>A private answer is shown to everybody, corrected later by its receipt, and taken away again.</summary>
public sealed class SharingTests : IAsyncLifetime
{
    private const string Question = "is the bridge closed?";
    private static readonly CommunityId Community = new($"discord:{Guild}");

    private readonly FakeTimeProvider time = new(new DateTimeOffset(2026, 6, 1, 9, 0, 0, TimeSpan.Zero));
    private readonly TemporaryStories stories = TemporaryStories.CopyOf(Repository.Folder("tests", "stories", "bridge"));
    private DiscordSide discord = null!;
    private int changes;

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    private (string, string)[] Store =>
        [("Store:Provider", "sqlite"), ("Store:ConnectionString", Path.Combine(stories.Root, "data", "dateline.db"))];

    public async ValueTask InitializeAsync() => discord = await DiscordSide.Open(time);

    public async ValueTask DisposeAsync()
    {
        await discord.DisposeAsync();
        SqliteConnection.ClearAllPools();
        stories.Dispose();
    }

    [Fact]
    public async Task A_private_answer_is_shared_where_the_bot_may_post_and_leaves_a_receipt()
    {
        var host = await Start();
        var asked = await discord.Ask(Question, Cancellation);
        asked.Original!.IsEphemeral.ShouldBeTrue();

        var pressed = await discord.Press(Button(asked.Original, "Share")!, Cancellation);

        ((int)pressed.Answer!["type"]!, (int)pressed.Answer["data"]!["flags"]!).ShouldBe((5, 64));
        (await discord.Finished(pressed, Cancellation)).ShouldBe("Shared.");
        var post = discord.Seen.ShouldHaveSingleItem();
        post.Channel.ShouldBe(Channel);
        post.Content.ShouldContain("closed");
        post.Embeds.ToJsonString().ShouldContain("Speaker");
        post.Embeds.ToJsonString().ShouldContain("Shared from a private answer");
        Button(post, "Remove").ShouldNotBeNull();
        var receipt = (await Receipts(host)).ShouldHaveSingleItem();
        (receipt.State, receipt.Post, receipt.Place, receipt.Story, receipt.At).ShouldBe(
            (PostState.Posted, new PostId(post.Id), new PlaceId(Channel), new StorySlug("harbour-bridge"), time.GetUtcNow())
        );
        receipt.Facts.ShouldNotBeEmpty();
        receipt.ToString().ShouldNotContain(Person);
        discord.StandIn.Violations.ShouldBeEmpty();
    }

    [Fact]
    public async Task The_button_works_after_a_restart_and_on_another_replica_over_the_same_store()
    {
        var first = await Start(settings: Store);
        var asked = await discord.Ask(Question, Cancellation);
        var share = Button(asked.Original!, "Share")!;
        await using var second = await Start(settings: Store);
        (await discord.Finished(await discord.Press(share, Cancellation), Cancellation)).ShouldBe("Shared.");
        var remove = Button(discord.Seen[0], "Remove")!;
        await first.DisposeAsync();
        await second.DisposeAsync();

        var third = await Start(settings: Store);
        var pressed = await discord.Press(remove, Cancellation, doing => doing with { On = discord.Seen[0] });

        (await discord.Finished(pressed, Cancellation)).ShouldBe("Removed.");
        (await Receipts(third)).ShouldHaveSingleItem().State.ShouldBe(PostState.Removed);
    }

    [Fact]
    public async Task A_delivery_that_comes_twice_posts_once()
    {
        await Start();
        var share = Button((await discord.Ask(Question, Cancellation)).Original!, "Share")!;

        var once = await discord.Press(share, Cancellation, doing => doing with { Id = "1300000000000000077" });
        (await discord.Finished(once, Cancellation)).ShouldBe("Shared.");
        await discord.Press(share, Cancellation, doing => doing with { Id = "1300000000000000077" });
        time.Advance(TimeSpan.FromHours(1));
        var again = await discord.Press(share, Cancellation, doing => doing with { Id = "1300000000000000077" });
        (await discord.Finished(await discord.Press("1:share:x", Cancellation), Cancellation)).ShouldContain("did not arrive whole");

        discord.Seen.ShouldHaveSingleItem();
        again.Original!.IsLoading.ShouldBeTrue();
    }

    [Fact]
    public async Task The_same_is_shared_in_a_channel_once_in_half_an_hour()
    {
        await Start();
        var share = Button((await discord.Ask(Question, Cancellation)).Original!, "Share")!;
        var at = time.GetUtcNow().ToUnixTimeSeconds();
        await discord.Finished(await discord.Press(share, Cancellation), Cancellation);
        time.Advance(TimeSpan.FromMinutes(29));

        (await discord.Finished(await discord.Press(share, Cancellation, By(Other)), Cancellation)).ShouldBe(
            $"The same was shared here <t:{at}:R>. It can be shared again <t:{at + 1_800}:R>."
        );
        discord.Seen.ShouldHaveSingleItem();

        time.Advance(TimeSpan.FromMinutes(1));
        (await discord.Finished(await discord.Press(share, Cancellation), Cancellation)).ShouldBe("Shared.");
        discord.Seen.Count.ShouldBe(2);
    }

    [Fact]
    public async Task Whoever_shared_it_and_moderators_remove_it_and_nobody_else()
    {
        var host = await Start();
        await Share(By(Other));
        var post = discord.Seen[0];
        var remove = Button(post, "Remove")!;

        var stranger = await discord.Press(remove, Cancellation, doing => doing with { On = post });
        (await discord.Finished(stranger, Cancellation)).ShouldContain("Only whoever shared this");
        discord.Seen.ShouldHaveSingleItem();

        var asker = await discord.Press(remove, Cancellation, doing => doing with { On = post, By = Other });
        (await discord.Finished(asker, Cancellation)).ShouldBe("Removed.");
        discord.Seen.ShouldBeEmpty();
        (await Receipts(host)).ShouldHaveSingleItem().State.ShouldBe(PostState.Removed);

        time.Advance(TimeSpan.FromHours(1));
        await Share(By(Other));
        var moderator = await discord.Press(
            Button(discord.Seen[0], "Remove")!,
            Cancellation,
            doing => doing with { On = discord.Seen[0], Permissions = "8192" }
        );
        (await discord.Finished(moderator, Cancellation)).ShouldBe("Removed.");
        discord.Seen.ShouldBeEmpty();
        (await Receipts(host)).ShouldHaveSingleItem().At.ShouldBe(time.GetUtcNow());

        var roles = await discord.Do(Doing.Chosen(DiscordSide.RolesMenu, 6, "77") with { Permissions = "2080" }, Cancellation);
        await discord.Finished(roles, Cancellation);
        time.Advance(TimeSpan.FromHours(1));
        await Share(By(Other));
        var chosen = await discord.Press(
            Button(discord.Seen[0], "Remove")!,
            Cancellation,
            doing => doing with { On = discord.Seen[0], Roles = ["77"] }
        );
        (await discord.Finished(chosen, Cancellation)).ShouldBe("Removed.");
        discord.StandIn.Violations.ShouldBeEmpty();
    }

    [Theory]
    [InlineData("0", 0, "View Channel, Embed Links, Send Messages")]
    [InlineData("3072", 0, "Embed Links")]
    [InlineData("19456", 11, "Send Messages in Threads")]
    [InlineData("not a number", 0, "View Channel, Embed Links, Send Messages")]
    public async Task Where_the_bot_may_not_post_it_says_what_is_missing(string allowed, int channelType, string missing)
    {
        await Start();
        var share = Button((await discord.Ask(Question, Cancellation)).Original!, "Share")!;

        var pressed = await discord.Press(share, Cancellation, doing => doing with { Allowed = allowed, ChannelType = channelType });

        (await discord.Finished(pressed, Cancellation)).ShouldBe(
            $"I may not post here: somebody who manages this channel has to allow me {missing}."
        );
        discord.Seen.ShouldBeEmpty();
    }

    [Fact]
    public async Task Where_it_could_not_be_corrected_it_is_not_shared_and_that_is_said()
    {
        await Start();
        var asking = Doing.Typed(
            "ask",
            new System.Text.Json.Nodes.JsonObject
            {
                ["name"] = "question",
                ["type"] = 3,
                ["value"] = Question,
            }
        );
        var personal = await discord.Do(asking with { IsInstalled = false }, Cancellation);
        var direct = await discord.Do(asking with { Guild = null }, Cancellation);

        Button(direct.Original!, "Share").ShouldBeNull();
        var share = Button(personal.Original!, "Share")!;
        (
            await discord.Finished(await discord.Press(share, Cancellation, doing => doing with { IsInstalled = false }), Cancellation)
        ).ShouldContain("has not added me");
        (
            await discord.Finished(await discord.Press(share, Cancellation, doing => doing with { Guild = null }), Cancellation)
        ).ShouldContain("only in a server");
        (await discord.Finished(await discord.Press(share, Cancellation), Cancellation)).ShouldContain("not made here");
        discord.Seen.ShouldBeEmpty();
    }

    [Fact]
    public async Task What_says_nothing_of_its_own_has_no_button()
    {
        await Start();

        Button((await discord.Ask("who killed the mayor?", Cancellation)).Original!, "Share").ShouldBeNull();
        Button((await discord.Do(Doing.Typed("help"), Cancellation)).Original!, "Share").ShouldBeNull();
        Button((await discord.Do(Doing.Typed("ask"), Cancellation)).Original!, "Share the first six").ShouldNotBeNull();
    }

    [Fact]
    public async Task Where_a_community_does_not_allow_it_there_is_no_button_and_an_old_one_says_so()
    {
        var host = await Start();
        var share = Button((await discord.Ask(Question, Cancellation)).Original!, "Share")!;
        await Make(host, new Change.ShareIn(SharingPlaces.In([new PlaceId("1")])));

        Button((await discord.Ask(Question, Cancellation)).Original!, "Share").ShouldBeNull();
        (await discord.Finished(await discord.Press(share, Cancellation), Cancellation)).ShouldContain("switched off in this channel");

        await Make(host, new Change.ShareIn(SharingPlaces.In([new PlaceId(Channel)])));
        (await discord.Finished(await discord.Press(share, Cancellation), Cancellation)).ShouldBe("Shared.");
    }

    [Fact]
    public async Task Nobody_speaks_through_the_bot_where_they_may_not_write_themselves()
    {
        const string ReadsOnly = "1024";
        await Start();
        var share = Button((await discord.Ask(Question, Cancellation)).Original!, "Share")!;

        var asked = await discord.Press(share, Cancellation, doing => doing with { Permissions = ReadsOnly });

        ((string)asked.Answer!["data"]!["content"]!).ShouldBe("You may not write in this channel, so that nothing is shared here for you.");
        discord.Seen.ShouldBeEmpty();
        var told = await discord.Do(
            Doing.Typed("story", new JsonObject { ["name"] = "suspended", ["type"] = 1 }) with
            {
                Permissions = ReadsOnly,
            },
            Cancellation
        );
        Button(told.Original!, "Share").ShouldBeNull();
    }

    [Fact]
    public async Task Without_the_bots_token_nothing_is_posted_and_that_is_said()
    {
        await discord.Start(stories, Cancellation, token: false);
        var share = Button((await discord.Ask(Question, Cancellation)).Original!, "Share")!;

        (await discord.Finished(await discord.Press(share, Cancellation), Cancellation)).ShouldContain("without the bot\u2019s token");
        discord.StandIn.Calls.ShouldBeEmpty();
    }

    [Fact]
    public async Task What_is_shared_is_as_it_stands_when_the_button_is_pressed()
    {
        var host = await Start();
        var desk = host.Services.GetRequiredService<Desk>();
        var facts = Posting.Shareable(desk.Handle(new Command.Ask(Question, new AsOf()), story: null, Community));
        var share = Button((await discord.Ask(Question, Cancellation)).Original!, "Share")!;
        facts.Count.ShouldBeGreaterThan(1);
        await Make(host, new Change.Hold(facts[0].Fact));

        (await discord.Finished(await discord.Press(share, Cancellation), Cancellation)).ShouldBe(
            "Shared. What it says has changed since you asked: what is shown here is as it stands today."
        );
        (await Receipts(host))[0].Facts.ShouldNotContain(shown => shown.Fact == facts[0].Fact);

        foreach (var shown in facts.Skip(1))
        {
            await Make(host, new Change.Hold(shown.Fact));
        }

        (await discord.Finished(await discord.Press(share, Cancellation), Cancellation)).ShouldContain("not given any more");
        discord.Seen.ShouldHaveSingleItem();
    }

    [Fact]
    public async Task What_Discord_refuses_is_said_leaves_no_receipt_and_may_be_tried_again()
    {
        var host = await Start();
        var share = Button((await discord.Ask(Question, Cancellation)).Original!, "Share")!;
        discord.StandIn.World.Refusing[Channel] = 50013;

        var refused = await discord.Finished(await discord.Press(share, Cancellation), Cancellation);

        refused.ShouldStartWith("It was not shared. The bot lacks a permission in this place");
        (await Receipts(host)).ShouldBeEmpty();
        discord.StandIn.World.Refusing.Clear();
        (await discord.Finished(await discord.Press(share, Cancellation), Cancellation)).ShouldBe("Shared.");
        (await Receipts(host)).ShouldHaveSingleItem().State.ShouldBe(PostState.Posted);
    }

    [Fact]
    public async Task A_post_whose_answer_got_lost_is_there_once()
    {
        var host = await Start();
        var share = Button((await discord.Ask(Question, Cancellation)).Original!, "Share")!;
        discord.StandIn.Next(new Fault.Dropped(Done: true) { When = IsPost });

        var pressed = await discord.Press(share, Cancellation);

        (await Passing(pressed)).ShouldBe("Shared.");
        discord.Seen.ShouldHaveSingleItem().Id.ShouldBe((await Receipts(host)).ShouldHaveSingleItem().Post!.Value.Value);
    }

    [Fact]
    public async Task Where_nobody_knows_whether_it_arrived_that_is_said_and_stays_to_be_seen()
    {
        var host = await Start(settings: Store);
        var share = Button((await discord.Ask(Question, Cancellation)).Original!, "Share")!;
        discord.StandIn.Next([.. Enumerable.Range(0, 5).Select(_ => new Fault.Dropped(Done: true) { When = IsPost })]);

        (await Passing(await discord.Press(share, Cancellation))).ShouldStartWith("It was sent, and nobody knows whether it arrived");

        (await Receipts(host)).ShouldHaveSingleItem().State.ShouldBe(PostState.Sending);
        (await discord.Finished(await discord.Press(share, Cancellation), Cancellation)).ShouldContain(
            "nobody knows yet whether it arrived"
        );
        await host.DisposeAsync();
        time.Advance(TimeSpan.FromMinutes(5));
        var again = await Start(settings: Store);
        await Until(() =>
            again.Log.Text.Contains($"Nobody knows whether a post arrived: in {Community}, channel {Channel}", StringComparison.Ordinal)
        );
    }

    [Fact]
    public async Task Where_nobody_knows_whether_it_was_acknowledged_what_follows_is_done_all_the_same()
    {
        await Start();
        var share = Button((await discord.Ask(Question, Cancellation)).Original!, "Share")!;
        discord.StandIn.Next([.. Enumerable.Range(0, 5).Select(_ => new Fault.Dropped(Done: true) { When = IsCallback })]);

        var pressing = discord.Press(share, Cancellation);
        await Until(() =>
        {
            time.Advance(TimeSpan.FromMilliseconds(100));
            return pressing.IsCompleted;
        });

        (await Passing(await pressing)).ShouldBe("Shared.");
        discord.Seen.ShouldHaveSingleItem();
    }

    [Fact]
    public async Task What_was_being_sent_when_the_service_died_is_told_though_it_comes_back_at_once()
    {
        var host = await Start(settings: Store);
        var receipts = host.Services.GetRequiredService<IReceipts>();
        await receipts.Begin(Sending("late"), spaced: false, Cancellation);
        await host.DisposeAsync();
        time.Advance(TimeSpan.FromSeconds(1));

        var again = await Start(settings: Store);
        await Until(() =>
        {
            time.Advance(TimeSpan.FromMinutes(1));
            return Told(again) > 0;
        });

        Told(again).ShouldBe(1);
    }

    [Fact]
    public async Task A_store_that_fails_at_the_start_stops_nothing_and_what_is_not_known_is_told_later_once()
    {
        var receipts = new FailingReceipts { Looks = 1 };
        await receipts.Begin(Sending("early"), spaced: false, Cancellation);
        time.Advance(TimeSpan.FromHours(1));

        var host = await Start(services => services.AddSingleton<IReceipts>(receipts));
        await Until(() =>
        {
            time.Advance(TimeSpan.FromMinutes(1));
            return Told(host) > 0;
        });

        Told(host).ShouldBe(1);
        host.Log.Text.ShouldContain("in looking for posts of which nobody knows whether they arrived");
        (await discord.Ask(Question, Cancellation)).Original!.Content.ShouldContain("closed");
    }

    [Fact]
    public async Task A_store_that_fails_for_a_moment_after_the_post_completes_the_receipt_after_that()
    {
        var host = await Start(services => services.AddSingleton<IReceipts>(new FailingReceipts { Posts = 3 }));
        var share = Button((await discord.Ask(Question, Cancellation)).Original!, "Share")!;

        (await Passing(await discord.Press(share, Cancellation))).ShouldBe("Shared.");

        (await Receipts(host)).ShouldHaveSingleItem().Post!.Value.Value.ShouldBe(discord.Seen.ShouldHaveSingleItem().Id);
    }

    [Fact]
    public async Task A_store_that_fails_after_the_post_leaves_it_to_be_seen_and_the_answer_has_a_reference()
    {
        var host = await Start(services => services.AddSingleton<IReceipts>(new FailingReceipts { Posts = int.MaxValue }));
        var share = Button((await discord.Ask(Question, Cancellation)).Original!, "Share")!;

        var told = await Passing(await discord.Press(share, Cancellation));

        var reference = told.Split("reference: ")[1].TrimEnd('.');
        host.Log.Text.ShouldContain($"Fault {reference} in what follows an interaction of type 3");
        host.Log.Text.ShouldContain($"it is there as message {discord.Seen.ShouldHaveSingleItem().Id}");
        (await Receipts(host)).ShouldHaveSingleItem().State.ShouldBe(PostState.Sending);
    }

    [Fact]
    public async Task What_takes_five_seconds_is_acknowledged_at_once_and_answered_then()
    {
        await Start();
        var share = Button((await discord.Ask(Question, Cancellation)).Original!, "Share")!;
        discord.StandIn.Next(new Fault.Slow(TimeSpan.FromSeconds(5)) { When = IsPost });

        var pressed = await discord.Press(share, Cancellation);

        pressed.Original!.IsLoading.ShouldBeTrue();
        await Until(() => discord.StandIn.Calls.Any(IsPost));
        pressed.Original.IsLoading.ShouldBeTrue();
        (await Passing(pressed)).ShouldBe("Shared.");
        time.GetUtcNow().ShouldBeGreaterThanOrEqualTo(pressed.At.AddSeconds(5));
    }

    private Task<RunningHost> Start(Action<IServiceCollection>? more = null, params (string, string)[] settings) =>
        discord.Start(stories, Cancellation, more, token: true, settings);

    private async Task Share(Func<Doing, Doing>? but = null) =>
        (
            await discord.Finished(
                await discord.Press(Button((await discord.Ask(Question, Cancellation)).Original!, "Share")!, Cancellation, but),
                Cancellation
            )
        ).ShouldBe("Shared.");

    private static Func<Doing, Doing> By(string person) => doing => doing with { By = person };

    private static bool IsCallback(StandInCall call) => call.Template.EndsWith("/callback", StringComparison.Ordinal);

    private static bool IsPost(StandInCall call) => call is { Method: "POST", Template: "/channels/{channel_id}/messages" };

    private static async Task<IReadOnlyList<Receipt>> Receipts(RunningHost host) =>
        await host.Services.GetRequiredService<IReceipts>().All(Community, Cancellation);

    private Receipt Sending(string delivery) =>
        new()
        {
            Community = Community,
            Delivery = new DeliveryId(delivery),
            Place = new PlaceId(Channel),
            Story = new StorySlug("harbour-bridge"),
            Facts = [],
            Content = "c",
            At = time.GetUtcNow(),
        };

    private static int Told(RunningHost host) =>
        host.Log.Entries.Count(entry => entry.Text.StartsWith("Nobody knows whether a post arrived", StringComparison.Ordinal));

    private async Task Make(RunningHost host, Change change) =>
        (
            await host
                .Services.GetRequiredService<Changes>()
                .Make(
                    new ChangeRequest
                    {
                        Community = Community,
                        Story = new StorySlug("harbour-bridge"),
                        By = new PersonKey("p1"),
                        Command = new CommandId($"change {++changes}"),
                        Reason = "Because.",
                        Change = change,
                    },
                    Cancellation
                )
        ).ShouldBeOfType<ChangeOutcome.Done>();

    /// <summary>Time goes on until what was acknowledged is answered.</summary>
    private async Task<string> Passing(StandInAnswers.Asked asked)
    {
        await Until(() =>
        {
            time.Advance(TimeSpan.FromMilliseconds(200));
            return !asked.Original!.IsLoading;
        });
        return asked.Original!.Content;
    }

    private static async Task Until(Func<bool> holds)
    {
        for (var tries = 0; tries < 500 && !holds(); tries++)
        {
            await Task.Delay(TimeSpan.FromMilliseconds(20), TimeProvider.System, Cancellation);
        }

        holds().ShouldBeTrue();
    }

    /// <summary>The store goes away for a while.</summary>
    private sealed class FailingReceipts : IReceipts
    {
        private readonly InMemoryReceipts kept = new();

        /// <summary>How many notes that a post is there will fail.</summary>
        public int Posts { get; set; }

        /// <summary>How many looks for what is not known will fail.</summary>
        public int Looks { get; set; }

        public ValueTask<Begun> Begin(Receipt receipt, bool spaced, CancellationToken cancellation) =>
            kept.Begin(receipt, spaced, cancellation);

        public ValueTask Posted(CommunityId community, DeliveryId delivery, PostId post, CancellationToken cancellation) =>
            Posts-- > 0 ? throw new IOException("The disk is full.") : kept.Posted(community, delivery, post, cancellation);

        public ValueTask Refused(CommunityId community, DeliveryId delivery, CancellationToken cancellation) =>
            kept.Refused(community, delivery, cancellation);

        public ValueTask Removed(CommunityId community, PlaceId place, PostId post, CancellationToken cancellation) =>
            kept.Removed(community, place, post, cancellation);

        public ValueTask<Receipt?> Find(CommunityId community, DeliveryId delivery, CancellationToken cancellation) =>
            kept.Find(community, delivery, cancellation);

        public ValueTask<IReadOnlyList<Receipt>> All(CommunityId community, CancellationToken cancellation) =>
            kept.All(community, cancellation);

        public ValueTask<IReadOnlyList<Receipt>> Unknown(DateTimeOffset before, CancellationToken cancellation) =>
            Looks-- > 0 ? throw new IOException("The disk is away.") : kept.Unknown(before, cancellation);
    }
}
