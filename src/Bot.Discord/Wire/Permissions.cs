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

    /// <summary>Who has this may do everything.</summary>
    private static readonly Permissions Administrator = new(1UL << 3);

    /// <summary>None for what is no number.</summary>
    public static Permissions Of(string? text) =>
        BigInteger.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var bits) ? new Permissions(bits) : default;

    public bool Has(Permissions needed) => !(Bits & Administrator.Bits).IsZero || (Bits & needed.Bits) == needed.Bits;

    public override string ToString() => Bits.ToString(CultureInfo.InvariantCulture);
}
