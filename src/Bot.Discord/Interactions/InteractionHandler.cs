using Bot.Core.Communities;
using Bot.Core.Conversation;
using Bot.Core.Conversation.Buttons;
using Bot.Core.Conversation.Moderating;
using Bot.Core.Conversation.Wording;
using Bot.Core.Journal;
using Bot.Discord.Digests;
using Bot.Discord.Moderating;
using Bot.Discord.Pictures;
using Bot.Discord.Rendering;
using Bot.Discord.Settings;
using Bot.Discord.Sharing;
using Bot.Discord.Wire;

namespace Bot.Discord.Interactions;

/// <summary>From a verified interaction to its answer. A look-up is ready in far less than the three seconds there are, and answered at once; what takes longer is acknowledged first.</summary>
/// <param name="digests">Null where there are none: the desk of all commands says so.</param>
internal sealed class InteractionHandler(
    Answering answering,
    Shelf shelf,
    ButtonIds buttons,
    ShareButtons sharing,
    WatchButtons watching,
    PictureButton pictures,
    SettingsCard settings,
    ModeratorAnswers moderating,
    DigestCommands? digests = null
)
{
    /// <summary>Null for an interaction of a kind that is not answered here.</summary>
    public async ValueTask<Handled?> Answer(Interaction interaction) =>
        interaction switch
        {
            { Type: Interaction.Ping } => new Handled(InteractionResponse.Pong),
            { Type: Interaction.Command, Data: { Type: ApplicationCommand.Message } data }
                when MenuReader.Entry(data) is { OfPosts: true } => await moderating.Report(data, interaction, Community(interaction)),
            { Type: Interaction.Command, Data: { Type: ApplicationCommand.Message } data } => await Say(MenuReader.Read(data), interaction),
            { Type: Interaction.Command, Data: { } data } => await Say(CommandReader.Parse(CommandReader.Read(data)), interaction),
            { Type: Interaction.Component, Data: { } data } => await Press(data, interaction),
            { Type: Interaction.Submit, Data: { } data } => await Submit(data, interaction),
            { Type: Interaction.Autocomplete, Data: { } data } => new Handled(
                InteractionResponse.Suggest(await Suggest(data, interaction))
            ),
            _ => null,
        };

    /// <summary>What is said where answering failed; the reference stands in the log too.</summary>
    public static Handled? Failed(Interaction interaction, string reference) =>
        interaction.Type switch
        {
            Interaction.Autocomplete => new Handled(InteractionResponse.Suggest([])),
            Interaction.Command or Interaction.Component or Interaction.Submit => Handled.Notice(FaultWords.Of(reference)),
            _ => null,
        };

    private async ValueTask<Handled> Say(Parsed parsed, Interaction interaction)
    {
        var community = Community(interaction);
        if (parsed is Parsed.Understood { Command: Command.ByCaller command })
        {
            return await moderating.Say(command, interaction, community);
        }

        if (digests is not null && await digests.Asked(parsed, interaction, community) is { } asked)
        {
            return asked;
        }

        var (reply, story) = answering.To(parsed, community, asker: interaction.By is { } by ? new UserId($"{by.Id}") : null);
        ReplyButton?[] more =
        [
            pictures.Offer(parsed, reply),
            sharing.Offer(reply, story, interaction, community),
            watching.Offer(reply, story, community),
        ];
        var beside = await settings.Beside(parsed, interaction, community);
        var shown = beside.Count > 0 ? reply with { Parts = [.. reply.Parts, .. beside] } : reply;
        var message = Renderer.Render(shown, [.. more.OfType<ReplyButton>()]);
        return new Handled(
            InteractionResponse.Privately(
                message with
                {
                    Components = [.. message.Components, .. settings.Below(parsed, interaction, community)],
                }
            )
        );
    }

    private async ValueTask<Handled> Submit(InteractionData data, Interaction interaction)
    {
        var community = Community(interaction);
        return settings.Sent(data, interaction, community)
            ?? (digests is null ? null : await digests.Sent(data, interaction, community))
            ?? await moderating.Submit(data, interaction, community);
    }

    private async ValueTask<Handled> Press(InteractionData data, Interaction interaction)
    {
        var community = Community(interaction);
        if (await settings.Chosen(data, interaction, community) is { } chosen)
        {
            return chosen;
        }

        return buttons.Read(data.CustomId, community) switch
        {
            Pressed.Say say => await Say(Grammar.Parse(say.Line), interaction),
            Pressed.Plan plan => await Say(new Parsed.Understood(plan.Form), interaction),
            Pressed.Draw drawn => pictures.Draw(drawn, community),
            Pressed.Share share => sharing.Share(share, interaction, community),
            Pressed.Watch watch => watching.Add(watch, interaction, community),
            Pressed.Remove remove => sharing.Remove(remove, interaction, community),
            Pressed.Dead dead => Handled.Notice(dead.Sentence),
            _ => throw new System.Diagnostics.UnreachableException(),
        };
    }

    private async ValueTask<List<Choice>> Suggest(InteractionData data, Interaction interaction)
    {
        var sent = CommandReader.Read(data);
        if (sent.Focused is not { } option || shelf.Story(shelf.Now, Community(interaction)) is not { } story)
        {
            return [];
        }

        return
        [
            .. Completion
                .Suggest($"/{sent.Path} {option}:{sent.Values[option]}", story, await Choosing(sent.Path, interaction))
                .Where(suggestion => suggestion.Label.Length <= Limits.Choice && suggestion.Value.Length <= Limits.Choice)
                .DistinctBy(suggestion => suggestion.Label)
                .Take(Limits.Choices)
                .Select(suggestion => new Choice(DiscordText.Plain(suggestion.Label), suggestion.Value)),
        ];
    }

    /// <summary>Looked at only where there are facts or items to choose from.</summary>
    private async ValueTask<Choosing?> Choosing(string path, Interaction interaction) =>
        Catalogue.Find(path)?.Options.Any(option => option.Kind is OptionKind.Fact or OptionKind.Item) == true
            ? await moderating.Choose(path, interaction, Community(interaction))
            : null;

    /// <summary>The guild that installed the bot; nobody where only a person did, or in a direct message.</summary>
    private static CommunityId Community(Interaction interaction) => GuildCommunity.Of(interaction.Installed);
}
