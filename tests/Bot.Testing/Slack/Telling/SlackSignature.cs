using System.Security.Cryptography;
using System.Text;

namespace Bot.Testing.Slack.Telling;

/// <summary>How Slack signs what it sends (<see href="https://docs.slack.dev/authentication/verifying-requests-from-slack"/>).</summary>
public static class SlackSignature
{
    /// <param name="timestamp">As it stands in its header.</param>
    /// <param name="body">As it is sent.</param>
    public static string Of(string secret, string timestamp, byte[] body)
    {
        byte[] text = [.. Encoding.UTF8.GetBytes($"v0:{timestamp}:"), .. body];
        return $"v0={Convert.ToHexStringLower(HMACSHA256.HashData(Encoding.UTF8.GetBytes(secret), text))}";
    }
}
