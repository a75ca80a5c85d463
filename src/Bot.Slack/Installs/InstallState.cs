using System.Buffers.Text;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Bot.Core.Communities;
using Microsoft.AspNetCore.DataProtection;

namespace Bot.Slack.Installs;

/// <summary>
/// Binds an installation to the browser in which it was begun, so that nobody finishes somebody else's: what goes through Slack is sealed and short-lived, and holds what
/// the browser has in a cookie. Nothing is kept here, so that any replica can finish it; the code that comes with it works once.
/// </summary>
internal sealed class InstallState(IDataProtectionProvider protection, Randomness random, TimeProvider time)
{
    public static readonly TimeSpan Life = TimeSpan.FromMinutes(10);

    private const int Bytes = 32;

    private readonly IDataProtector protector = protection.CreateProtector("Bot.Slack.Installs.State");

    /// <returns>What goes through Slack, and what the browser keeps.</returns>
    public (string State, string Cookie) Begin()
    {
        var secret = new byte[Bytes];
        random(secret);
        var cookie = Base64Url.EncodeToString(secret);
        var until = (time.GetUtcNow() + Life).ToUnixTimeSeconds().ToString(CultureInfo.InvariantCulture);
        return (Base64Url.EncodeToString(protector.Protect(Encoding.ASCII.GetBytes($"{until} {cookie}"))), cookie);
    }

    /// <summary>Whether what came back was begun in this browser, and a short while ago.</summary>
    public bool Holds(string? state, string? cookie)
    {
        if (state is null || cookie is null || Open(state) is not { } text || text.IndexOf(' ') is not (> 0 and var gap))
        {
            return false;
        }

        return long.TryParse(text.AsSpan(0, gap), NumberStyles.None, CultureInfo.InvariantCulture, out var until)
            && time.GetUtcNow().ToUnixTimeSeconds() < until
            && CryptographicOperations.FixedTimeEquals(Encoding.UTF8.GetBytes(text[(gap + 1)..]), Encoding.UTF8.GetBytes(cookie));
    }

    private string? Open(string state)
    {
        try
        {
            return Encoding.ASCII.GetString(protector.Unprotect(Base64Url.DecodeFromChars(state)));
        }
        catch (Exception lost) when (lost is CryptographicException or FormatException)
        {
            return null;
        }
    }
}
