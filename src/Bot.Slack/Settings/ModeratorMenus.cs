using Bot.Core.Communities;
using Bot.Core.Moderation;
using Bot.Slack.Api;
using Bot.Slack.Moderating;
using Bot.Slack.Rendering;
using Bot.Slack.Wire;
using Bot.Wire;

namespace Bot.Slack.Settings;

/// <summary>The menus for who moderates beside admins and owners: people, and user groups where the workspace has any.</summary>
/// <param name="api">Null where the service has no token, so that nobody lists the groups.</param>
internal sealed class ModeratorMenus(ChosenModerators moderators, ISlackApi? api = null)
{
    private const int MostPeople = 50;
    private const string People = "1:set:people";
    private const string Groups = "1:set:groups";

    public static bool IsOne(string id) => id is People or Groups;

    public async Task<IReadOnlyList<ActionRow>> Of(CommunityId community, CancellationToken cancellation)
    {
        var chosen = await moderators.Of(community, cancellation);
        var people = new ActionRow([
            new PeopleSelect(People, new PlainWords(SettingsText.Moderators))
            {
                InitialUsers = chosen.People.Count > 0 ? [.. chosen.People.Select(user => user.Value)] : null,
                MaxSelectedItems = MostPeople,
            },
        ]);
        return
            api is not null
            && await api.Groups(community, cancellation) is Outcome<IReadOnlyList<UserGroup>>.Done { Value: { Count: > 0 } groups }
            ? [people, Row(groups, chosen.Groups)]
            : [people];
    }

    /// <summary>What a choice asks to be changed; null for what is no choice.</summary>
    public async Task<Change?> Wanted(ChosenAction chosen, CommunityId community, CancellationToken cancellation) =>
        chosen switch
        {
            { ActionId: People, SelectedUsers: { } users } => await moderators.WithPeople(
                community,
                users.Select(user => new UserId(user)),
                cancellation
            ),
            { ActionId: Groups, SelectedOptions: { } groups } => moderators.WithGroups(community, groups.Select(group => group.Value)),
            _ => null,
        };

    private static ActionRow Row(IReadOnlyList<UserGroup> groups, IReadOnlyList<string> chosen)
    {
        var options = groups.Take(Limits.Options).Select(group => Rows.Option(group.Name, group.Id)).ToList();
        return new ActionRow([
            new MultiSelect(Groups, new PlainWords(SettingsText.ModeratorGroups), options)
            {
                InitialOptions = options.Where(option => chosen.Contains(option.Value)).ToList() is { Count: > 0 } initial ? initial : null,
            },
        ]);
    }
}
