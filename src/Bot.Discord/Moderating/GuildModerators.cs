using Bot.Core.Communities;
using Bot.Core.Journal;
using Bot.Core.Moderation;
using Bot.Discord.Wire;

namespace Bot.Discord.Moderating;

/// <summary>
/// Who moderates a server's facts, by what Discord says with each interaction: whoever may manage the server; beside them who has a role that was chosen, or, where none
/// was, who may manage messages. Who does not may stand in for a second moderator.
/// </summary>
internal sealed class GuildModerators(Shelf shelf, StandingIn standingIn)
{
    /// <summary>Null for what nobody did.</summary>
    public async ValueTask<Caller?> Of(Interaction interaction, CommunityId community) =>
        Told(interaction, community) is not { } told ? null
        : interaction.Member is null ? told
        : told with { Standing = await standingIn.Of(told.Standing, community, told.User, CancellationToken.None) };

    /// <summary>As far as Discord tells: who stands in for a second moderator is a member. No store is read.</summary>
    /// <inheritdoc cref="Of"/>
    public Caller? Told(Interaction interaction, CommunityId community) =>
        interaction.By is { } by ? new Caller(community, new UserId($"{by.Id}"), Standing(interaction, community)) : null;

    private Standing Standing(Interaction interaction, CommunityId community)
    {
        if (interaction is not { Installed: not null, Member: { } member })
        {
            return interaction is { GuildId: not null, Member: null }
                ? new Standing.Unknown(StandingWords.NotTold)
                : new Standing.Member(StandingWords.NotInServer);
        }

        return member.Permissions is { } told && Permissions.TryParse(told) is { } held
            ? Standing(held, member.Roles, community)
            : new Standing.Unknown(StandingWords.NotTold);
    }

    /// <param name="has">Their roles; null where Discord did not say.</param>
    public Standing Standing(Permissions held, IReadOnlyCollection<Snowflake>? has, CommunityId community)
    {
        var roles = shelf.Settings(community).Moderators?.All ?? [];
        return held.Has(Permissions.ManageGuild) || (roles.Count == 0 && held.Has(Permissions.ManageMessages)) ? new Standing.Moderator()
            : roles.Count == 0 ? new Standing.Member(StandingWords.NeedsPermission)
            : has is null ? new Standing.Unknown(StandingWords.NotTold)
            : has.Any(role => roles.Contains($"{role}")) ? new Standing.Moderator()
            : new Standing.Member(StandingWords.NeedsRole(roles.Count));
    }
}

/// <summary>What it takes to moderate, a sentence each.</summary>
internal static class StandingWords
{
    public const string NotTold =
        "Discord did not say what you may do in this server. Try again; if it stays so, tell whoever runs this service.";
    public const string NotInServer = "Facts are changed only in a server that added me.";
    public const string NeedsPermission =
        "Here it takes the permission to manage messages (Manage Messages) or the server (Manage Server).";

    public const string NotThere = "Discord does not know you in that server any more.";
    public const string OnlyReads = "You may only read in that server for a while.";
    public const string ByRoles = "At the desk it is what your roles allow in the whole server that counts, and not what a channel does.";

    public static string NeedsRole(int roles) =>
        $"Here it takes {(roles == 1 ? "the role that was" : "one of the roles that were")} chosen in /settings, or the permission to manage the server (Manage Server).";
}
