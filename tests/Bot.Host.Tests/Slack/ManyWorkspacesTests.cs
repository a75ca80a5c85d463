using System.Net;
using Bot.Core.Communities;
using Bot.Host.Tests.Hosting;
using Bot.Host.Tests.Platforms;
using Bot.Testing;
using Bot.Testing.Slack;
using Bot.Testing.Slack.Telling;
using Microsoft.Extensions.DependencyInjection;

namespace Bot.Host.Tests.Slack;

/// <summary>Workspaces that install the app by themselves: each is answered with its own token, and the one that takes it out is not spoken to any more.</summary>
public sealed class ManyWorkspacesTests : IAsyncDisposable
{
    private const string Other = "T0OTHER";
    private const string Square = "C0SQUARE";
    private const string Ana = "U0ANA";

    private readonly TemporaryStories stories = TemporaryStories.CopyOf(Repository.Folder("tests", "stories", "bridge"));
    private LiveSlack slack = null!;
    private RunningHost host = null!;

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public async ValueTask DisposeAsync()
    {
        await slack.DisposeAsync();
        stories.Dispose();
    }

    [Theory]
    [InlineData(LiveSlack.Http)]
    [InlineData(LiveSlack.Socket)]
    public async Task Two_workspaces_install_it_are_answered_and_one_goes(string mode)
    {
        await Begin(mode);
        (await Install(SlackWorld.Team, SlackWorld.Admin)).ShouldContain("Harbour");
        (await Install(Other, Ana)).ShouldContain("Square");
        await Wait.Until(() => slack.Posts.Count == 2, "both who installed it are told what to do next");
        slack.Posts.ShouldAllBe(post => post.Text.Contains("/dateline ask", StringComparison.Ordinal));

        var here = slack.People.Write("@dateline is the bridge closed?");
        (await slack.Answer(here)).Team.ShouldBe(SlackWorld.Team);
        var there = slack.People.Write("@dateline is the bridge closed?", Square, Ana);
        (await slack.Answer(there)).Team.ShouldBe(Other);
        slack.StandIn.Calls.Where(call => call.Method == "chat.postMessage").Select(call => call.By!.Team).Distinct().Count().ShouldBe(2);

        slack.People.Uninstall(Other);
        await Wait.Until(() => slack.StandIn.Told.All(told => told.Ack is SlackAck.Taken), "it was taken");
        var left = (await host.Services.GetRequiredService<ICommunities>().All(Cancellation)).Where(known => known.Left is not null);
        left.ShouldHaveSingleItem().Id.Value.ShouldBe($"slack:{Other}");
        await slack.Answer(slack.People.Write("@dateline who closed the bridge?"));
        slack.StandIn.Violations.ShouldBeEmpty();
        host.Log.Text.ShouldNotContain("xoxb-");
    }

    [Fact]
    public async Task Who_says_no_is_told_that_nothing_was_installed()
    {
        await Begin(LiveSlack.Http);
        slack.StandIn.World.Installing = null;
        (await Install(SlackWorld.Team, SlackWorld.Admin, agrees: false)).ShouldNotContain("is in");
        (await host.Services.GetRequiredService<ICommunities>().All(Cancellation)).ShouldBeEmpty();
        slack.StandIn.Violations.ShouldBeEmpty();
    }

    private async Task Begin(string mode)
    {
        slack = await LiveSlack.Open(mode, many: true);
        var world = slack.StandIn.World;
        world.Installations.Clear();
        world.Teams[Other] = new SlackTeam(Other, "Square");
        world.Users[Ana] = new SlackUser(Ana, Other, "ana") { IsAdmin = true };
        world.Channels[Square] = new SlackChannel(Square, Other, "general") { Members = { SlackWorld.Bot(Other), Ana } };
        host = await slack.Start(
            stories,
            Cancellation,
            settings:
            [
                ("Slack:BotToken", ""),
                ("Slack:ClientId", slack.StandIn.App.ClientId),
                ("Slack:ClientSecret", slack.StandIn.App.ClientSecret),
                ("Public:BaseUrl", LiveSlack.Address),
            ]
        );
    }

    /// <summary>From the link to the page that it ends with, by a browser that keeps its cookie.</summary>
    private async Task<string> Install(string team, string user, bool agrees = true)
    {
        slack.StandIn.World.Installing = agrees ? (team, user) : null;
        using var service = new HttpClient(new SocketsHttpHandler { AllowAutoRedirect = false, UseCookies = false })
        {
            BaseAddress = slack.StandIn.Requests.To!.BaseAddress,
        };
        using var begun = await service.GetAsync(new Uri("/slack/install", UriKind.Relative), Cancellation);
        begun.StatusCode.ShouldBe(HttpStatusCode.Found);
        using var browser = slack.Browser();
        using var agreed = await browser.GetAsync(begun.Headers.Location, Cancellation);
        agreed.StatusCode.ShouldBe(HttpStatusCode.Found, string.Join('\n', slack.StandIn.Violations));
        agreed.Headers.Location!.GetLeftPart(UriPartial.Path).ShouldBe($"{LiveSlack.Address}/slack/oauth");
        using var back = new HttpRequestMessage(HttpMethod.Get, new Uri(agreed.Headers.Location.PathAndQuery, UriKind.Relative));
        back.Headers.Add("Cookie", begun.Headers.GetValues("Set-Cookie").Single().Split(';')[0]);
        using var done = await service.SendAsync(back, Cancellation);
        return await done.Content.ReadAsStringAsync(Cancellation);
    }
}
