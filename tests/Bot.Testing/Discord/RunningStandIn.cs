using Bot.Testing.Discord.Gateway;
using Bot.Testing.Sockets;

namespace Bot.Testing.Discord;

/// <summary>The whole stand-in over real connections, by default on the real clock: what is told over its Gateway is answered over its REST half.</summary>
public sealed class RunningStandIn : IAsyncDisposable
{
    private readonly StandInServer server;

    private RunningStandIn(StandInServer server, StandInDiscord rest, StandInGateway gateway)
    {
        (this.server, Rest, Gateway) = (server, rest, gateway);
        People = new StandInPeople(gateway, rest);
    }

    /// <summary>Where the API is, with version and slash at its end.</summary>
    public Uri Api => server.Api;
    public StandInDiscord Rest { get; }
    public StandInGateway Gateway { get; }
    public StandInPeople People { get; }

    /// <summary>What no client of Discord may do, on either half.</summary>
    public IReadOnlyList<string> Violations => [.. Rest.Violations, .. Gateway.Violations];

    /// <param name="url">With port 0 a free one is taken.</param>
    /// <param name="time">The clock its patience is measured by; the machine's where none is given.</param>
    public static async Task<RunningStandIn> Start(string url = "http://127.0.0.1:0", TimeProvider? time = null)
    {
        time ??= TimeProvider.System;
        var rest = new StandInDiscord(time);
        var application = new StandInApplication
        {
            Token = rest.Token,
            ApplicationId = rest.ApplicationId,
            BotId = rest.BotId,
            Gateway = new Uri("ws://stand-in.test/gateway/"),
        };
        var gateway = new StandInGateway(application, time, rest.World);
        rest.Gateway = gateway.GatewayBot;
        var server = await StandInServer.On(url, rest, app => app.UseStandInSockets(gateway));
        application.Gateway = new UriBuilder(server.Api) { Scheme = "ws", Path = application.Gateway.AbsolutePath }.Uri;
        return new RunningStandIn(server, rest, gateway);
    }

    public async ValueTask DisposeAsync()
    {
        Gateway.CloseAll(null);
        await server.DisposeAsync();
    }
}
