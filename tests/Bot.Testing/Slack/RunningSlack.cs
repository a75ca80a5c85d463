using Bot.Testing.Serving;
using Bot.Testing.Sockets;

namespace Bot.Testing.Slack;

/// <summary>The whole stand-in over real connections, on the real clock.</summary>
public sealed class RunningSlack : IAsyncDisposable
{
    /// <summary>Slack looks that often whether a connection is still there.</summary>
    private static readonly TimeSpan Pings = TimeSpan.FromSeconds(10);

    private readonly LocalServer server;

    private RunningSlack(LocalServer server, StandInSlack slack) => (this.server, Slack) = (server, slack);

    public StandInSlack Slack { get; }

    /// <param name="url">With port 0 a free one is taken.</param>
    /// <param name="time">The clock its patience is measured by; the machine's where none is given.</param>
    public static async Task<RunningSlack> Start(SlackApp app, string url = "http://127.0.0.1:0", TimeProvider? time = null)
    {
        var slack = new StandInSlack(time ?? TimeProvider.System, app);
        var server = await LocalServer.On(
            url,
            web =>
            {
                web.UseStandInSockets(slack.Sockets, Pings);
                slack.Map(web);
            }
        );
        slack.Addresses = SlackAddresses.On(server.Address!);
        return new RunningSlack(server, slack);
    }

    public async ValueTask DisposeAsync()
    {
        Slack.Sockets.CloseAll(null);
        await server.DisposeAsync();
    }
}
