using Bot.Core.Communities;
using Bot.Core.Delivery;
using Bot.Discord.Doctor;
using Bot.Discord.Moderating;
using Bot.Discord.Wire;
using Bot.Wire;

namespace Bot.Discord.Posts;

/// <content>Who is in a server, and who reads along in its channels.</content>
internal sealed partial class DiscordPlatform
{
    /// <remarks>As somebody sees it who has no role but everybody's.</remarks>
    public async Task<bool> IsForAll(CommunityId community, PlaceId place, CancellationToken cancellation) =>
        Snowflake.TryParse(place.Value) is { } id
        && GuildCommunity.Guild(community) is { } guild
        && await api.Channel(id, cancellation) is Outcome<Channel>.Done { Value: { ThreadMetadata: null } channel }
        && await api.Guild(guild, cancellation) is Outcome<Guild>.Done { Value: { Roles: { } roles } there }
        && ChannelPermissions.Of(there, roles, default, [], channel.PermissionOverwrites ?? []).Has(Permissions.ViewChannel);

    public async Task<IReadOnlyList<NamedUser>> People(CommunityId community, string typed, CancellationToken cancellation) =>
        GuildCommunity.Guild(community) is { } guild
        && await api.Search(guild, typed, cancellation) is Outcome<IReadOnlyList<GuildMember>>.Done { Value: var found }
            ?
            [
                .. from member in found
                let user = member.User
                where user is { Bot: false }
                select new NamedUser(new UserId($"{user.Id}"), member.Nick ?? user.GlobalName ?? user.Username ?? $"{user.Id}"),
            ]
            : [];

    /// <remarks>By the roles of the server, whatever a channel says.</remarks>
    public async Task<Belonging?> Belongs(CommunityId community, UserId user, CancellationToken cancellation)
    {
        if (GuildCommunity.Guild(community) is not { } guild)
        {
            return null;
        }

        if (Snowflake.TryParse(user.Value) is not { } person)
        {
            return Belonging.Stranger;
        }

        return await InServer.Look(api, guild, person, cancellation) switch
        {
            Outcome<InServer>.Done { Value: var there } => there.Held.Has(Permissions.ManageGuild) ? Belonging.Manager : Belonging.Member,
            Outcome<InServer>.NotDone { Why: Failure.Refused { Status: 404 } } => Belonging.Stranger,
            _ => null,
        };
    }
}
