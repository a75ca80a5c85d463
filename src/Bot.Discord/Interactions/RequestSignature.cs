using System.Buffers;
using Bot.Wire;
using NSec.Cryptography;

namespace Bot.Discord.Interactions;

/// <summary>
/// Whether a request is Discord's: Ed25519 over the timestamp's characters and the body's bytes, as they came
/// (<see href="https://discord.com/developers/docs/interactions/overview#setting-up-an-endpoint-validating-security-request-headers"/>). Nothing is parsed before.
/// </summary>
internal sealed class RequestSignature : ISignature
{
    /// <summary>Unix seconds are ten digits; what is far longer is no timestamp.</summary>
    private const int LongestTimestamp = 32;
    private static readonly SignatureAlgorithm Ed25519 = SignatureAlgorithm.Ed25519;
    private readonly PublicKey key;

    private RequestSignature(PublicKey key) => this.key = key;

    public string Platform => "Discord";
    public string Header => "X-Signature-Ed25519";
    public string TimestampHeader => "X-Signature-Timestamp";

    /// <summary>An interaction with a long message and what it names takes some ten thousand bytes.</summary>
    public int Largest => 256 * 1024;

    /// <summary>Null for what is no public key: 64 hex digits.</summary>
    public static RequestSignature? Of(string publicKey)
    {
        Span<byte> bytes = stackalloc byte[32];
        return
            publicKey.Length == 64
            && Convert.FromHexString(publicKey, bytes, out _, out var written) == OperationStatus.Done
            && written == 32
            && PublicKey.TryImport(Ed25519, bytes, KeyBlobFormat.RawPublicKey, out var key)
            && key is not null
            ? new RequestSignature(key)
            : null;
    }

    public bool Holds(string? signature, string? timestamp, ReadOnlySpan<byte> body)
    {
        Span<byte> signed = stackalloc byte[64];
        if (
            signature is not { Length: 128 }
            || timestamp is not { Length: > 0 and <= LongestTimestamp }
            || Convert.FromHexString(signature, signed, out _, out var written) != OperationStatus.Done
            || written != 64
        )
        {
            return false;
        }

        var message = ArrayPool<byte>.Shared.Rent(timestamp.Length + body.Length);
        try
        {
            for (var at = 0; at < timestamp.Length; at++)
            {
                if (!char.IsAscii(timestamp[at]))
                {
                    return false;
                }

                message[at] = (byte)timestamp[at];
            }

            body.CopyTo(message.AsSpan(timestamp.Length));
            return Ed25519.Verify(key, message.AsSpan(0, timestamp.Length + body.Length), signed);
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(message);
        }
    }
}
