using System.Buffers.Binary;
using Bot.Core.Communities;

namespace Bot.Wire;

/// <summary>How long to wait before trying again: twice as long each time up to a limit, and anything from half of it, so that many who lost the same peer do not come back at once.</summary>
public sealed class Backoff(TimeSpan first, TimeSpan most, Randomness random)
{
    /// <param name="tries">How often it has failed in a row; 1 or more.</param>
    public TimeSpan After(int tries)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(tries, 1);
        var whole = Math.Min(first.TotalSeconds * Math.Pow(2, tries - 1), most.TotalSeconds);
        return TimeSpan.FromSeconds(whole * (1 + random.Fraction()) / 2);
    }
}

/// <summary>Chance as a number.</summary>
public static class Chance
{
    private const int BitsOfADouble = 53;

    /// <summary>At least 0 and less than 1, each as likely as any other.</summary>
    public static double Fraction(this Randomness random)
    {
        Span<byte> bytes = stackalloc byte[sizeof(ulong)];
        random(bytes);
        return (BinaryPrimitives.ReadUInt64LittleEndian(bytes) >> (64 - BitsOfADouble)) / (double)(1UL << BitsOfADouble);
    }
}
