using Bot.Core.Communities;
using Bot.Core.Conversation;
using Bot.Core.Delivery;
using Bot.Core.Facts;
using Bot.Slack.Api;
using Bot.Slack.Installs;
using Bot.Slack.Posts;
using Bot.Slack.Tests.StandIn;
using Bot.Testing.Slack;
using Microsoft.Extensions.Logging.Abstractions;

namespace Bot.Slack.Tests.Posts;

/// <summary>Posts of which nobody knows whether they arrived: looked for where the bot may read, and never said twice.</summary>
public sealed class SeekingTests : IAsyncLifetime
{
    private readonly InMemoryReceipts receipts = new();
    private RawSlack raw = null!;
    private SlackClient client = null!;
    private SlackPlatform platform = null!;
    private Poster poster = null!;

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync()
    {
        raw = await RawSlack.Open();
        client = new SlackClient(raw.Door(), raw.Slack.Addresses.Api, raw.Time, bytes => bytes.Clear(), NullLogger<SlackClient>.Instance);
        platform = new SlackPlatform(new SlackApi(client, new SettingsToken(Credential.Bearer(SlackWorld.BotToken)), raw.Time), raw.Time);
        poster = new Poster(receipts, new KeyedSeal(() => new byte[32]), raw.Time, (_, _) => { });
    }

    public ValueTask DisposeAsync()
    {
        client.Dispose();
        return raw.DisposeAsync();
    }

    [Fact]
    public void A_post_leads_to_its_channel() =>
        platform
            .Address(new PostPlace(new CommunityId("slack:T1"), new PlaceId("C2"), new PostId("1700000000.000100")))!
            .AbsoluteUri.ShouldBe("https://slack.com/app_redirect?team=T1&channel=C2");

    [Theory]
    [InlineData(true, true)]
    [InlineData(true, false)]
    [InlineData(false, true)]
    [InlineData(false, false)]
    public async Task What_is_there_is_found_and_what_is_not_is_said_so_that_it_is_there_once(bool isThere, bool inThread)
    {
        MayRead("channels:history");
        var post = Post(inThread ? Root() : null);
        await Lost(post, isThere);

        var sent = (await Once(post)).ShouldBeOfType<Posted.Now>().Sent.ShouldBeOfType<Sent.Arrived>();

        var said = Said();
        sent.Post.ShouldBe(new MessageName(said.Ts, post.ReplyTo?.Value).Post);
        said.Thread.ShouldBe(post.ReplyTo?.Value);
        (await receipts.Find(post.Community, post.Delivery, Cancellation))!.Post.ShouldBe(sent.Post);
        raw.Slack.Violations.ShouldBeEmpty();
    }

    [Fact]
    public async Task What_stands_among_others_is_found_by_what_made_it()
    {
        MayRead("channels:history");
        var post = Post(null);
        await Lost(post, isThere: true);
        for (var others = 0; others < 20; others++)
        {
            (await Run(poster.SendOnce(platform, Post(null) with { Delivery = new DeliveryId($"other {others}") }, Cancellation)))
                .ShouldBeOfType<Posted.Now>()
                .Sent.ShouldBeOfType<Sent.Arrived>();
        }

        var sent = (await Once(post)).ShouldBeOfType<Posted.Now>().Sent.ShouldBeOfType<Sent.Arrived>();
        sent.Post.Value.ShouldBe(raw.Slack.Messages[0].Ts);
        raw.Slack.Messages.Count.ShouldBe(21);
    }

    [Fact]
    public async Task Where_the_bot_may_not_read_nobody_knows_and_nothing_is_said_again()
    {
        var post = Post(null);
        await Lost(post, isThere: true);

        (await Once(post)).ShouldBeOfType<Posted.Again>();
        Said().Text.ShouldContain("Lowered");
        (await receipts.Find(post.Community, post.Delivery, Cancellation))!.Post.ShouldBeNull();
    }

    [Fact]
    public async Task Where_reading_fails_nobody_knows_until_it_can_be_read()
    {
        MayRead("channels:history");
        var post = Post(Root());
        await Lost(post, isThere: true);

        raw.Slack.Next(new SlackFault.Refused("no_permission") { When = call => call.Method == "conversations.replies" });
        (await Once(post)).ShouldBeOfType<Posted.Again>();
        (await Once(post)).ShouldBeOfType<Posted.Now>().Sent.ShouldBeOfType<Sent.Arrived>();
        Said().Text.ShouldContain("Lowered");
    }

    private void MayRead(string scope) =>
        raw.Slack.World.Installations[0] = raw.Slack.World.Installations[0] with { Scopes = [.. raw.Slack.App.Scopes, scope] };

    private static OutgoingPost Post(PostId? about) =>
        new()
        {
            Community = SlackCommunity.Of(SlackWorld.Team),
            Delivery = new DeliveryId("note 551"),
            Place = new PlaceId(SlackWorld.Channel),
            Story = new StorySlug("harbour-bridge"),
            Reply = new Notice { Headline = "Lowered" },
            ReplyTo = about,
        };

    /// <summary>What somebody wrote, below which a thread may begin.</summary>
    private PostId Root() => new(raw.Slack.People.Write("Is it lowered?").Ts);

    /// <summary>The connection breaks before Slack's answer came.</summary>
    private async Task Lost(OutgoingPost post, bool isThere)
    {
        raw.Slack.Next(new SlackFault.Dropped(isThere) { When = call => call.Method == "chat.postMessage" });
        (await Run(poster.SendOnce(platform, post, Cancellation))).ShouldBeOfType<Posted.Now>().Sent.ShouldBeOfType<Sent.Unknown>();
    }

    private Task<Posted> Once(OutgoingPost post) => Run(poster.SendOnce(platform, post, Cancellation));

    /// <summary>The only message of the bot's that says it.</summary>
    private SlackMessage Said() => raw.Slack.Messages.Where(message => message.Metadata is not null).ShouldHaveSingleItem();

    private async Task<T> Run<T>(Task<T> task)
    {
        while (!task.IsCompleted)
        {
            raw.Time.Advance(TimeSpan.FromSeconds(0.05));
            await Task.Delay(TimeSpan.FromMilliseconds(1), TimeProvider.System, Cancellation);
        }

        return await task;
    }
}
