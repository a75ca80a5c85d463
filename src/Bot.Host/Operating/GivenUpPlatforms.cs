using Bot.Core.Operating;
using Bot.Discord.Gateway;
using Bot.Slack.SocketMode;

namespace Bot.Host.Operating;

/// <summary>Connections that were given up or switched off: a token that was revoked, an intent or a mode that is off. Who stands by cannot tell.</summary>
/// <param name="gateway">Null where Discord's Gateway is not used.</param>
/// <param name="sockets">Null where Slack's Socket Mode is not used.</param>
internal sealed class GivenUpPlatforms(GatewayStatus? gateway, SocketModeStatus? sockets) : ILookout
{
    public string Kind => "connection";

    public ValueTask<IReadOnlyList<Concern>?> Look(CancellationToken cancellation) =>
        ValueTask.FromResult<IReadOnlyList<Concern>?>(
            gateway?.StandsBy == true || sockets?.StandsBy == true
                ? null
                :
                [
                    .. gateway?.GivenUp is { } lost
                        ? [Concern.Of(Kind, "discord", $"Nothing comes from Discord. {lost}")]
                        : Array.Empty<Concern>(),
                    .. (sockets?.GivenUp ?? sockets?.SwitchedOff) is { } off
                        ? [Concern.Of(Kind, "slack", $"Nothing comes from Slack. {off}")]
                        : Array.Empty<Concern>(),
                ]
        );
}
