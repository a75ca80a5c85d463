using System.Buffers;
using System.Security.Cryptography;
using System.Text;
using Bot.Wire;

namespace Bot.Slack.Events;

/// <summary>
/// Whether Slack sent a request (<see href="https://docs.slack.dev/authentication/verifying-requests-from-slack"/>): <c>v0=</c> and the HMAC-SHA256 of <c>v0:TIMESTAMP:BODY</c>
/// in lower-case hex, under the signing secret as text. The body is the bytes as they came.
/// </summary>
internal sealed class RequestSignature(string secret) : ISignature
{
    private const string Version = "v0";
    private const int SignatureLength = 3 + 2 * HMACSHA256.HashSizeInBytes;

    private readonly byte[] key = Encoding.UTF8.GetBytes(secret);

    public string Platform => "Slack";
    public string Header => "X-Slack-Signature";
    public string TimestampHeader => "X-Slack-Request-Timestamp";

    /// <summary>A window of the largest sort takes some hundred thousand bytes.</summary>
    public int Largest => 1024 * 1024;

    public bool IsProbe(ReadOnlySpan<byte> body) => FormFields.IsProbe(body);

    public bool Holds(string? signature, string? timestamp, ReadOnlySpan<byte> body)
    {
        if (signature is not { Length: SignatureLength } || SignedTime.Seconds(timestamp) is null)
        {
            return false;
        }

        Span<byte> given = stackalloc byte[SignatureLength];
        Span<byte> expected = stackalloc byte[SignatureLength];
        if (!Ascii.IsValid(signature))
        {
            return false;
        }

        Encoding.ASCII.GetBytes(signature, given);
        Write(timestamp!, body, expected);
        return CryptographicOperations.FixedTimeEquals(given, expected);
    }

    private void Write(string timestamp, ReadOnlySpan<byte> body, Span<byte> signature)
    {
        var head = Encoding.ASCII.GetBytes($"{Version}:{timestamp}:");
        var whole = ArrayPool<byte>.Shared.Rent(head.Length + body.Length);
        try
        {
            head.CopyTo(whole.AsSpan());
            body.CopyTo(whole.AsSpan(head.Length));
            Span<byte> hash = stackalloc byte[HMACSHA256.HashSizeInBytes];
            HMACSHA256.HashData(key, whole.AsSpan(0, head.Length + body.Length), hash);
            "v0="u8.CopyTo(signature);
            Convert.TryToHexStringLower(hash, signature[3..], out _);
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(whole);
        }
    }
}
