using Bot.Host.Tests.Hosting;
using Bot.Slack.Installs;
using Bot.Testing.Slack;

namespace Bot.Host.Tests.Slack;

/// <summary>The verb <c>doctor</c> against a stand-in Slack.</summary>
public sealed class DoctorTests : IAsyncLifetime
{
    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("dateline-doctor-");
    private RunningSlack slack = null!;

    public async ValueTask InitializeAsync() =>
        slack = await RunningSlack.Start(new SlackApp { IsSocketMode = true, Scopes = [.. SlackScopes.Bot.Select(scope => scope.Name)] });

    public async ValueTask DisposeAsync()
    {
        await slack.DisposeAsync();
        folder.Delete(recursive: true);
    }

    [Fact]
    public async Task Nothing_is_wrong_where_settings_and_app_agree_and_nothing_is_changed_by_looking()
    {
        var said = await Examine([], "--channel", SlackWorld.Channel);

        said.Code.ShouldBe(0, said.Out + said.Error);
        said.Out.ShouldContain("the token is valid", Case.Insensitive);
        said.Out.ShouldContain("The bot has every scope that it asks for.");
        said.Out.ShouldContain("The app-level token opens sockets");
        said.Out.ShouldContain("In #general");
        slack.Slack.Violations.ShouldBeEmpty();
        slack.Slack.Calls.Select(call => call.Method).ShouldBe(["auth.test", "apps.connections.open", "conversations.info"]);
    }

    [Fact]
    public async Task Each_scope_that_lacks_is_told_with_what_it_is_for()
    {
        await slack.DisposeAsync();
        slack = await RunningSlack.Start(new SlackApp { IsSocketMode = true, Scopes = ["chat:write", "commands"] });

        var said = await Examine([]);

        said.Code.ShouldBe(1);
        said.Out.ShouldContain("WRONG  The bot lacks the scope im:history, to read what is written to it directly.");
        said.Out.ShouldContain("install the app again");
    }

    [Fact]
    public async Task Tokens_that_are_none_or_are_not_taken_or_of_different_apps_are_told_and_never_shown()
    {
        var swapped = await Examine([("Slack:BotToken", slack.Slack.App.AppToken), ("Slack:AppToken", SlackWorld.BotToken)]);
        swapped.Code.ShouldBe(1);
        swapped.Out.ShouldContain("`Slack:BotToken` is no bot's token: it begins with xoxb-.");
        swapped.Out.ShouldContain("`Slack:AppToken` is no app-level token: it begins with xapp-.");

        var unknown = await Examine([("Slack:BotToken", "xoxb-unknown"), ("Slack:AppToken", "xapp-1-A0OTHER-2-3")]);
        unknown.Code.ShouldBe(1);
        unknown.Out.ShouldContain("Slack does not take the bot's token (invalid_auth)");
        (swapped.Out + swapped.Error).ShouldNotContain(SlackWorld.BotToken);
        (unknown.Out + unknown.Error).ShouldNotContain("xoxb-unknown");
    }

    [Fact]
    public async Task Over_http_the_form_of_the_signing_secret_and_the_addresses_are_told()
    {
        (string, string)[] http = [("Slack:Mode", "http"), ("Slack:SigningSecret", slack.Slack.App.SigningSecret), ("Slack:AppToken", "")];

        var said = await Examine([.. http, ("Public:BaseUrl", "https://bot.example.org")]);
        said.Code.ShouldBe(0, said.Out + said.Error);
        said.Out.ShouldContain("https://bot.example.org/slack/commands, /slack/interactions and /slack/events");

        (await Examine(http)).Out.ShouldContain("look   `Public:BaseUrl` is not set");
        (await Examine([.. http.Take(1), ("Slack:SigningSecret", "none")])).Error.ShouldContain(
            "`Slack:SigningSecret` is no signing secret"
        );
    }

    [Theory]
    [InlineData(true, 0, "`Slack:ClientId` and `Slack:ClientSecret` belong together.")]
    [InlineData(false, 1, "`Slack:ClientSecret` is not the app's")]
    public async Task For_many_workspaces_it_is_seen_whether_id_and_secret_belong_together(bool isRight, int code, string sentence)
    {
        var said = await Examine([
            ("Slack:BotToken", ""),
            ("Slack:ClientId", slack.Slack.App.ClientId),
            ("Slack:ClientSecret", isRight ? slack.Slack.App.ClientSecret : "another"),
            ("Public:BaseUrl", "https://bot.example.org"),
        ]);

        said.Code.ShouldBe(code, said.Out + said.Error);
        said.Out.ShouldContain(sentence);
        said.Out.ShouldContain("https://bot.example.org/slack/install");
    }

    [Fact]
    public async Task A_channel_that_is_none_or_cannot_be_seen_is_told()
    {
        (await Examine([], "--channel", "general")).Out.ShouldContain("\u201Cgeneral\u201D is no channel's id.");

        var unknown = await Examine([], "--channel", "C0NOWHERE");
        unknown.Code.ShouldBe(1);
        unknown.Out.ShouldContain("The channel C0NOWHERE could not be looked at.");
    }

    [Fact]
    public async Task Without_a_token_it_says_where_to_get_one_and_without_a_platform_where_to_begin()
    {
        var said = await Examine([("Slack:BotToken", "")]);
        (said.Code, said.Error.Contains("`Slack:BotToken`", StringComparison.Ordinal)).ShouldBe((1, true));

        var nothing = await Terminal.Run(folder.FullName, [], ["doctor"], TestContext.Current.CancellationToken);
        nothing.Code.ShouldBe(1);
        nothing.Error.ShouldContain("docs/slack.md");
    }

    private Task<Terminal> Examine(IEnumerable<(string Key, string Value)> changed, params string[] arguments) =>
        Terminal.Run(
            folder.FullName,
            new Dictionary<string, string>
            {
                ["Slack:Mode"] = "socket",
                ["Slack:BotToken"] = SlackWorld.BotToken,
                ["Slack:AppToken"] = slack.Slack.App.AppToken,
                ["Slack:ApiBase"] = slack.Slack.Addresses.Api.ToString(),
            }
                .Select(setting => (setting.Key, setting.Value))
                .Where(setting => !changed.Any(other => other.Key == setting.Key))
                .Concat(changed),
            ["doctor", .. arguments]
        );
}
