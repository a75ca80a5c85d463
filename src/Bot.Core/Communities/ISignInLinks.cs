using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;

namespace Bot.Core.Communities;

/// <summary>Links that sign one person in to one community, once.</summary>
public interface ISignInLinks
{
    /// <param name="lifetime">How long it can be used.</param>
    /// <returns>A token of 256 random bits, as base64url. Only its hash is kept, so that who reads the store cannot sign in.</returns>
    ValueTask<string> Issue(CommunityId community, PersonKey person, TimeSpan lifetime, CancellationToken cancellation);

    /// <summary>Uses a link up. Of several at once, one gets it.</summary>
    /// <returns>Whom it signs in; null when there is no such link, it was used, or its time is over.</returns>
    ValueTask<SignIn?> Redeem(string token, CancellationToken cancellation);
}

/// <summary>Whom a link signs in, and where.</summary>
public sealed record SignIn(CommunityId Community, PersonKey Person);

/// <summary>The token of a link, and what is kept of it.</summary>
public static class SignInToken
{
    private const int Bytes = 32;

    public static string New(Randomness random)
    {
        Span<byte> bytes = stackalloc byte[Bytes];
        random(bytes);
        return Base64Url.EncodeToString(bytes);
    }

    /// <summary>SHA-256, in lower-case hex.</summary>
    public static string Hash(string token) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(token)));
}
