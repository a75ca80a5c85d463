using Bot.Core.Communities;

namespace Bot.Slack;

/// <summary>A workspace as a community: <c>slack:TEAM</c>.</summary>
internal static class SlackCommunity
{
    private const string Prefix = "slack:";

    /// <param name="team">Null where there is none: what is said there is of the base.</param>
    public static CommunityId Of(string? team) => team is { } there ? new CommunityId($"{Prefix}{there}") : CommunityId.Base;

    /// <summary>The workspace of a community; null for one of another platform.</summary>
    public static string? Team(CommunityId community) =>
        community.Value.StartsWith(Prefix, StringComparison.Ordinal) ? community.Value[Prefix.Length..] : null;
}
