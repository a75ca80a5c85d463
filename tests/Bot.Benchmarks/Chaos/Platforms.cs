using System.Globalization;
using System.Text.Json.Nodes;
using Bot.Benchmarks.Interactions;
using Bot.Testing.Discord;
using Bot.Testing.Slack;

namespace Bot.Benchmarks.Chaos;

/// <summary>Both platforms, as their stand-ins: what the replicas say there, and what people there say to them.</summary>
internal sealed class Platforms : IAsyncDisposable
{
    private readonly StandInServer server;
    private readonly RunningSlack slack;
    private long last = 1_310_000_000_000_000_000;

    private Platforms(StandInDiscord discord, StandInServer server, RunningSlack slack) =>
        (Discord, this.server, this.slack) = (discord, server, slack);

    public StandInDiscord Discord { get; }
    public StandInSlack Slack => slack.Slack;

    /// <summary>By which a replica finds them.</summary>
    public IReadOnlyList<string> Settings =>
        [
            "--Discord:Mode=http",
            $"--Discord:PublicKey={SigningKey.Public}",
            $"--Discord:ApplicationId={Discord.ApplicationId}",
            $"--Discord:BotToken={Discord.Token}",
            $"--Discord:ApiBase={server.Api}",
            "--Slack:Mode=http",
            $"--Slack:SigningSecret={Slack.App.SigningSecret}",
            $"--Slack:BotToken={SlackWorld.BotToken}",
            $"--Slack:ApiBase={Slack.Addresses.Api}",
            "--Limits:Off=true",
        ];

    /// <summary>What no client of either may do.</summary>
    public IReadOnlyList<string> Violations => [.. Discord.Violations, .. Slack.Violations];

    public static async Task<Platforms> Start()
    {
        var discord = new StandInDiscord(TimeProvider.System) { InteractionsEndpoint = "https://dateline.example/discord/interactions" };
        return new Platforms(discord, await StandInServer.On("http://127.0.0.1:0", discord), await RunningSlack.Start(new SlackApp()));
    }

    /// <summary>Where the replicas are reached.</summary>
    public void Reach(Uri service) => Slack.Requests.To = new HttpClient { BaseAddress = service };

    /// <returns>Its id.</returns>
    public string NewDiscordChannel()
    {
        var id = Interlocked.Increment(ref last).ToString(CultureInfo.InvariantCulture);
        Discord.World.Channels[id] = new JsonObject
        {
            ["id"] = id,
            ["type"] = 0,
            ["guild_id"] = StandInWorld.Guild,
            ["name"] = $"channel-{id}",
            ["parent_id"] = null,
            ["permission_overwrites"] = new JsonArray(),
        };
        return id;
    }

    /// <summary>Not once a replica runs.</summary>
    /// <returns>Its id.</returns>
    public string NewSlackChannel()
    {
        var id = string.Create(CultureInfo.InvariantCulture, $"C0MADE{Interlocked.Increment(ref last)}");
        Slack.World.Channels[id] = new SlackChannel(id, SlackWorld.Team, $"channel-{id}")
        {
            Members = { SlackWorld.Bot(SlackWorld.Team), SlackWorld.Person },
        };
        return id;
    }

    public async ValueTask DisposeAsync()
    {
        Slack.Requests.To?.Dispose();
        await slack.DisposeAsync();
        await server.DisposeAsync();
    }
}
