using System.Collections.Concurrent;
using Bot.Core.Communities;
using Bot.Core.Conversation;
using Bot.Core.Delivery;
using Bot.Core.Journal;
using Bot.Core.Moderation;
using Bot.Discord.Interactions;
using Bot.Discord.Rendering;
using Bot.Discord.Wire;
using Change = Bot.Core.Moderation.Change;

namespace Bot.Discord.Settings;

/// <summary>How a server is set up, on one card: everybody may read it, and who may manage the server chooses on it.</summary>
/// <param name="replace">Null where the service has no token, so that nothing can be answered later.</param>
internal sealed class SettingsCard(Desk desk, Shelf shelf, Changes changes, IPeople people, ReplaceAnswer? replace = null)
{
    private readonly ConcurrentDictionary<CommunityId, bool> told = new();

    /// <summary>The menus below the reply; none for who may not choose, and below any other reply.</summary>
    public IReadOnlyList<ActionRow> Below(Parsed parsed, Interaction interaction, CommunityId community) =>
        parsed is Parsed.Understood { Command: Command.ShowSettings } && MayChoose(interaction) ? Menus(interaction, community) : [];

    /// <summary>Once a start: that nothing is set up yet, to who may do so. Null for everybody else.</summary>
    public Hint? Introduction(Parsed parsed, Interaction interaction, CommunityId community) =>
        parsed is Parsed.Understood { Command: not Command.ShowSettings }
        && MayChoose(interaction)
        && shelf.Settings(community) == CommunitySettings.Default
        && told.TryAdd(community, true)
            ? new Hint(SettingsText.NotSetUp)
            : null;

    /// <summary>What was chosen on a menu of the card; null for what is none of its menus.</summary>
    public Handled? Chosen(InteractionData data, Interaction interaction, CommunityId community) =>
        data.CustomId is not (SettingsMenus.Story or SettingsMenus.Sharing) ? null
        : !MayChoose(interaction) || interaction.By is not { } by ? Handled.Notice(SettingsText.NotAllowed)
        : replace is null ? Handled.Notice(SettingsText.NoToken)
        : data is not { Values: [var value] } || Wanted(data.CustomId, value, interaction, community) is not { } wanted
            ? Handled.Notice(SettingsText.NotAChoice)
        : Handled.Later(async cancellation => await Settle(wanted, by, interaction, community, cancellation));

    private async Task<Finished?> Settle(
        Change wanted,
        User by,
        Interaction interaction,
        CommunityId community,
        CancellationToken cancellation
    )
    {
        var outcome = await changes.Make(
            new ChangeRequest
            {
                Community = community,
                Story = shelf.Story(shelf.Now, community)!.Story.Slug,
                By = await people.Key(community, new UserId($"{by.Id}"), cancellation),
                Command = new CommandId($"discord {interaction.Id}"),
                Reason = "",
                Change = wanted,
            },
            cancellation
        );
        if (outcome is ChangeOutcome.Refused refused)
        {
            return Finished.Notice(string.Join(' ', refused.Problems.Select(problem => DiscordText.Escape(problem.Sentence))));
        }

        var message = Renderer.Render(desk.Handle(new Command.ShowSettings(), story: null, community));
        return new Finished(
            message with
            {
                Content = $"{SettingsText.Done} {message.Content}",
                Components = Menus(interaction, community),
            }
        );
    }

    private IReadOnlyList<ActionRow> Menus(Interaction interaction, CommunityId community)
    {
        var state = shelf.Now;
        return interaction.ChannelId is { } channel && shelf.Story(state, community) is { } followed
            ? SettingsMenus.Of(shelf.Settings(community), new PlaceId($"{channel}"), followed, shelf.Stories(state, community))
            : [];
    }

    private Change? Wanted(string menu, string value, Interaction interaction, CommunityId community)
    {
        var channel = new PlaceId($"{interaction.ChannelId}");
        return (menu, value) switch
        {
            (SettingsMenus.Story, _) when shelf.Story(shelf.Now, community, value) is { } story => new Change.Follow(story.Story.Slug),
            (SettingsMenus.Sharing, SettingsMenus.Everywhere) => new Change.ShareIn(null),
            (SettingsMenus.Sharing, SettingsMenus.Nowhere) => new Change.ShareIn(SharingPlaces.Nowhere),
            (SettingsMenus.Sharing, SettingsMenus.Here) => new Change.ShareIn(SharingPlaces.In([channel])),
            (SettingsMenus.Sharing, SettingsMenus.HereToo) => new Change.ShareIn(
                SharingPlaces.In([.. shelf.Settings(community).Sharing?.Places ?? [], channel])
            ),
            _ => null,
        };
    }

    /// <summary>Looked at again at every choice: who was allowed may not be any more.</summary>
    private static bool MayChoose(Interaction interaction) =>
        interaction is { Installed: not null, Member.Permissions: var held } && Permissions.Of(held).Has(Permissions.ManageGuild);
}
