using Bot.Core.Communities;
using Bot.Core.Delivery;
using Bot.Slack.Api;
using Bot.Slack.Installs;
using Bot.Slack.Wire;
using Bot.Testing.Node;
using Bot.Testing.Slack;
using Bot.Wire;
using Microsoft.Extensions.Logging.Abstractions;

namespace Bot.Slack.Tests.StandIn;

/// <summary>The client and the stand-in, each of which would notice a mistake of the other.</summary>
public sealed class ClientTests(ITestOutputHelper output) : IAsyncLifetime
{
    private static readonly CommunityId Harbour = SlackCommunity.Of(SlackWorld.Team);
    private static readonly Credential Bot = Credential.Bearer(SlackWorld.BotToken);
    private static readonly UserId Jo = new(SlackWorld.Person);
    private static readonly PlaceId General = new(SlackWorld.Channel);
    private static readonly MessageBody Body = new("Crane & lock", [new Section(new Mrkdwn("Crane &amp; lock"))]);

    private static readonly View Form = new([new InputField(new PlainWords("Question"), new TextInput("text")) { BlockId = "question" }])
    {
        CallbackId = "ask",
        Title = new PlainWords("Ask"),
        Submit = new PlainWords("Send"),
    };

    private RawSlack raw = null!;
    private SlackClient client = null!;
    private SlackApi api = null!;

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync()
    {
        raw = await RawSlack.Open();
        client = new SlackClient(raw.Door(), raw.Slack.Addresses.Api, raw.Time, bytes => bytes.Clear(), NullLogger<SlackClient>.Instance);
        api = new SlackApi(client, new SettingsToken(Bot), raw.Time);
    }

    public ValueTask DisposeAsync()
    {
        client.Dispose();
        return raw.DisposeAsync();
    }

    [Fact]
    public async Task Every_method_is_taken_and_answered_as_it_is_read_and_is_of_the_type_that_slack_gives_it()
    {
        raw.Slack.World.UserGroups["S0KEEPERS"] = [SlackWorld.Admin];
        raw.Slack.World.Installations[0] = raw.Slack.World.Installations[0] with { Scopes = [.. raw.Slack.App.Scopes, "channels:history"] };
        await Channels();
        await Messages();
        await Views();
        await Installations();

        raw.Slack.Violations.ShouldBeEmpty();
        raw.Slack.Limits.Exceeded.ShouldBe(0);
        var payloads = SlackTypes.Payloads();
        foreach (var call in raw.Slack.Calls)
        {
            payloads.Add(call);
        }

        var missing = await NodePrograms.Missing(Cancellation);
        Assert.SkipWhen(missing is not null, missing ?? "");
        (await payloads.Check(Cancellation)).ShouldBeEmpty();
        output.WriteLine($"Right by @slack/web-api and @slack/types, each method once: {payloads.Counts}.");
    }

    [Fact]
    public async Task A_token_that_expired_is_refused_and_one_that_was_renewed_is_taken()
    {
        var app = new SlackAppApi(client);
        raw.Slack.World.Installations[0] = raw.Slack.World.Installations[0] with
        {
            Refresh = "xoxe-1-first",
            Expires = raw.Time.GetUtcNow(),
        };
        (await Run(app.Test(Bot, Cancellation)))
            .ShouldBeOfType<Outcome<AuthTest>.NotDone>()
            .Why.ShouldBeOfType<Failure.Refused>()
            .Code.ShouldBe("token_expired");
        var renewed = await Done(
            app.Renew(Credential.Client(raw.Slack.App.ClientId, raw.Slack.App.ClientSecret), "xoxe-1-first", Cancellation)
        );
        (await Done(app.Test(Credential.Bearer(renewed.AccessToken!), Cancellation))).TeamId.ShouldBe(SlackWorld.Team);
    }

    [Fact]
    public async Task What_is_slow_disturbed_limited_or_lost_is_said_once()
    {
        raw.Slack.Next(
            new SlackFault.Limited(TimeSpan.FromSeconds(3)),
            new SlackFault.Slow(TimeSpan.FromSeconds(2)),
            new SlackFault.Dropped(Done: true),
            new SlackFault.Disturbed(503, Done: true),
            new SlackFault.Refused("internal_error", Done: true)
        );
        await Done(api.Post(Harbour, new MessageCreate(SlackWorld.Channel, Body), Cancellation));
        raw.Slack.Messages.Count.ShouldBe(1);
        foreach (var messages in (int[])[2, 3, 4])
        {
            (await Run(api.Post(Harbour, new MessageCreate(SlackWorld.Channel, Body), Cancellation)))
                .ShouldBeOfType<Outcome<PostedMessage>.NotDone>()
                .Why.ShouldBeOfType<Failure.Unknown>();
            raw.Slack.Messages.Count.ShouldBe(messages);
        }

        raw.Slack.Violations.ShouldBeEmpty();
    }

    [Fact]
    public async Task However_many_are_said_at_once_no_limit_is_exceeded_and_all_arrive()
    {
        raw.Slack.Limits.Posts = new SlackLimits.Limit(1, TimeSpan.FromSeconds(0.9));
        await Run(
            Task.WhenAll(Enumerable.Range(0, 12).Select(_ => api.Post(Harbour, new MessageCreate(SlackWorld.Channel, Body), Cancellation)))
        );
        (raw.Slack.Messages.Count, raw.Slack.Limits.Exceeded).ShouldBe((12, 0));
    }

    [Fact]
    public async Task A_message_with_a_picture_that_slack_has_not_made_out_yet_is_not_said_without_it()
    {
        var picture = await Done(api.Upload(Harbour, new FileUpload("b.png", [1, 2, 3], "A lock", Channel: null), Cancellation));
        var pictured = new MessageCreate(
            SlackWorld.Channel,
            Body with
            {
                Picture = new Image(picture with { Id = "F0NOBODY1" }, "A lock"),
            }
        );

        (await Run(api.Post(Harbour, pictured, Cancellation)))
            .ShouldBeOfType<Outcome<PostedMessage>.NotDone>()
            .Why.ShouldBeOfType<Failure.Refused>()
            .Code.ShouldBe("invalid_blocks");

        raw.Slack.Messages.ShouldBeEmpty();
    }

    private async Task Channels()
    {
        (await Done(api.Conversation(Harbour, General, Cancellation))).Id.ShouldBe(SlackWorld.Channel);
        var direct = await Done(api.Direct(Harbour, Jo, Cancellation));
        (await Done(api.Direct(Harbour, Jo, Cancellation))).ShouldBe(direct);
        (await Done(api.Group(Harbour, "S0KEEPERS", Cancellation))).ShouldBe([new UserId(SlackWorld.Admin)]);
        (await Done(api.Member(Harbour, new UserId(SlackWorld.Admin), Cancellation))).ShouldBe(
            new Member(IsAdmin: true, IsOutsider: false) { Zone = "Europe/London", Name = "mira" }
        );
    }

    private async Task Messages()
    {
        var create = new MessageCreate(SlackWorld.Channel, Body) { Delivery = "o-551" };
        var since = raw.Time.GetUtcNow().AddMinutes(-1);
        var posted = await Done(api.Post(Harbour, create, Cancellation));
        await Done(api.Post(Harbour, create with { ThreadTs = posted.Ts, Delivery = "o-552" }, Cancellation));
        (await Done(api.FindPosted(Harbour, General, null, "o-551", since, Cancellation))).ShouldBe(posted);
        (await Done(api.FindPosted(Harbour, General, posted.Ts, "o-552", since, Cancellation))).ShouldNotBeNull();
        (await Done(api.FindPosted(Harbour, General, null, "o-553", since, Cancellation))).ShouldBeNull();
        await Done(api.Update(Harbour, posted.Channel, posted.Ts, new MessageBody("Changed", []), Cancellation));
        raw.Slack.Messages[0]
            .ShouldSatisfyAllConditions(message => message.Text.ShouldBe("Changed"), message => message.Blocks.ShouldBeEmpty());
        await Done(
            api.Upload(Harbour, new FileUpload("a.png", [1, 2, 3], "A crane", SlackWorld.Channel) { Comment = "Here" }, Cancellation)
        );
        raw.Slack.Messages[^1].Files.ShouldHaveSingleItem().AltText.ShouldBe("A crane");
        var lockPicture = await Done(api.Upload(Harbour, new FileUpload("b.png", [1, 2, 3], "A lock", Channel: null), Cancellation));
        var pictured = new MessageCreate(SlackWorld.Channel, Body with { Picture = new Image(lockPicture, "A lock") });
        raw.Time.Advance(TimeSpan.FromSeconds(5));
        await Done(api.Post(Harbour, pictured, Cancellation));
        ((string)raw.Slack.Messages[^1].Blocks[^1]!["alt_text"]!).ShouldBe("A lock");
        await Done(api.Delete(Harbour, posted.Channel, posted.Ts, Cancellation));
        await Done(api.Delete(Harbour, posted.Channel, posted.Ts, Cancellation));

        var told = raw.Slack.People.Type("who responded");
        await told.Finished;
        var address = new ResponseUrl((string)told.Payload["response_url"]!);
        var responses = new Responses(client, raw.Time);
        await Done(responses.Respond(address, ResponseMessage.Of(Body), Cancellation));
        await Done(responses.Respond(address, ResponseMessage.Of(Body) with { ReplaceOriginal = true, Text = "Changed" }, Cancellation));
        told.Messages.ShouldHaveSingleItem().Text.ShouldBe("Changed");
        await Done(
            responses.Respond(
                address,
                ResponseMessage.Of(Body) with
                {
                    DeleteOriginal = true,
                    Text = "Gone",
                    Privately = false,
                },
                Cancellation
            )
        );
        told.Messages.Count(message => !message.IsDeleted).ShouldBe(1);
    }

    private async Task Views()
    {
        var told = raw.Slack.People.Type("ask");
        await told.Finished;
        await Done(api.OpenView(Harbour, (string)told.Payload["trigger_id"]!, Form, Cancellation));
        await Done(
            api.UpdateView(
                Harbour,
                raw.Slack.World.Views.ShouldHaveSingleItem().Id,
                Form with
                {
                    Title = new PlainWords("Ask again"),
                },
                Cancellation
            )
        );
        await Done(api.PublishView(Harbour, Jo, new View([new Section(new Mrkdwn("Home"))]) { Type = View.Home }, Cancellation));
        raw.Slack.World.Homes.Keys.ShouldBe([SlackWorld.Person]);
    }

    private async Task Installations()
    {
        var app = new SlackAppApi(client);
        (await Done(app.Test(Bot, Cancellation))).ShouldSatisfyAllConditions(
            test => test.TeamId.ShouldBe(SlackWorld.Team),
            test => test.Scopes!.ShouldContain("chat:write")
        );
        (await Done(app.OpenSocket(Credential.Bearer(raw.Slack.App.AppToken), Cancellation))).Url.ShouldStartWith("wss://");
        raw.Slack.World.Codes.Add(
            new SlackConsent(
                "code",
                SlackWorld.Team,
                SlackWorld.Admin,
                ["chat:write"],
                "https://a.example/slack/oauth",
                raw.Time.GetUtcNow()
            )
        );
        var by = Credential.Client(raw.Slack.App.ClientId, raw.Slack.App.ClientSecret);
        var access = await Done(app.Access(by, "code", "https://a.example/slack/oauth", Cancellation));
        access.Team!.Id.ShouldBe(SlackWorld.Team);
        await Done(app.Revoke(Credential.Bearer(access.AccessToken!), Cancellation));
    }

    private async Task<T> Done<T>(Task<Outcome<T>> task)
    {
        var outcome = await Run(task);
        return outcome is Outcome<T>.Done done
            ? done.Value
            : throw new ShouldAssertException($"{outcome} {string.Join('\n', raw.Slack.Violations)}");
    }

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
