using Bot.Core.Conversation;
using Bot.Core.Delivery;
using Bot.Core.Digests;
using Bot.Slack.Asking;
using Bot.Slack.Events;
using Bot.Slack.Rendering;

namespace Bot.Slack.Digests;

/// <summary>What is asked about digests in a channel. What others shall see there is for the workspace's admins.</summary>
internal sealed class DigestCommands(DigestDesk desk, Admins admins, SlackNames names)
{
    private const string NotAllowed = "Only admins and owners of this workspace can do this. Nothing was changed.";

    /// <summary>Null for what is not about digests, and where there is no channel: the desk of all commands says so.</summary>
    /// <param name="delivery">What brought it.</param>
    public Func<CancellationToken, Task<LaterAnswer?>>? Asked(Parsed parsed, Asker asker, DeliveryId delivery) =>
        parsed is not Parsed.Understood { Command: Command.OfDigests command } || asker.Channel is not { } channel
            ? null
            : async cancellation =>
                command is Command.WhyDigest
                    ? await Done(command, asker, channel, delivery, cancellation)
                    : await admins.May(asker, cancellation) switch
                    {
                        May.Yes => await Done(command, asker, channel, delivery, cancellation),
                        May.Unknown unknown => LaterAnswer.Notice(
                            $"I could not see whether you are an admin of this workspace, so that nothing was changed. {unknown.Why}"
                        ),
                        _ => LaterAnswer.Notice(NotAllowed),
                    };

    private async Task<LaterAnswer> Done(
        Command.OfDigests command,
        Asker asker,
        PlaceId channel,
        DeliveryId delivery,
        CancellationToken cancellation
    )
    {
        var reply = await desk.Do(command, new DigestAsker(asker.Community, channel, asker.User, delivery), names.Typed, cancellation);
        return new LaterAnswer(Renderer.Render(reply));
    }
}
