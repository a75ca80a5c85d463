using System.Globalization;
using System.Numerics;

namespace Bot.Discord.Wire;

/// <summary>
/// What somebody may do in a channel, as Discord says it: bits of a number of any length, on the wire a string
/// (<see href="https://discord.com/developers/docs/topics/permissions"/>).
/// </summary>
internal readonly record struct Permissions(BigInteger Bits)
{
    public static readonly Permissions ManageGuild = new(1UL << 5);
    public static readonly Permissions ViewChannel = new(1UL << 10);
    public static readonly Permissions SendMessages = new(1UL << 11);
    public static readonly Permissions ManageMessages = new(1UL << 13);
    public static readonly Permissions EmbedLinks = new(1UL << 14);
    public static readonly Permissions AttachFiles = new(1UL << 15);
    public static readonly Permissions ReadMessageHistory = new(1UL << 16);
    public static readonly Permissions SendMessagesInThreads = new(1UL << 38);

    /// <summary>All that posting answers, pictures and replies takes, in channels and threads.</summary>
    public static readonly Permissions ToPost = new(
        ViewChannel.Bits | SendMessages.Bits | EmbedLinks.Bits | AttachFiles.Bits | ReadMessageHistory.Bits | SendMessagesInThreads.Bits
    );

    /// <summary>Who has this may do everything.</summary>
    private static readonly Permissions Administrator = new(1UL << 3);

    /// <summary>None for what is no number.</summary>
    public static Permissions Of(string? text) => TryParse(text) ?? default;

    /// <summary>Null for what is no number.</summary>
    public static Permissions? TryParse(string? text) =>
        BigInteger.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var bits) ? new Permissions(bits) : null;

    /// <summary>What the owner of a guild may do.</summary>
    public static Permissions All => Administrator;

    public bool IsAdministrator => Has(Administrator);

    public bool Has(Permissions needed) => !(Bits & Administrator.Bits).IsZero || (Bits & needed.Bits) == needed.Bits;

    public override string ToString() => Bits.ToString(CultureInfo.InvariantCulture);
}
