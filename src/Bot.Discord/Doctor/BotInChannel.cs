using Bot.Discord.Posts;
using Bot.Discord.Wire;
using Bot.Wire;

namespace Bot.Discord.Doctor;

/// <summary>Who the bot is, and what it may do in a channel or thread.</summary>
internal sealed record BotInChannel(Channel Channel, Snowflake Bot, Permissions Allowed)
{
    public static async Task<Outcome<BotInChannel>> Look(IMessageApi api, Snowflake id, CancellationToken cancellation)
    {
        var (channel, me) = (await api.Channel(id, cancellation), await api.Me(cancellation));
        if (channel is not Outcome<Channel>.Done { Value: var there })
        {
            return channel.Failed<BotInChannel>();
        }

        if (me is not Outcome<BotUser>.Done { Value.Id: var bot })
        {
            return me.Failed<BotInChannel>();
        }

        if (there.GuildId is not { } guildId)
        {
            return new Outcome<BotInChannel>.Done(new BotInChannel(there, bot, Permissions.All));
        }

        var overwrites = there.PermissionOverwrites ?? [];
        if (there is { ThreadMetadata: not null, ParentId: { } parentId })
        {
            var parent = await api.Channel(parentId, cancellation);
            if (parent is not Outcome<Channel>.Done { Value: var around })
            {
                return parent.Failed<BotInChannel>();
            }

            overwrites = around.PermissionOverwrites ?? [];
        }

        var (guild, roles, member) = (
            await api.Guild(guildId, cancellation),
            await api.Roles(guildId, cancellation),
            await api.Member(guildId, bot, cancellation)
        );
        return (guild, roles, member) switch
        {
            (
                Outcome<Guild>.Done { Value: var g },
                Outcome<IReadOnlyList<Role>>.Done { Value: var r },
                Outcome<GuildMember>.Done { Value: var m }
            ) => new Outcome<BotInChannel>.Done(new BotInChannel(there, bot, ChannelPermissions.Of(g, r, bot, m.Roles, overwrites))),
            (Outcome<Guild>.NotDone, _, _) => guild.Failed<BotInChannel>(),
            (_, Outcome<IReadOnlyList<Role>>.NotDone, _) => roles.Failed<BotInChannel>(),
            _ => member.Failed<BotInChannel>(),
        };
    }
}
