using Bot.Discord.Api;
using Bot.Discord.Wire;

namespace Bot.Discord.Gateway;

/// <summary>What the Gateway needs of Discord's REST.</summary>
internal interface IGatewayApi
{
    /// <summary>Where the Gateway is, and how many may log in.</summary>
    Task<Outcome<GatewayBot>> Gateway(CancellationToken cancellation);

    /// <summary>The first answer to an interaction, within three seconds. Said twice it is said once.</summary>
    Task<Outcome<Nothing>> Answer(
        Snowflake interaction,
        InteractionToken token,
        InteractionResponse response,
        CancellationToken cancellation
    );

    /// <summary>Writes a message into a channel.</summary>
    Task<Outcome<PostedMessage>> Post(Snowflake channel, MessageCreate message, CancellationToken cancellation);
}

internal sealed class GatewayApi(DiscordApi api) : IGatewayApi
{
    public Task<Outcome<GatewayBot>> Gateway(CancellationToken cancellation) => api.Gateway(cancellation);

    public Task<Outcome<Nothing>> Answer(
        Snowflake interaction,
        InteractionToken token,
        InteractionResponse response,
        CancellationToken cancellation
    ) => api.Answer(interaction, token, response, cancellation);

    public Task<Outcome<PostedMessage>> Post(Snowflake channel, MessageCreate message, CancellationToken cancellation) =>
        api.Post(channel, message, cancellation);
}
