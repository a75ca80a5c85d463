using Bot.Testing;
using Bot.Testing.Node;
using Bot.Testing.Slack;
using Bot.Testing.Slack.Telling;

namespace Bot.Slack.Tests.StandIn;

/// <summary>
/// The stand-in is held against Slack's own clients: <c>@slack/web-api</c> calls it, <c>@slack/socket-mode</c> connects to it, and <c>@slack/bolt</c> is told things by it. The scripts are
/// in <c>tests/node</c>.
/// </summary>
public sealed class OfficialClientsTests(ITestOutputHelper output) : IAsyncLifetime
{
    private const string RedirectUri = "https://dateline.example/slack/oauth";

    /// <summary>One address for all.</summary>
    private static SlackApp AsBoltHasIt =>
        new()
        {
            CommandsPath = "/slack/events",
            InteractionsPath = "/slack/events",
            OptionsPath = "/slack/events",
        };

    /// <summary>What bolt sends where nothing is documented that would take it, and Slack passes over it; and a channel that the script repeats.</summary>
    private static readonly string[] Differences =
    [
        "auth.test: the token stands in the body",
        "commands: text: Somebody is called: A &lt;feather&gt; &amp; <#C0HARBOR6|> weighs 3 kg",
        "chat.postMessage: team_id: There is no such field here.",
        "views.open: team_id: There is no such field here.",
    ];

    private RunningSlack running = null!;
    private readonly CancellationTokenSource end = new();
    private Task<(int ExitCode, string Output)> script = Task.FromResult((0, ""));

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    private StandInSlack Slack => running.Slack;

    public async ValueTask InitializeAsync() => running = await RunningSlack.Start(AsBoltHasIt);

    public async ValueTask DisposeAsync()
    {
        await end.CancelAsync();
        await ((Task)script).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        end.Dispose();
        await running.DisposeAsync();
    }

    [Fact]
    public async Task The_client_of_the_web_api_takes_the_stand_in_for_slack()
    {
        await Need();
        Slack.World.Teams["T0OTHER"] = new SlackTeam("T0OTHER", "Other");
        Slack.World.Codes.Add(
            new SlackConsent("the-code", "T0OTHER", SlackWorld.Admin, ["chat:write"], RedirectUri, TimeProvider.System.GetUtcNow())
        );
        var granted = Slack.World.Installations[0] with { Scopes = [.. Slack.App.Scopes, "channels:history"] };
        Slack.World.Installations[0] = granted;
        Slack.Next(
            new SlackFault.Limited(TimeSpan.FromSeconds(1)) { When = call => call.Method == "auth.test" && Slack.World.Homes.Count > 0 },
            new SlackFault.Disturbed(503) { When = call => call.Method == "chat.getPermalink" }
        );

        Start("slack-web.mjs", granted.Token, "the-code", RedirectUri, Slack.App.ClientId, Slack.App.ClientSecret);

        (await Steps()).ShouldBe([
            "auth | Harbour | U0BOT | B0BOT | true",
            "posted | A feather weighs 3 kg | 1",
            "replied | true",
            "updated | It weighs 4 kg",
            "told a person | true",
            "updating what one person sees | message_not_found",
            "a long edit | msg_too_long | [ERROR] more than 4000 characters in an edit [json-pointer:/text]",
            "a long section | invalid_blocks | [ERROR] Must be 3000 or fewer in length. [json-pointer:/blocks/1/text/text]",
            "an empty message | no_text",
            "an unknown channel | channel_not_found",
            "a private one | channel_not_found",
            "one without the bot | not_in_channel",
            "listed | general,random,U0HARBOR3 | true",
            "looked at | false",
            "opened | true",
            "read | o-1",
            "asked who | jo | true",
            "an unknown group | no_such_subteam",
            "uploaded | true | Scales",
            "published | home",
            "a made-up trigger | invalid_trigger_id",
            "was late | waited and came again",
            "a disturbance, told once | slack_webapi_http_error",
            "installed | T0OTHER | U0BOT0OTHER | U0HARBOR9",
            "a code used twice | invalid_code",
            "revoked | true",
            "a revoked token | token_revoked",
        ]);
        Slack
            .Messages.Single(message => message.Files.Count > 0)
            .Files[0]
            .ShouldSatisfyAllConditions(file => file.Bytes.Length.ShouldBe(8), file => file.AltText.ShouldBe("A pair of scales"));
        Slack.Violations.ShouldBe([
            "chat.update: text: msg_too_long more than 4000 characters in an edit",
            "chat.postMessage: blocks.1.text.text: BASE_TYPE_MAX_LENGTH Must be 3000 or fewer in length.",
            "chat.postMessage: an empty message",
            "upload: the bot's token was shown where the address is enough",
        ]);
    }

    [Fact]
    public async Task The_client_of_socket_mode_acknowledges_what_it_is_told_and_comes_back()
    {
        await Need();
        Slack.App.IsSocketMode = true;
        Start("slack-socket.mjs", Slack.App.AppToken);
        await Until(() => Slack.Sockets.Live is [{ IsGreeted: true }]);

        var typed = Slack.People.Type("A feather");
        await Until(() => typed.Ack is not null);
        typed.Messages.ShouldHaveSingleItem().Text.ShouldBe("A feather weighs 3 kg");
        Slack.People.Write("@dateline now");
        Slack.People.Write("@dateline later");
        await Until(() => Slack.Told.All(told => told.Ack is SlackAck.Taken));

        Slack.Sockets.Refresh();
        await Until(() => Slack.Sockets.Live.Count(each => each.IsGreeted) == 1 && Slack.Sockets.Connections.Count == 2);
        // Greeted is not yet heard: what it acknowledges on the new connection it has read after the greeting.
        Slack.People.Write("@dateline here");
        await Until(() => Slack.Told.All(told => told.Ack is SlackAck.Taken));
        Slack.Sockets.CloseAll(null);
        await Until(() => Slack.Sockets.Live is [{ IsGreeted: true }]);
        var again = Slack.People.Press(typed.Messages[0], "again");
        await Until(() => again.Ack is not null);
        Slack.People.Press(typed.Messages[0], "leave");

        (await Steps()).ShouldBe(
            [
                "connected",
                "command | /dateline | A feather",
                "mention | <@U0BOT> now | 0",
                "put off",
                "mention | <@U0BOT> later | 1",
                "connected",
                "mention | <@U0BOT> here | 0",
                "connected",
                "block_actions | again",
                "block_actions | leave",
                "left",
            ],
            ignoreOrder: true
        );
        Slack.Violations.ShouldBeEmpty();
    }

    [Fact]
    public async Task A_bolt_app_behind_its_receiver_takes_what_it_is_told_for_slacks()
    {
        await Need();
        var port = FreePort.Find();
        using var app = new HttpClient { BaseAddress = new Uri($"http://127.0.0.1:{port}") };
        Slack.Requests.To = app;
        Start("slack-bolt.mjs", Slack.World.Installations[0].Token, Slack.App.SigningSecret, $"{port}");
        await Until(() => Listens(app));

        (await Slack.Requests.Verify(Cancellation)).ShouldBeTrue();
        (await Slack.Requests.CheckCertificate(Cancellation)).ShouldBeTrue();
        var typed = await Done(Slack.People.Type("A <feather> & #office"));
        await Until(() => typed.Messages.Count == 1);
        await Done(Slack.People.Press(typed.Messages[0], "again"));
        await Until(() => typed.Messages[0].Text == "Still 3 kg");
        var written = Slack.People.Write("@dateline how much?");
        await Until(() => Slack.Messages[^1].Thread is not null);
        Slack.People.WriteTo("And me?");
        await Until(() => Slack.Messages[^1].Text == "You wrote to me");
        await Done(Slack.People.OpenHome()!);

        await Done(Slack.People.Shortcut("weigh_anything"));
        await Until(() => Slack.World.Views.Count == 1);
        var view = Slack.World.Views[0];
        (await Done(Slack.People.Complete(view, "unit", "k"))).Options!["options"]![0]!["value"]!.ToString().ShouldBe("kg");
        await Done(Slack.People.Submit(view, ("what", "nothing"), ("where", SlackWorld.Channel)));
        view.IsClosed.ShouldBeFalse();
        await Done(Slack.People.Submit(view, ("what", "A feather"), ("unit", "kg"), ("where", SlackWorld.Channel)));
        view.IsClosed.ShouldBeTrue();
        var about = await Done(Slack.People.Shortcut("weigh_this", written));
        await Until(() => about.Messages.Count == 1);
        Slack.People.Uninstall();

        (await Steps()).ShouldBe(
            [
                "listening",
                "command | /dateline | A &lt;feather&gt; &amp; <#C0HARBOR6|> | C0HARBOR2 | jo | false",
                "action | again | row | v1 | true",
                "mention | <@U0BOT> how much? | U0HARBOR3",
                "message | im | And me?",
                "home | home",
                "shortcut | shortcut | weigh",
                "options | unit | k",
                "view | nothing |  | C0HARBOR2 | 1",
                "view | A feather | kg | C0HARBOR2 | 1",
                "shortcut | message_action | <@U0BOT> how much?",
                "revoked | U0BOT",
                "uninstalled",
            ],
            ignoreOrder: true
        );
        Slack.Violations.Distinct().ShouldBe(Differences, ignoreOrder: true);
        var payloads = SlackTypes.Payloads();
        foreach (var told in Slack.Told)
        {
            payloads.Add(told);
        }

        (await payloads.Check(Cancellation)).ShouldBeEmpty();
        output.WriteLine($"Right by @slack/bolt, told by the stand-in: {payloads.Counts}.");
    }

    private static async Task Need()
    {
        var missing = await NodePrograms.Missing(Cancellation);
        Assert.SkipWhen(missing is not null, missing ?? "");
    }

    private static async Task<bool> Listens(HttpClient app)
    {
        try
        {
            using var response = await app.GetAsync(new Uri("/", UriKind.Relative), Cancellation);
            return true;
        }
        catch (HttpRequestException)
        {
            return false;
        }
    }

    private static async Task<SlackTold> Done(SlackTold told)
    {
        (await told.Finished.WaitAsync(Cancellation)).ShouldBeOfType<SlackAck.Taken>(told.Name);
        return told;
    }

    private void Start(string name, params string[] arguments) =>
        script = NodePrograms.Run(Repository.Folder("tests", "node"), [name, Slack.Addresses.Api.ToString(), .. arguments], end.Token);

    private async Task<string[]> Steps()
    {
        var (exitCode, output) = await script;
        exitCode.ShouldBe(0, string.Join('\n', [output, .. Slack.Violations]));
        return output.TrimEnd().Split('\n');
    }

    private Task Until(Func<bool> holds) => Until(() => Task.FromResult(holds()));

    private async Task Until(Func<Task<bool>> holds)
    {
        while (!await holds())
        {
            if (script.IsCompleted)
            {
                Assert.Fail(string.Join('\n', ["The script ended early.", (await script).Output, .. Slack.Violations]));
            }

            await Task.Delay(TimeSpan.FromMilliseconds(20), TimeProvider.System, Cancellation);
        }
    }
}
