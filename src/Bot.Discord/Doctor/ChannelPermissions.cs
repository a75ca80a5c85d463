using System.Numerics;
using Bot.Discord.Wire;

namespace Bot.Discord.Doctor;

/// <summary>What a member may do in a channel (<see href="https://discord.com/developers/docs/topics/permissions#permission-overwrites"/>).</summary>
internal static class ChannelPermissions
{
    private const int OfRole = 0;
    private const int OfMember = 1;

    /// <summary>By roles alone.</summary>
    /// <inheritdoc cref="Of"/>
    public static Permissions InServer(Guild guild, IReadOnlyList<Role> roles, Snowflake person, IReadOnlyList<Snowflake> member)
    {
        var held = roles.Where(role => role.Id == guild.Id || member.Contains(role.Id)).ToList();
        var bits = held.Aggregate(BigInteger.Zero, (sum, role) => sum | Permissions.Of(role.Permissions).Bits);
        return guild.OwnerId == person || new Permissions(bits).IsAdministrator ? Permissions.All : new Permissions(bits);
    }

    /// <param name="member">The member, by id and roles.</param>
    /// <param name="overwrites">Of the channel; of a thread those of the channel it is in.</param>
    public static Permissions Of(
        Guild guild,
        IReadOnlyList<Role> roles,
        Snowflake person,
        IReadOnlyList<Snowflake> member,
        IReadOnlyList<Overwrite> overwrites
    )
    {
        var inServer = InServer(guild, roles, person, member);
        if (inServer.IsAdministrator)
        {
            return Permissions.All;
        }

        var bits = Changed(inServer.Bits, overwrites.Where(each => each.Type == OfRole && each.Id == guild.Id));
        bits = Changed(bits, overwrites.Where(each => each.Type == OfRole && member.Contains(each.Id)));
        bits = Changed(bits, overwrites.Where(each => each.Type == OfMember && each.Id == person));
        var all = new Permissions(bits);
        return all.Has(Permissions.ViewChannel) ? all : default;
    }

    /// <summary>What any of them allows is allowed, whatever another denies.</summary>
    private static BigInteger Changed(BigInteger bits, IEnumerable<Overwrite> overwrites)
    {
        var (allowed, denied) = (BigInteger.Zero, BigInteger.Zero);
        foreach (var overwrite in overwrites)
        {
            allowed |= Permissions.Of(overwrite.Allow).Bits;
            denied |= Permissions.Of(overwrite.Deny).Bits;
        }

        return (bits & ~denied) | allowed;
    }
}
