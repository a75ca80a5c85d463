using Bot.Core.Communities;

namespace Bot.Core.Delivery;

/// <summary>The key for as long as the process lives.</summary>
public sealed class InMemorySealKey(Randomness random) : ISealKey
{
    private readonly Lazy<byte[]> key = new(() => SealKeys.New(random));

    public ValueTask<byte[]> Key(CancellationToken cancellation) => ValueTask.FromResult(key.Value);
}

/// <summary>How the key is made.</summary>
public static class SealKeys
{
    private const int Bytes = 32;

    public static byte[] New(Randomness random)
    {
        var bytes = new byte[Bytes];
        random(bytes);
        return bytes;
    }
}
