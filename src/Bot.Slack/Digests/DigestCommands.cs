using Bot.Core.Conversation;
using Bot.Core.Delivery;
using Bot.Core.Digests;
using Bot.Slack.Asking;
using Bot.Slack.Events;
using Bot.Slack.Moderating;
using Bot.Slack.Rendering;

namespace Bot.Slack.Digests;

/// <summary>What is asked about digests in a channel. Who moderates facts sets them up too.</summary>
internal sealed class DigestCommands(DigestDesk desk, WorkspaceModerators moderators, SlackNames names)
{
    /// <summary>Null for what is not about digests, and where there is no channel: the desk of all commands says so.</summary>
    /// <param name="delivery">What brought it.</param>
    public Func<CancellationToken, Task<LaterAnswer?>>? Asked(Parsed parsed, Asker asker, DeliveryId delivery) =>
        parsed is not Parsed.Understood { Command: Command.OfDigests command } || asker.Channel is not { } channel
            ? null
            : async cancellation =>
            {
                var by = await moderators.Of(asker, cancellation);
                var reply = await desk.Do(command, new DigestAsker(by, channel, delivery), names.Typed, cancellation);
                return new LaterAnswer(Renderer.Render(reply));
            };
}
