using Bot.Core.Conversation;
using Bot.Core.Delivery;
using Bot.Core.Digests;
using Bot.Core.Moderation;
using Bot.Slack.Asking;
using Bot.Slack.Events;
using Bot.Slack.Rendering;

namespace Bot.Slack.Digests;

/// <summary>What is asked about digests in a channel. The workspace's admins moderate them.</summary>
internal sealed class DigestCommands(DigestDesk desk, Admins admins, SlackNames names)
{
    private const string NeedsAdmin = "Here it takes an admin or owner of this workspace.";

    /// <summary>Null for what is not about digests, and where there is no channel: the desk of all commands says so.</summary>
    /// <param name="delivery">What brought it.</param>
    public Func<CancellationToken, Task<LaterAnswer?>>? Asked(Parsed parsed, Asker asker, DeliveryId delivery) =>
        parsed is not Parsed.Understood { Command: Command.OfDigests command } || asker.Channel is not { } channel
            ? null
            : async cancellation =>
            {
                var by = new Caller(asker.Community, asker.User, await Standing(asker, cancellation));
                var reply = await desk.Do(command, new DigestAsker(by, channel, delivery), names.Typed, cancellation);
                return new LaterAnswer(Renderer.Render(reply));
            };

    private async Task<Standing> Standing(Asker asker, CancellationToken cancellation) =>
        await admins.May(asker, cancellation) switch
        {
            May.Yes => new Standing.Moderator(),
            May.Unknown unknown => new Standing.Unknown(unknown.Why),
            _ => new Standing.Member(NeedsAdmin),
        };
}
