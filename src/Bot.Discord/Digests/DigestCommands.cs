using Bot.Core.Communities;
using Bot.Core.Conversation;
using Bot.Core.Delivery;
using Bot.Core.Digests;
using Bot.Discord.Interactions;
using Bot.Discord.Moderating;
using Bot.Discord.Rendering;
using Bot.Discord.Wire;

namespace Bot.Discord.Digests;

/// <summary>What is asked about digests in a server.</summary>
/// <param name="replace">Null where the service has no token, so that nothing can be posted or answered later.</param>
internal sealed class DigestCommands(DigestDesk desk, GuildModerators moderators, ReplaceAnswer? replace = null)
{
    private const string NoToken = "Digests cannot be posted: the service runs without `Discord:BotToken`. Whoever runs it can set it.";

    /// <summary>Null for what is not about digests, and where there is no server: the desk of all commands says so.</summary>
    public Handled? Asked(Parsed parsed, Interaction interaction, CommunityId community) =>
        parsed is not Parsed.Understood { Command: Command.OfDigests command }
        || community == CommunityId.Base
        || interaction.ChannelId is not { } channel
        || moderators.Of(interaction, community) is not { } by
            ? null
        : replace is null ? Handled.Notice(NoToken)
        : Handled.Later(async cancellation =>
        {
            var asker = new DigestAsker(by, new PlaceId($"{channel}"), new DeliveryId($"{interaction.Id}"));
            return new Finished(Renderer.Render(await desk.Do(command, asker, Naming.Slash, cancellation)));
        });
}
