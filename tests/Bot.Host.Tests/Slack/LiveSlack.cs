using Bot.Host.Tests.Hosting;
using Bot.Host.Tests.Platforms;
using Bot.Slack.Api;
using Bot.Slack.Manifest;
using Bot.Testing;
using Bot.Testing.Serving;
using Bot.Testing.Slack;
using Bot.Testing.Slack.Telling;
using Bot.Testing.Sockets;
using Bot.Wire;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Time.Testing;

namespace Bot.Host.Tests.Slack;

/// <summary>Slack as the service meets it, with the app as the service's own manifest makes it: it tells what people do, and takes what the service asks of it, strictly.</summary>
internal sealed class LiveSlack : IAsyncDisposable
{
    public const string Http = "http";
    public const string Socket = "socket";

    /// <summary>Under which the world reaches the service.</summary>
    public const string Address = "https://dateline.example";

    private readonly TimeProvider unhurried;
    private readonly LocalServer server;
    private readonly List<RunningHost> hosts = [];

    private LiveSlack(LocalServer server, StandInSlack standIn, TimeProvider unhurried) =>
        (this.server, StandIn, this.unhurried) = (server, standIn, unhurried);

    public StandInSlack StandIn { get; }

    public SlackPeople People => StandIn.People;

    /// <summary>What the bot said that everybody in the channel can see.</summary>
    public IReadOnlyList<SlackMessage> Posts =>
        [.. StandIn.Messages.Where(message => message is { BotId: not null, IsEphemeral: false, IsDeleted: false })];

    /// <param name="many">Workspaces install it by themselves.</param>
    public static async Task<LiveSlack> Open(string mode, TimeProvider? time = null, bool many = false)
    {
        var manifest = SlackManifest.Write(
            new AppSetup("/dateline", mode == Http || many ? Address : null) { Sockets = mode == Socket, Distributed = many }
        );
        var unhurried = new UnhurriedTime();
        var standIn = new StandInSlack(time ?? unhurried, SlackApp.Of(manifest));
        return new LiveSlack(await LocalServer.InProcess(standIn.Map), standIn, unhurried);
    }

    /// <summary>The service, as Slack reaches it. The one started last is told what people do.</summary>
    public async Task<RunningHost> Start(
        TemporaryStories stories,
        CancellationToken cancellation,
        TimeProvider? time = null,
        params (string Key, string Value)[] settings
    )
    {
        var port = FreePort.Find();
        (string, string)[] ours =
        [
            ("Slack:Mode", StandIn.App.IsSocketMode ? Socket : Http),
            ("Slack:SigningSecret", StandIn.App.SigningSecret),
            ("Slack:AppToken", StandIn.App.AppToken),
            ("Slack:BotToken", SlackWorld.BotToken),
            ("Public:Urls", $"http://127.0.0.1:{port}"),
            ("Limits:Off", "true"),
            .. settings,
        ];
        var host = await RunningHost.Start(
            stories,
            services =>
                services
                    .AddKeyedSingleton(SlackRequests.Door, (_, _) => server.Door())
                    .AddKeyedSingleton<ITextSockets>(SlackRequests.Door, new ScriptedSockets(StandIn.Sockets)),
            cancellation,
            time ?? unhurried,
            development: false,
            ours
        );
        hosts.Add(host);
        StandIn.Requests.To = new HttpClient { BaseAddress = new Uri($"http://127.0.0.1:{port}") };
        if (StandIn.App.IsSocketMode)
        {
            await Wait.Until(() => StandIn.Sockets.Live.Any(each => each.IsGreeted), "the service is connected");
        }

        return host;
    }

    /// <summary>Somebody's browser, which is led to Slack and back again.</summary>
    public HttpClient Browser() => new(server.Door());

    /// <summary>Somebody does something that is answered at once or later, to them.</summary>
    public async Task<SlackMessage> Answer(SlackTold told)
    {
        await Taken(told);
        await Wait.Until(() => told.Messages.Count > 0, Text(told.Name));
        return told.Messages[^1];
    }

    /// <summary>It was acknowledged in time.</summary>
    public async Task<SlackTold> Taken(SlackTold told)
    {
        var ack = await told.Finished;
        ack.ShouldBeOfType<SlackAck.Taken>(Text($"{told.Name}: {ack}"));
        return told;
    }

    /// <summary>It was acknowledged in time though what was asked for takes longer. Time goes on bit by bit, since nobody knows from when on the service counts.</summary>
    public async Task TakenMeanwhile(SlackTold told, FakeTimeProvider time)
    {
        while (!told.Finished.IsCompleted)
        {
            time.Advance(TimeSpan.FromMilliseconds(50));
            await Task.Delay(TimeSpan.FromMilliseconds(20), TimeProvider.System, TestContext.Current.CancellationToken);
        }

        await Taken(told);
    }

    /// <summary>Somebody writes something, and the bot answers it where all there see it.</summary>
    public async Task<SlackMessage> Answer(SlackMessage written)
    {
        SlackMessage? Reply() =>
            Posts.FirstOrDefault(post =>
                post.Channel == written.Channel
                && string.CompareOrdinal(post.Ts, written.Ts) > 0
                && post.Thread == (written.Thread ?? (written.Channel.StartsWith('D') ? null : written.Ts))
            );
        await Wait.Until(() => Reply() is not null, Text(written.Text));
        return Reply()!;
    }

    /// <summary>A button of a message, pressed.</summary>
    public SlackTold Press(SlackMessage message, string label, string user = SlackWorld.Person) =>
        People.Press(message, SlackControls.Action(message, label), user);

    public async ValueTask DisposeAsync()
    {
        foreach (var host in hosts)
        {
            await host.DisposeAsync();
        }

        StandIn.Requests.To?.Dispose();
        await server.DisposeAsync();
    }

    private string Text(string what) => string.Join('\n', [what, .. StandIn.Violations]);
}
