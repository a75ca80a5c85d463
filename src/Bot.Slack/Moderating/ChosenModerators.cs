using Bot.Core.Communities;
using Bot.Core.Journal;

namespace Bot.Slack.Moderating;

/// <summary>Who was chosen to moderate a workspace's facts: user groups by their ids, and people by their keys, so that the record names nobody and who is forgotten moderates no more.</summary>
internal sealed class ChosenModerators(Shelf shelf, IPeople people)
{
    public async Task<Chosen> Of(CommunityId community, CancellationToken cancellation)
    {
        var all = (shelf.Settings(community).Moderators ?? default).All.ToLookup(IsGroup);
        return new Chosen(await people.Users(community, all[false].Select(id => new PersonKey(id)), cancellation), [.. all[true]]);
    }

    /// <summary>A user group's id (<see href="https://docs.slack.dev/reference/objects/usergroup-object"/>). Keys begin otherwise.</summary>
    public static bool IsGroup(string id) => id.StartsWith('S') && id.All(char.IsAsciiLetterOrDigit);
}

/// <param name="Groups">By their ids.</param>
internal sealed record Chosen(IReadOnlyList<UserId> People, IReadOnlyList<string> Groups);
