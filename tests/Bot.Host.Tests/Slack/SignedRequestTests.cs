using System.Globalization;
using System.Net;
using System.Text;
using Bot.Host.Tests.Hosting;
using Bot.Testing;
using Bot.Testing.Slack.Telling;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Time.Testing;

namespace Bot.Host.Tests.Slack;

/// <summary>What is taken in as Slack's, and what is not.</summary>
public sealed class SignedRequestTests : IAsyncLifetime
{
    private const string Commands = "/slack/commands";

    /// <summary>What the service's clock shows, in Unix seconds.</summary>
    private const long Now = 1_780_304_400;

    private const string Asked =
        "command=%2Fdateline&text=ask+is+the+bridge+closed%3F&team_id=T0HARBOR1&channel_id=C0HARBOR2&user_id=U0HARBOR3&response_url=https%3A%2F%2Fhooks.slack.com%2Fcommands%2F1&trigger_id=1.2.a";

    private readonly TemporaryStories stories = TemporaryStories.CopyOf(Repository.Folder("tests", "stories", "bridge"));
    private SlackSide slack = null!;
    private RunningHost host = null!;

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync()
    {
        slack = await SlackSide.Open(new FakeTimeProvider(DateTimeOffset.FromUnixTimeSeconds(Now)));
        host = await slack.Start(stories, Cancellation, token: false, ("Logging:LogLevel:Bot.Slack", "Debug"));
    }

    public async ValueTask DisposeAsync()
    {
        await slack.DisposeAsync();
        stories.Dispose();
    }

    [Theory]
    [InlineData(Now, true)]
    [InlineData(Now - 300, true)]
    [InlineData(Now + 300, true)]
    [InlineData(Now - 301, false)]
    [InlineData(Now + 301, false)]
    public async Task A_signature_holds_for_five_minutes_before_and_after(long at, bool holds)
    {
        var (status, text) = await Send(Asked, $"{at}");

        status.ShouldBe(holds ? HttpStatusCode.OK : HttpStatusCode.Unauthorized);
        text.Length.ShouldBe(holds ? text.Length : 0);
    }

    [Fact]
    public async Task What_is_not_signed_or_signed_twice_is_refused_with_nothing_said()
    {
        var body = Encoding.UTF8.GetBytes(Asked);
        var signature = SlackSignature.Of(slack.StandIn.App.SigningSecret, $"{Now}", body);
        (string, string)[] timestamp = [("X-Slack-Request-Timestamp", $"{Now}")];
        (string, string)[] signed = [("X-Slack-Signature", signature)];

        (string, string)[][] all =
        [
            [],
            timestamp,
            signed,
            [.. timestamp, .. signed, .. signed],
            [.. timestamp, .. timestamp, .. signed],
        ];
        foreach (var headers in all)
        {
            (await Post(Commands, body, headers)).ShouldBe((HttpStatusCode.Unauthorized, ""));
        }

        (await Post(Commands, body, [.. timestamp, .. signed])).Status.ShouldBe(HttpStatusCode.OK);
    }

    [Fact]
    public async Task Ten_thousand_damaged_requests_are_all_refused_and_none_reaches_a_handler()
    {
        var body = Encoding.UTF8.GetBytes(Asked);
        var signature = SlackSignature.Of(slack.StandIn.App.SigningSecret, $"{Now}", body);
        var chance = new Random(6);
        var statuses = new Dictionary<HttpStatusCode, int>();
        foreach (var batch in Enumerable.Range(0, 10_000).Chunk(100))
        {
            var damaged = batch.Select(_ => Damaged(chance, signature, $"{Now}", body)).ToList();
            string[] paths = [Commands, "/slack/interactions", "/slack/events"];
            foreach (
                var (status, text) in await Task.WhenAll(
                    damaged.Select(each =>
                        Post(
                            paths[chance.Next(paths.Length)],
                            each.Body,
                            ("X-Slack-Request-Timestamp", each.Timestamp),
                            ("X-Slack-Signature", each.Signature)
                        )
                    )
                )
            )
            {
                text.ShouldBeEmpty();
                statuses[status] = statuses.GetValueOrDefault(status) + 1;
            }
        }

        statuses.ShouldBe(new Dictionary<HttpStatusCode, int> { [HttpStatusCode.Unauthorized] = 10_000 });
        host.Log.Entries.ShouldAllBe(entry => entry.Level < LogLevel.Error);
        (await Send(Asked)).Status.ShouldBe(HttpStatusCode.OK);
    }

    [Fact]
    public async Task What_is_larger_than_slack_sends_is_not_read()
    {
        var (status, _) = await Post(Commands, new byte[2 * 1024 * 1024]);

        status.ShouldBe(HttpStatusCode.RequestEntityTooLarge);
    }

    [Fact]
    public async Task What_is_signed_and_not_understood_is_no_fault()
    {
        foreach (var path in (string[])[Commands, "/slack/interactions", "/slack/events"])
        {
            (await Send("payload=%7B", path: path)).Status.ShouldBe(HttpStatusCode.BadRequest, path);
        }

        host.Log.Entries.ShouldAllBe(entry => entry.Level < LogLevel.Error);
    }

    [Fact]
    public async Task The_address_is_verified_and_the_certificate_looked_at()
    {
        (await slack.StandIn.Requests.Verify(Cancellation)).ShouldBeTrue();
        (await slack.StandIn.Requests.CheckCertificate(Cancellation)).ShouldBeTrue();
        slack.StandIn.Messages.ShouldBeEmpty();
    }

    [Theory]
    [InlineData("/slack")]
    [InlineData("/slack/")]
    [InlineData("/slack/options")]
    [InlineData("/slack/commands/x")]
    [InlineData("/discord/interactions")]
    [InlineData("/")]
    [InlineData("/api/ask")]
    public async Task Nothing_else_is_there(string path) => (await Send(Asked, path: path)).Status.ShouldBe(HttpStatusCode.NotFound);

    [Fact]
    public async Task Without_a_token_commands_are_answered_and_that_nothing_can_be_posted_is_said_at_the_start()
    {
        var answer = await slack.Answer(slack.People.Type("is the bridge closed?"), Cancellation);

        SlackSide.Words(answer.Blocks).ShouldContain("Speaker: ");
        SlackSide.Button(answer.Blocks, "Share").ShouldNotBeNull();
        host.Log.Text.ShouldContain("without `Slack:BotToken` nothing can be posted");
        host.Log.Text.ShouldNotContain("is the bridge");
    }

    private Task<(HttpStatusCode Status, string Text)> Send(string body, string? timestamp = null, string path = Commands)
    {
        var at = timestamp ?? Now.ToString(CultureInfo.InvariantCulture);
        var bytes = Encoding.UTF8.GetBytes(body);
        return Post(
            path,
            bytes,
            ("X-Slack-Request-Timestamp", at),
            ("X-Slack-Signature", SlackSignature.Of(slack.StandIn.App.SigningSecret, at, bytes))
        );
    }

    private async Task<(HttpStatusCode Status, string Text)> Post(string path, byte[] body, params (string, string)[] headers)
    {
        var (status, text, _, _) = await slack.StandIn.Requests.Send(
            path,
            body,
            "application/x-www-form-urlencoded",
            isSigned: false,
            Cancellation,
            headers
        );
        return (status, text);
    }

    /// <summary>Something of it is not as it was signed.</summary>
    private static (byte[] Body, string Signature, string Timestamp) Damaged(Random chance, string signature, string timestamp, byte[] body)
    {
        switch (chance.Next(6))
        {
            case 0:
                var other = (byte[])body.Clone();
                other[chance.Next(other.Length)] ^= (byte)(1 << chance.Next(8));
                return (other, signature, timestamp);
            case 1:
                return (body[..chance.Next(body.Length)], signature, timestamp);
            case 2:
                return ([.. body, (byte)chance.Next(256)], signature, timestamp);
            case 3:
                var letters = signature.ToCharArray();
                var at = chance.Next(letters.Length);
                letters[at] = letters[at] == 'x' ? 'y' : (char)('x' + chance.Next(2) * ('0' - 'x'));
                return (body, new string(letters) == signature ? signature[1..] : new string(letters), timestamp);
            case 4:
                return (body, signature[..chance.Next(signature.Length)], timestamp);
            default:
                return (body, signature, $"{timestamp[..^1]}{(timestamp[^1] == '9' ? '8' : '9')}{(chance.Next(2) == 0 ? "" : "x")}");
        }
    }
}
