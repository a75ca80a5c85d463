using System.CommandLine;
using System.Reflection;

namespace Bot.Host.Cli;

/// <summary><c>version</c>: which build this is.</summary>
internal sealed class VersionVerb : Command
{
    public VersionVerb(Surroundings around)
        : base("version", "Say which build this is.") => SetAction(_ => around.Out.WriteLine($"dateline {Version}"));

    private static string Version =>
        typeof(VersionVerb).Assembly.GetCustomAttribute<AssemblyInformationalVersionAttribute>()?.InformationalVersion ?? "unknown";
}
