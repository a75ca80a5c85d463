using System.Security.Cryptography;
using System.Text.Json;
using System.Text.Json.Serialization;
using Bot.Slack.Api;
using Microsoft.AspNetCore.DataProtection;

namespace Bot.Slack.Installs;

/// <summary>What a workspace handed over when it installed the app. It is kept sealed, and unsealed for a call.</summary>
/// <param name="RefreshToken">By which another one is had; null where it does not expire.</param>
/// <param name="RefreshAt">When another one is to be had, well before it expires.</param>
internal sealed record StoredToken(string AccessToken, string? RefreshToken, DateTimeOffset? RefreshAt, DateTimeOffset? ExpiresAt)
{
    /// <summary>Of its life so much goes before it is renewed.</summary>
    private const double RenewedAfter = 2.0 / 3;

    /// <summary>Null where Slack gave no token.</summary>
    public static StoredToken? Of(OAuthAccess access, DateTimeOffset now) =>
        access.AccessToken is not { Length: > 0 } token ? null
        : access is { RefreshToken: { Length: > 0 } refresh, ExpiresIn: > 0 and var seconds }
            ? new StoredToken(token, refresh, now + TimeSpan.FromSeconds(seconds * RenewedAfter), now + TimeSpan.FromSeconds(seconds))
        : new StoredToken(token, null, null, null);

    [JsonIgnore]
    public Credential Credential => Credential.Bearer(AccessToken);

    public override string ToString() => nameof(StoredToken);
}

/// <summary>Seals and unseals tokens with the keys of data protection, which are in the store too, so that every replica can.</summary>
internal sealed class TokenSeal(IDataProtectionProvider protection)
{
    private readonly IDataProtector protector = protection.CreateProtector("Bot.Slack.Installs.Token");

    public string Seal(StoredToken token) =>
        Convert.ToBase64String(protector.Protect(JsonSerializer.SerializeToUtf8Bytes(token, TokenJson.Default.StoredToken)));

    /// <summary>Null for what was sealed with keys that are lost.</summary>
    public StoredToken? Unseal(string text)
    {
        try
        {
            return JsonSerializer.Deserialize(protector.Unprotect(Convert.FromBase64String(text)), TokenJson.Default.StoredToken);
        }
        catch (Exception lost) when (lost is CryptographicException or FormatException or JsonException)
        {
            return null;
        }
    }
}

[JsonSerializable(typeof(StoredToken))]
internal sealed partial class TokenJson : JsonSerializerContext;
