using Bot.Testing.Serving;
using Microsoft.AspNetCore.Builder;

namespace Bot.Testing.Discord;

/// <summary>The stand-in behind HTTP: in the process of a test, or on a port.</summary>
public sealed class StandInServer : IAsyncDisposable
{
    private static readonly Uri NotOnAPort = new("http://discord.test");

    private readonly LocalServer server;

    private StandInServer(LocalServer server) => this.server = server;

    /// <summary>What a client in the same process sends through.</summary>
    public HttpMessageHandler Door() => server.Door();

    /// <inheritdoc cref="LocalServer.Settle"/>
    public Task Settle(CancellationToken cancellation) => server.Settle(cancellation);

    /// <summary>Where the API is, with a slash at its end.</summary>
    public Uri Api => new(server.Address ?? NotOnAPort, $"{StandInDiscord.Base}/");

    public static async Task<StandInServer> InProcess(StandInDiscord discord) => new(await LocalServer.InProcess(discord.Map));

    /// <param name="url">With port 0 a free one is taken.</param>
    /// <param name="more">What else is served.</param>
    public static async Task<StandInServer> On(string url, StandInDiscord discord, Action<WebApplication>? more = null) =>
        new(
            await LocalServer.On(
                url,
                app =>
                {
                    more?.Invoke(app);
                    discord.Map(app);
                }
            )
        );

    public ValueTask DisposeAsync() => server.DisposeAsync();
}
