using Bot.Core.Communities;
using Bot.Core.Moderation;
using Bot.Discord.Posts;
using Bot.Discord.Wire;
using Bot.Wire;

namespace Bot.Discord.Moderating;

/// <summary>Who moderates a server's facts, asked of Discord: by the roles of the server, since nobody is in a channel. Who may only read there for a while does nothing here either.</summary>
internal sealed class AskedModerators(IMessageApi api, GuildModerators moderators, StandingIn standingIn, TimeProvider time) : IModerators
{
    public bool Serves(CommunityId community) => GuildCommunity.Guild(community) is not null;

    public async ValueTask<Standing> Ask(CommunityId community, UserId user, CancellationToken cancellation) =>
        GuildCommunity.Guild(community) is { } guild && Snowflake.TryParse(user.Value) is { } person
            ? await InServer.Look(api, guild, person, cancellation) switch
            {
                Outcome<InServer>.Done { Value: var there } when IsSilenced(there) => new Standing.Member(StandingWords.OnlyReads),
                Outcome<InServer>.Done { Value: var there } => await standingIn.Of(Told(there, community), community, user, cancellation),
                Outcome<InServer>.NotDone { Why: Failure.Refused { Status: 404 } } => new Standing.Member(StandingWords.NotThere),
                Outcome<InServer>.NotDone { Why: var why } => new Standing.Unknown(why.Sentence),
                _ => throw new System.Diagnostics.UnreachableException(),
            }
            : new Standing.Member(StandingWords.NotThere);

    private bool IsSilenced(InServer there) =>
        !there.Held.IsAdministrator && there.Member.CommunicationDisabledUntil is { } until && until > time.GetUtcNow();

    private Standing Told(InServer there, CommunityId community) =>
        moderators.Standing(there.Held, there.Member.Roles, community) switch
        {
            Standing.Member member => new Standing.Member($"{member.Why} {StandingWords.ByRoles}"),
            var told => told,
        };
}
