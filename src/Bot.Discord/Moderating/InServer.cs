using Bot.Discord.Doctor;
using Bot.Discord.Posts;
using Bot.Discord.Wire;
using Bot.Wire;

namespace Bot.Discord.Moderating;

/// <summary>What somebody may do in a server by their roles, whatever a channel says.</summary>
internal sealed record InServer(Permissions Held, GuildMember Member)
{
    /// <returns>Refused with 404 for who is not in it.</returns>
    public static async Task<Outcome<InServer>> Look(IMessageApi api, Snowflake guild, Snowflake person, CancellationToken cancellation)
    {
        var asked = await api.Member(guild, person, cancellation);
        if (asked is not Outcome<GuildMember>.Done { Value: var member })
        {
            return asked.Failed<InServer>();
        }

        return (await api.Guild(guild, cancellation)).Then<InServer>(there => new Outcome<InServer>.Done(
            new InServer(ChannelPermissions.InServer(there, there.Roles ?? [], person, member.Roles), member)
        ));
    }
}
