using Bot.Core.Communities;
using Bot.Core.Conversation;
using Bot.Core.Conversation.Forms;
using Bot.Core.Delivery;
using Bot.Core.Digests;
using Bot.Discord.Interactions;
using Bot.Discord.Moderating;
using Bot.Discord.Pictures;
using Bot.Discord.Rendering;
using Bot.Discord.Wire;

namespace Bot.Discord.Digests;

/// <summary>What is asked about digests in a server.</summary>
/// <param name="replace">Null where the service has no token, so that nothing can be posted or answered later.</param>
internal sealed class DigestCommands(DigestDesk desk, GuildModerators moderators, ReplaceAnswer? replace = null)
{
    private const string NoToken = "Digests cannot be posted: the service runs without `Discord:BotToken`. Whoever runs it can set it.";

    /// <summary>Null for what is not about digests, and where there is no server: the desk of all commands says so.</summary>
    public async ValueTask<Handled?> Asked(Parsed parsed, Interaction interaction, CommunityId community) =>
        parsed is not Parsed.Understood { Command: Command.OfDigests command } || await Asker(interaction, community) is not { } asker
            ? null
        : replace is null ? Handled.Notice(NoToken)
        : command is Command.PlanDigest ? First((await desk.Do(command, asker, Naming.Slash, CancellationToken.None)).Reply)
        : Handled.Later(async cancellation => Shown(await desk.Do(command, asker, Naming.Slash, cancellation)));

    /// <summary>Null for a form that is not about digests.</summary>
    public async ValueTask<Handled?> Sent(InteractionData data, Interaction interaction, CommunityId community) =>
        interaction.By is not { } by
        || !desk.IsFor(data.CustomId, community, new UserId($"{by.Id}"))
        || await Asker(interaction, community) is not { } asker
            ? null
        : replace is null ? Handled.Notice(NoToken)
        : Handled.Later(async cancellation =>
            Shown(await desk.Submit(data.CustomId, FormReader.Values(data), asker, Naming.Slash, cancellation))
        );

    /// <summary>Null where there is no channel of a server.</summary>
    private async ValueTask<DigestAsker?> Asker(Interaction interaction, CommunityId community) =>
        community != CommunityId.Base && interaction.ChannelId is { } channel && await moderators.Of(interaction, community) is { } by
            ? new DigestAsker(by, new PlaceId($"{channel}"), new DeliveryId($"{interaction.Id}"))
            : null;

    /// <summary>A form is the first answer or none.</summary>
    private static Handled First(Reply reply) =>
        new(reply is Form form ? Modals.Of(form) : InteractionResponse.Privately(Renderer.Render(reply)));

    private static Finished Shown(DigestSaid said) =>
        new(Renderer.Render(said.Reply, said.Again is { } again ? [again] : []), said.Picture is { } picture ? [Uploads.Of(picture)] : []);
}
