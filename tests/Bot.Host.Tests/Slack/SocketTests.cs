using Bot.Host.Tests.Hosting;
using Bot.Testing;
using Bot.Testing.Slack;
using Microsoft.Extensions.Logging;
using static Bot.Host.Tests.Slack.SlackSide;

namespace Bot.Host.Tests.Slack;

/// <summary>The real service, connected to a stand-in for Slack over real connections.</summary>
public sealed class SocketTests : IAsyncLifetime
{
    private readonly TemporaryStories stories = TemporaryStories.CopyOf(Repository.Folder("tests", "stories", "bridge"));
    private readonly UnhurriedTime time = new();
    private RunningSlack slack = null!;

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync() => slack = await RunningSlack.Start(new SlackApp { IsSocketMode = true }, time: time);

    public async ValueTask DisposeAsync()
    {
        await slack.DisposeAsync();
        stories.Dispose();
    }

    [Fact]
    public async Task Commands_buttons_and_mentions_are_answered_without_an_address_of_its_own()
    {
        await using var host = await RunningHost.Start(
            stories,
            Cancellation,
            time,
            settings:
            [
                ("Slack:Mode", "socket"),
                ("Slack:AppToken", slack.Slack.App.AppToken),
                ("Slack:BotToken", SlackWorld.BotToken),
                ("Slack:ApiBase", slack.Slack.Addresses.Api.ToString()),
            ]
        );
        await Until(() => slack.Slack.Sockets.Live.Count > 0 ? slack : null, Cancellation);

        var told = slack.Slack.People.Type("ask is the bridge closed?");
        var answer = await Until(() => told.Messages.Count > 0 ? told.Messages[0] : null, Cancellation);
        Words(answer.Blocks).ShouldContain("Speaker: ");

        var share = slack.Slack.People.Press(answer, Button(answer.Blocks, "Share")!);
        await Until(() => share.Messages.Count > 0 ? share : null, Cancellation);
        slack.Slack.People.Write("@dateline who responded?");
        await Until(
            () => slack.Slack.Messages.Any(message => message is { BotId: not null, Thread: not null }) ? slack : null,
            Cancellation
        );

        (await host.Client.Get("/readyz", Cancellation)).Body["slack"]!.ToJsonString().ShouldBe("""{"state":"connected"}""");
        slack.Slack.Violations.ShouldBeEmpty();
        host.Log.Entries.Where(entry => entry.Level >= LogLevel.Warning).ShouldBeEmpty();
        host.Log.Text.ShouldNotContain("xoxb-");
        host.Log.Text.ShouldNotContain("xapp-");
    }
}
