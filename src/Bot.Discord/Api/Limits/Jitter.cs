using System.Buffers.Binary;
using Bot.Core.Communities;

namespace Bot.Discord.Api.Limits;

/// <summary>Some time by chance, so that not all come back at the same moment.</summary>
internal static class Jitter
{
    public static TimeSpan UpTo(this Randomness random, TimeSpan most)
    {
        Span<byte> bytes = stackalloc byte[sizeof(uint)];
        random(bytes);
        return most * (BinaryPrimitives.ReadUInt32LittleEndian(bytes) / (double)uint.MaxValue);
    }
}
