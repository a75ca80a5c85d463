using Bot.Host.Tests.Hosting;
using Bot.Testing;
using Bot.Testing.Discord;
using Bot.Testing.Slack;

namespace Bot.Host.Tests.Platforms;

/// <summary>One service that is at Discord and at Slack, as their stand-ins have them.</summary>
public sealed class BothPlatforms : IAsyncLifetime
{
    private readonly TemporaryStories stories = TemporaryStories.CopyOf(Repository.Folder("tests", "stories", "bridge"));
    private RunningStandIn discord = null!;
    private RunningSlack slack = null!;

    public BothPlatforms() { }

    /// <param name="change">Of the story, before it is loaded.</param>
    internal BothPlatforms(Action<TemporaryStories> change) => change(stories);

    public RunningStandIn AtDiscord => discord;

    public StandInSlack AtSlack => slack.Slack;

    internal RunningHost Host { get; private set; } = null!;

    internal IPlatformSide Discord { get; private set; } = null!;

    internal IPlatformSide Slack { get; private set; } = null!;

    public async ValueTask InitializeAsync()
    {
        // Whether a busy machine keeps a platform waiting is not asked here.
        var unhurried = new UnhurriedTime();
        discord = await RunningStandIn.Start(time: unhurried);
        discord.Rest.Limits.Usual = new StandInLimits.Limit("", 1_000, TimeSpan.FromMinutes(1));
        discord.Gateway.Join(StandInWorld.Guild);
        slack = await RunningSlack.Start(new SlackApp(), time: unhurried);
        var port = FreePort.Find();
        Host = await RunningHost.Start(
            stories,
            TestContext.Current.CancellationToken,
            unhurried,
            settings:
            [
                ("Discord:Mode", "gateway"),
                ("Discord:ApplicationId", discord.Rest.ApplicationId),
                ("Discord:BotToken", discord.Rest.Token),
                ("Discord:ApiBase", discord.Api.ToString()),
                ("Slack:Mode", "http"),
                ("Slack:SigningSecret", slack.Slack.App.SigningSecret),
                ("Public:Urls", $"http://127.0.0.1:{port}"),
                ("Slack:BotToken", SlackWorld.BotToken),
                ("Slack:ApiBase", slack.Slack.Addresses.Api.ToString()),
                ("Limits:Off", "true"),
            ]
        );
        slack.Slack.Requests.To = new HttpClient { BaseAddress = new Uri($"http://127.0.0.1:{port}") };
        await Wait.Until(() => discord.Gateway.IsConnected && discord.Rest.Commands.Count > 0, "the service is at Discord");
        (Discord, Slack) = (new DiscordTable(discord), new SlackTable(slack.Slack));
    }

    /// <summary>What no bot may do, at either.</summary>
    public IReadOnlyList<string> Violations => [.. discord.Violations, .. slack.Slack.Violations];

    public async ValueTask DisposeAsync()
    {
        await Host.DisposeAsync();
        slack.Slack.Requests.To?.Dispose();
        await slack.DisposeAsync();
        await discord.DisposeAsync();
        stories.Dispose();
    }
}
