using Bot.Core.Communities;
using Bot.Core.Conversation.Settings;
using Bot.Core.Journal;
using Bot.Core.Moderation;
using Bot.Slack.Api;
using Bot.Slack.Moderating;
using Bot.Slack.Rendering;
using Bot.Slack.Wire;
using Bot.Wire;

namespace Bot.Slack.Settings;

/// <summary>The menus for who moderates beside admins and owners: people, and user groups where the workspace has any.</summary>
/// <param name="api">Null where the service has no token, so that nobody lists the groups.</param>
internal sealed class ModeratorMenus(Shelf shelf, IPeople people, ISlackApi? api = null)
{
    private const int MostPeople = 50;

    private static readonly ModeratorMenu People = new("1:set:people", MostPeople, id => !ChosenModerators.IsGroup(id));
    private static readonly ModeratorMenu Groups = new("1:set:groups", Limits.Options, ChosenModerators.IsGroup);

    public static bool IsOne(string id) => People.IsOne(id) || Groups.IsOne(id);

    public async Task<IReadOnlyList<ActionRow>> Of(CommunityId community, CancellationToken cancellation)
    {
        var chosen = shelf.Settings(community).Moderators ?? default;
        var users = await people.Users(community, People.Shown(chosen).Select(key => new PersonKey(key)), cancellation);
        var row = new ActionRow([
            new PeopleSelect(People.Id(chosen), new PlainWords(SettingsText.Moderators))
            {
                InitialUsers = users.Count > 0 ? [.. users.Select(user => user.Value)] : null,
                MaxSelectedItems = MostPeople,
            },
        ]);
        return
            api is not null
            && await api.Groups(community, cancellation) is Outcome<IReadOnlyList<UserGroup>>.Done { Value: var listed }
            && Row(listed, chosen) is { } groups
            ? [row, groups]
            : [row];
    }

    /// <summary>What a choice asks to be changed; null for what is no choice.</summary>
    public async Task<Change?> Wanted(ChosenAction chosen, CommunityId community, CancellationToken cancellation) =>
        chosen switch
        {
            { ActionId: var menu, SelectedUsers: { } users } when People.IsOne(menu) => People.Wanted(
                menu,
                await Keys(users, community, cancellation),
                shelf,
                community
            ),
            { ActionId: var menu, SelectedOptions: { } groups } when Groups.IsOne(menu) => Groups.Wanted(
                menu,
                [.. groups.Select(group => group.Value)],
                shelf,
                community
            ),
            _ => null,
        };

    private async Task<IReadOnlyCollection<string>> Keys(
        IEnumerable<string> users,
        CommunityId community,
        CancellationToken cancellation
    ) => [.. (await people.Keys(community, users.Select(user => new UserId(user)), cancellation)).Select(key => key.Value)];

    /// <summary>Those that were chosen come first, listed or not: what is on no menu would be chosen no more with the next choice.</summary>
    /// <returns>Null where there is no group.</returns>
    private static ActionRow? Row(IReadOnlyList<UserGroup> listed, ModeratorRoles chosen)
    {
        var names = listed.ToDictionary(group => group.Id, group => group.Name);
        var shown = Groups.Shown(chosen).Select(id => Rows.Option(names.GetValueOrDefault(id) ?? SettingsText.NotListed(id), id)).ToList();
        var others = listed.Where(group => !Groups.Shown(chosen).Contains(group.Id)).Select(group => Rows.Option(group.Name, group.Id));
        return (List<Option>)[.. shown, .. others.Take(Limits.Options - shown.Count)] is { Count: > 0 } options
            ? new ActionRow([
                new MultiSelect(Groups.Id(chosen), new PlainWords(SettingsText.ModeratorGroups), options)
                {
                    InitialOptions = shown.Count > 0 ? shown : null,
                },
            ])
            : null;
    }
}
