using System.Security.Cryptography;
using System.Text;

namespace Bot.Core.Journal;

/// <summary>
/// How events are chained: each community's next chain hash is taken over the one before and the event's content hash. So a payload can be
/// blanked and a community deleted, and what is left still proves itself.
/// </summary>
public static class HashChain
{
    /// <summary>The chain hash before a community's first event.</summary>
    public const string Start = "";

    /// <summary>SHA-256 of an event's content, in lower-case hex.</summary>
    public static string Content(string content) => Hash(content);

    public static string Next(string before, string contentHash) => Hash(before + contentHash);

    private static string Hash(string text) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text)));
}
