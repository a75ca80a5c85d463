using Bot.Discord.Api;
using Bot.Discord.Wire;
using Bot.Wire;

namespace Bot.Discord.Gateway;

/// <summary>What the Gateway needs of Discord's REST.</summary>
internal interface IGatewayApi
{
    /// <summary>Where the Gateway is, and how many may log in.</summary>
    Task<Outcome<GatewayBot>> Gateway(CancellationToken cancellation);
}

internal sealed class GatewayApi(DiscordApi api) : IGatewayApi
{
    public Task<Outcome<GatewayBot>> Gateway(CancellationToken cancellation) => api.Gateway(cancellation);
}
