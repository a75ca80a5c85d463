using System.Security.Cryptography;

namespace Bot.Core.Delivery;

/// <summary>Marks what is handed out, so that it is known again when it comes back: after a restart, and by every replica over one store.</summary>
public interface ISeal
{
    /// <param name="content">What is handed out, after a word that says what for: a mark for one use is none for another.</param>
    /// <returns>32 bytes that nobody makes without the key.</returns>
    byte[] Mark(ReadOnlySpan<byte> content);
}

/// <summary>HMAC-SHA256 under one key.</summary>
/// <param name="key">Asked for once, when something is first marked.</param>
public sealed class KeyedSeal(Func<byte[]> key) : ISeal
{
    // A store that was away once is asked again.
    private readonly Lazy<byte[]> key = new(key, LazyThreadSafetyMode.PublicationOnly);

    public byte[] Mark(ReadOnlySpan<byte> content) => HMACSHA256.HashData(key.Value, content);
}

/// <summary>Where the key of the seal is kept.</summary>
public interface ISealKey
{
    /// <summary>32 random bytes, made when they are first asked for. Who asks later gets the same, and of several at once everybody.</summary>
    ValueTask<byte[]> Key(CancellationToken cancellation);
}
