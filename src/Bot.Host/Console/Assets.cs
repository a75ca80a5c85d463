using System.Collections.Concurrent;
using System.Security.Cryptography;

namespace Bot.Host.Console;

/// <summary>Addresses of the console's own files, with a version that follows from their content.</summary>
internal sealed class Assets(string root)
{
    public const string Version = "v";

    private readonly ConcurrentDictionary<string, string> addresses = new(StringComparer.Ordinal);

    public string Url(string path) =>
        addresses.GetOrAdd(
            path,
            static (path, root) =>
            {
                var content = File.ReadAllBytes(Path.Combine(root, path));
                return $"/{path}?{Version}={Convert.ToHexStringLower(SHA256.HashData(content).AsSpan(0, 6))}";
            },
            root
        );
}
