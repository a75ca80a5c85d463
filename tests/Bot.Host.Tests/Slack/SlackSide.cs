using System.Text.Json.Nodes;
using Bot.Host.Tests.Hosting;
using Bot.Slack.Api;
using Bot.Testing;
using Bot.Testing.Serving;
using Bot.Testing.Slack;
using Bot.Testing.Slack.Telling;
using Microsoft.Extensions.DependencyInjection;

namespace Bot.Host.Tests.Slack;

/// <summary>Slack as the service meets it: it sends what people do, signed, and takes what the service asks of it, strictly.</summary>
internal sealed class SlackSide : IAsyncDisposable
{
    private readonly LocalServer server;
    private readonly TimeProvider time;
    private readonly List<(RunningHost Host, HttpClient Client)> hosts = [];

    private SlackSide(StandInSlack standIn, LocalServer server, TimeProvider time) =>
        (StandIn, this.server, this.time) = (standIn, server, time);

    public StandInSlack StandIn { get; }

    public SlackPeople People => StandIn.People;

    /// <summary>What the bot said that everybody in a channel can see.</summary>
    public IReadOnlyList<SlackMessage> Seen =>
        [.. StandIn.Messages.Where(message => message is { IsEphemeral: false, IsDeleted: false, BotId: not null })];

    public static async Task<SlackSide> Open(TimeProvider time)
    {
        var standIn = new StandInSlack(time);
        return new SlackSide(standIn, await LocalServer.InProcess(standIn.Map), time);
    }

    /// <summary>The service, as Slack reaches it. The one started last gets what people do.</summary>
    /// <param name="token">Whether it has one.</param>
    public async Task<RunningHost> Start(
        TemporaryStories stories,
        CancellationToken cancellation,
        bool token = true,
        params (string Key, string Value)[] settings
    )
    {
        var port = FreePort.Find();
        (string, string)[] ours =
        [
            ("Slack:Mode", "http"),
            ("Slack:SigningSecret", StandIn.App.SigningSecret),
            ("Slack:BotToken", token ? SlackWorld.BotToken : ""),
            ("Public:Urls", $"http://127.0.0.1:{port}"),
            .. settings,
        ];
        var host = await RunningHost.Start(
            stories,
            services => services.AddKeyedSingleton(SlackRequests.Door, (_, _) => server.Door()),
            cancellation,
            time,
            development: false,
            ours
        );
        StandIn.Requests.To = new HttpClient { BaseAddress = new Uri($"http://127.0.0.1:{port}") };
        hosts.Add((host, StandIn.Requests.To));
        return host;
    }

    /// <summary>The only answer to something, which only whoever did it sees.</summary>
    public async Task<SlackMessage> Answer(SlackTold told, CancellationToken cancellation)
    {
        (await told.Finished.WaitAsync(cancellation)).ShouldBeOfType<SlackAck.Taken>();
        return await Until(() => told.Messages.LastOrDefault(message => message.IsEphemeral), cancellation);
    }

    /// <summary>What there is at last.</summary>
    public static async Task<T> Until<T>(Func<T?> look, CancellationToken cancellation)
        where T : class
    {
        for (var tries = 0; tries < 500; tries++)
        {
            if (look() is { } there)
            {
                return there;
            }

            await Task.Delay(TimeSpan.FromMilliseconds(20), TimeProvider.System, cancellation);
        }

        throw new TimeoutException("It did not come.");
    }

    /// <summary>The button of this label; null where there is none.</summary>
    public static string? Button(JsonArray blocks, string label) =>
        blocks
            .Where(block => (string)block!["type"]! == "actions")
            .SelectMany(row => row!["elements"]!.AsArray())
            .Where(element => ((string?)element!["text"]?["text"])?.StartsWith(label, StringComparison.Ordinal) == true)
            .Select(button => (string?)button!["action_id"])
            .FirstOrDefault();

    /// <summary>All words of blocks that are text, as somebody reads them.</summary>
    public static string Words(JsonNode? blocks) =>
        blocks switch
        {
            JsonObject tree when tree["type"]?.ToString() is "text" or "mrkdwn" or "plain_text" => (string)tree["text"]!,
            JsonObject tree => string.Join(' ', tree.Select(each => Words(each.Value)).Where(words => words.Length > 0)),
            JsonArray list => string.Join(list.Any(each => each?["type"]?.ToString() == "text") ? "" : "\n", list.Select(Words)),
            _ => "",
        };

    /// <inheritdoc cref="LocalServer.Settle"/>
    public Task Settle(CancellationToken cancellation) => server.Settle(cancellation);

    public async ValueTask DisposeAsync()
    {
        foreach (var (host, client) in hosts)
        {
            await host.DisposeAsync();
            client.Dispose();
        }

        await server.DisposeAsync();
        StandIn.Violations.ShouldBeEmpty();
    }
}
