using System.Collections.Concurrent;
using Bot.Core.Communities;
using Bot.Core.Conversation;
using Bot.Core.Conversation.Settings;
using Bot.Core.Delivery;
using Bot.Core.Journal;
using Bot.Discord.Interactions;
using Bot.Discord.Rendering;
using Bot.Discord.Wire;
using Change = Bot.Core.Moderation.Change;

namespace Bot.Discord.Settings;

/// <summary>How a server is set up, on one card: everybody may read it, and who may manage the server chooses on it.</summary>
/// <param name="replace">Null where the service has no token, so that nothing can be answered later.</param>
internal sealed class SettingsCard(Desk desk, Shelf shelf, SettingsMenus menus, StandInForm standIns, ReplaceAnswer? replace = null)
{
    private static readonly ModeratorMenu Moderators = new("1:set:roles", RoleSelect.Most, role => Snowflake.TryParse(role) is not null);

    private readonly ConcurrentDictionary<CommunityId, bool> told = new();

    /// <summary>The menus below the reply; none for who may not choose, and below any other reply.</summary>
    public IReadOnlyList<ActionRow> Below(Parsed parsed, Interaction interaction, CommunityId community) =>
        parsed is Parsed.Understood { Command: Command.ShowSettings } && MayChoose(interaction) ? Menus(interaction, community) : [];

    /// <summary>What is said beside a reply: on the card who stands in for a second moderator; elsewhere, once a start, that nothing is set up yet, to who may do so.</summary>
    public async ValueTask<IReadOnlyList<Part>> Beside(Parsed parsed, Interaction interaction, CommunityId community) =>
        parsed is Parsed.Understood { Command: Command.ShowSettings } ? await StandIns(community)
        : Introduction(parsed, interaction, community) is { } hint ? [hint]
        : [];

    private Hint? Introduction(Parsed parsed, Interaction interaction, CommunityId community) =>
        parsed is Parsed.Understood { Command: not Command.ShowSettings }
        && MayChoose(interaction)
        && shelf.Settings(community) == CommunitySettings.Default
        && told.TryAdd(community, true)
            ? new Hint(SettingsText.NotSetUp)
            : null;

    /// <summary>What was chosen on a menu of the card; null for what is none of its menus.</summary>
    public async ValueTask<Handled?> Chosen(InteractionData data, Interaction interaction, CommunityId community) =>
        !SettingsMenus.IsOne(data.CustomId) && !Moderators.IsOne(data.CustomId) ? null
        : !MayChoose(interaction) || interaction is not { By: { } by, ChannelId: { } channel } ? Handled.Notice(SettingsText.NotAllowed)
        : replace is null ? Handled.Notice(SettingsText.NoToken)
        : data.Values is [var value] && SettingsMenus.AsksWhoStandsIn(data.CustomId, value)
            ? new Handled(Modals.Of(await standIns.Ask(community, new UserId($"{by.Id}"), CancellationToken.None)))
        : Wanted(data, channel, community) is not { } wanted
            ? Handled.Notice(Moderators.IsOne(data.CustomId) ? SettingsText.TooOld : SettingsText.NotAChoice)
        : Handled.Later(async cancellation =>
            await Shown(
                await menus.Settle(wanted, new UserId($"{by.Id}"), Delivery(interaction), community, cancellation),
                interaction,
                community
            )
        );

    /// <summary>What was filled in on a form of the card; null for what is none of its forms.</summary>
    public Handled? Sent(InteractionData data, Interaction interaction, CommunityId community) =>
        interaction.By is not { } by || !standIns.IsOne(data.CustomId, community, new UserId($"{by.Id}")) ? null
        : !MayChoose(interaction) ? Handled.Notice(SettingsText.NotAllowed)
        : replace is null ? Handled.Notice(SettingsText.NoToken)
        : Handled.Later(async cancellation =>
            await Shown(
                await standIns.Settle(FormReader.Values(data), new UserId($"{by.Id}"), Delivery(interaction), community, cancellation),
                interaction,
                community
            )
        );

    private Change? Wanted(InteractionData data, Snowflake channel, CommunityId community) =>
        data switch
        {
            { CustomId: { } menu, Values: { } roles } when Moderators.IsOne(menu) => Moderators.Wanted(menu, roles, shelf, community),
            { CustomId: { } menu, Values: [var value] } => menus.Wanted(menu, value, new PlaceId($"{channel}"), community),
            _ => null,
        };

    private async Task<Finished?> Shown(Settled settled, Interaction interaction, CommunityId community) =>
        settled switch
        {
            Settled.Refused refused => Finished.Notice(DiscordText.Escape(refused.Why)),
            Settled.Done done => await Card(done.Warning, interaction, community),
            _ => throw new System.Diagnostics.UnreachableException(),
        };

    private async Task<Finished> Card(string warning, Interaction interaction, CommunityId community)
    {
        var reply = desk.Handle(new Command.ShowSettings(), story: null, community);
        var message = Renderer.Render(reply with { Parts = [.. reply.Parts, .. await StandIns(community)] });
        return new Finished(
            message with
            {
                Content = string.Join(' ', new[] { SettingsText.Done, warning, message.Content }.Where(said => said.Length > 0)),
                Components = Menus(interaction, community),
            }
        );
    }

    private IReadOnlyList<ActionRow> Menus(Interaction interaction, CommunityId community) =>
        interaction.ChannelId is { } channel
            ? [.. menus.Of(community, new PlaceId($"{channel}")).Select(Row), Roles(menus.ModeratorsChosen(community))]
            : [];

    private async ValueTask<IReadOnlyList<Part>> StandIns(CommunityId community) =>
        await standIns.Now(community, CancellationToken.None) is { } line ? [line] : [];

    internal static ActionRow Roles(ModeratorRoles chosen) =>
        new([
            new RoleSelect(
                Moderators.Id(chosen),
                SettingsText.Moderators,
                [.. Moderators.Shown(chosen).Select(role => new DefaultRole(role))]
            ),
        ]);

    internal static ActionRow Row(Menu menu) =>
        new([
            new StringSelect(
                menu.Id,
                menu.Placeholder,
                [
                    .. menu
                        .Options.Take(Limits.Choices)
                        .Select(option => new SelectOption(
                            Cutting.Shorten(DiscordText.Plain(option.Label), Limits.Choice),
                            option.Value,
                            option.IsNow
                        )),
                ]
            ),
        ]);

    private static CommandId Delivery(Interaction interaction) => new($"discord {interaction.Id}");

    /// <summary>Looked at again at every choice: who was allowed may not be any more.</summary>
    private static bool MayChoose(Interaction interaction) =>
        interaction is { Installed: not null, Member.Permissions: var held } && Permissions.Of(held).Has(Permissions.ManageGuild);
}
