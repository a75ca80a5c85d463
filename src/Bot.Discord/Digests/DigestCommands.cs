using Bot.Core.Communities;
using Bot.Core.Conversation;
using Bot.Core.Delivery;
using Bot.Core.Digests;
using Bot.Discord.Interactions;
using Bot.Discord.Rendering;
using Bot.Discord.Wire;

namespace Bot.Discord.Digests;

/// <summary>What is asked about digests in a server. What others shall see there is for who may manage messages in that channel.</summary>
/// <param name="replace">Null where the service has no token, so that nothing can be posted or answered later.</param>
internal sealed class DigestCommands(DigestDesk desk, ReplaceAnswer? replace = null)
{
    private const string NotAllowed = "Only who may manage messages in this channel (Manage Messages) can do this. Nothing was changed.";
    private const string NoToken = "Digests cannot be posted: the service runs without `Discord:BotToken`. Whoever runs it can set it.";

    /// <summary>Null for what is not about digests, and where there is no server: the desk of all commands says so.</summary>
    public Handled? Asked(Parsed parsed, Interaction interaction, CommunityId community) =>
        parsed is not Parsed.Understood { Command: Command.OfDigests command }
        || community == CommunityId.Base
        || interaction is not { By: { } by, ChannelId: { } channel }
            ? null
        : command is not Command.WhyDigest && !IsModerator(interaction) ? Handled.Notice(NotAllowed)
        : replace is null ? Handled.Notice(NoToken)
        : Handled.Later(async cancellation =>
        {
            var asker = new DigestAsker(community, new PlaceId($"{channel}"), new UserId($"{by.Id}"), new DeliveryId($"{interaction.Id}"));
            return new Finished(Renderer.Render(await desk.Do(command, asker, Naming.Slash, cancellation)));
        });

    /// <summary>Looked at each time: the permission that a command is offered by can be given to others, and taken away.</summary>
    private static bool IsModerator(Interaction interaction) =>
        interaction.Member is { Permissions: var held } && Permissions.Of(held).Has(Permissions.ManageMessages);
}
