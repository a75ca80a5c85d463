using System.Text;
using Bot.Host.Paths;

namespace Bot.Host.Cli;

/// <summary>All that a verb sees of the world: where it runs, what time it is, where it writes.</summary>
public sealed record Surroundings(ProgramPaths Paths, TimeProvider Time, TextWriter Out, TextWriter Error)
{
    /// <summary>Whether somebody reads what is written, rather than a file or a log: secrets are written for somebody only.</summary>
    public bool IsTerminal { get; init; }

    /// <summary>Settings of whoever starts the verb from a program, over those of the file and the environment.</summary>
    public IReadOnlyDictionary<string, string?> Settings { get; init; } = new Dictionary<string, string?>();

    public static Surroundings OfThisProcess()
    {
        System.Console.OutputEncoding = new UTF8Encoding(encoderShouldEmitUTF8Identifier: false);
        return new Surroundings(ProgramPaths.Find(), TimeProvider.System, System.Console.Out, System.Console.Error)
        {
            IsTerminal = !System.Console.IsOutputRedirected,
        };
    }
}
