using System.Globalization;
using System.Text;
using NSec.Cryptography;

namespace Bot.Benchmarks.Interactions;

/// <summary>A pair of keys that is for nothing else.</summary>
internal static class SigningKey
{
    private static readonly Key Own = Key.Import(
        SignatureAlgorithm.Ed25519,
        [.. Enumerable.Range(0, 32).Select(i => (byte)i)],
        KeyBlobFormat.RawPrivateKey
    );

    /// <summary>What the service checks signatures with, 64 hex digits.</summary>
    public static string Public => Convert.ToHexStringLower(Own.PublicKey.Export(KeyBlobFormat.RawPublicKey));

    /// <summary>As of now.</summary>
    public static SignedRequest Sign(string kind, byte[] body)
    {
        var timestamp = TimeProvider.System.GetUtcNow().ToUnixTimeSeconds().ToString(CultureInfo.InvariantCulture);
        var signature = SignatureAlgorithm.Ed25519.Sign(Own, [.. Encoding.ASCII.GetBytes(timestamp), .. body]);
        return new SignedRequest(kind, body, Convert.ToHexStringLower(signature), timestamp);
    }
}
