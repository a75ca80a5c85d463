using Bot.Core.Communities;
using Bot.Core.Conversation.Settings;
using Bot.Core.Journal;
using Bot.Core.Moderation;

namespace Bot.Slack.Moderating;

/// <summary>Who was chosen to moderate a workspace's facts: user groups by their ids, and people by their keys, so that the record names nobody and who is forgotten moderates no more.</summary>
internal sealed class ChosenModerators(Shelf shelf, IPeople people)
{
    public async Task<Chosen> Of(CommunityId community, CancellationToken cancellation)
    {
        var all = All(community).ToLookup(IsGroup);
        return new Chosen(await people.Users(community, all[false].Select(id => new PersonKey(id)), cancellation), [.. all[true]]);
    }

    /// <summary>These people in place of others; groups stay.</summary>
    public async Task<Change> WithPeople(CommunityId community, IEnumerable<UserId> users, CancellationToken cancellation)
    {
        var keys = await people.Keys(community, users, cancellation);
        return SettingsMenus.ModeratedBy(All(community).Where(IsGroup).Concat(keys.Select(key => key.Value)));
    }

    /// <summary>These groups in place of others; people stay.</summary>
    public Change WithGroups(CommunityId community, IEnumerable<string> groups) =>
        SettingsMenus.ModeratedBy(All(community).Where(id => !IsGroup(id)).Concat(groups.Where(IsGroup)));

    private IReadOnlyList<string> All(CommunityId community) => shelf.Settings(community).Moderators?.All ?? [];

    /// <summary>A user group's id (<see href="https://docs.slack.dev/reference/objects/usergroup-object"/>). Keys begin otherwise.</summary>
    private static bool IsGroup(string id) => id.StartsWith('S') && id.All(char.IsAsciiLetterOrDigit);
}

/// <param name="Groups">By their ids.</param>
internal sealed record Chosen(IReadOnlyList<UserId> People, IReadOnlyList<string> Groups);
