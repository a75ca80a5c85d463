using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace Bot.Host.Listeners;

/// <summary>The key of the private listener: compared in constant time, and made into a pass that a browser keeps for half a day.</summary>
internal sealed class PrivateKey(string key, TimeProvider time)
{
    public static readonly TimeSpan PassHolds = TimeSpan.FromHours(12);

    private readonly byte[] secret = Encoding.UTF8.GetBytes(key);

    public bool Is(string? candidate) =>
        candidate is not null
        && CryptographicOperations.FixedTimeEquals(SHA256.HashData(Encoding.UTF8.GetBytes(candidate)), SHA256.HashData(secret));

    /// <summary>A pass that says when it was given and proves that it was given here.</summary>
    public string Pass()
    {
        var given = time.GetUtcNow().ToUnixTimeSeconds().ToString(CultureInfo.InvariantCulture);
        return $"{given}.{Seal(given)}";
    }

    public bool Holds(string? pass)
    {
        if (
            pass?.Split('.') is not [var given, var seal]
            || !long.TryParse(given, NumberStyles.None, CultureInfo.InvariantCulture, out var seconds)
        )
        {
            return false;
        }

        var genuine = CryptographicOperations.FixedTimeEquals(Encoding.UTF8.GetBytes(seal), Encoding.UTF8.GetBytes(Seal(given)));
        var age = time.GetUtcNow().ToUnixTimeSeconds() - seconds;
        return genuine && age >= 0 && age <= PassHolds.TotalSeconds;
    }

    private string Seal(string given) =>
        Convert.ToHexStringLower(HMACSHA256.HashData(secret, Encoding.UTF8.GetBytes($"private listener {given}")));
}
