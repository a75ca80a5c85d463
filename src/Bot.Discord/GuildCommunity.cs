using Bot.Core.Communities;
using Bot.Discord.Wire;

namespace Bot.Discord;

/// <summary>A guild as a community: <c>discord:GUILD</c>.</summary>
internal static class GuildCommunity
{
    private const string Prefix = "discord:";

    /// <param name="guild">Null where there is none: what is said there is of the base.</param>
    public static CommunityId Of(Snowflake? guild) => guild is { } there ? new CommunityId($"{Prefix}{there}") : CommunityId.Base;

    /// <summary>The guild of a community; null for one of another platform.</summary>
    public static Snowflake? Guild(CommunityId community) =>
        community.Value.StartsWith(Prefix, StringComparison.Ordinal) ? Snowflake.TryParse(community.Value[Prefix.Length..]) : null;
}
