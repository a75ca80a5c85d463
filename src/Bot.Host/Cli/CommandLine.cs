using System.CommandLine;
using System.CommandLine.Invocation;

namespace Bot.Host.Cli;

/// <summary>The verbs of the command line. Without one it serves.</summary>
public static class CommandLine
{
    private static readonly string[] RootOptions = ["-h", "-?", "/h", "/?", "--help", "--version"];

    /// <param name="cancellation">Stops what runs, as a signal does.</param>
    public static async Task<int> Run(string[] args, Surroundings around, CancellationToken cancellation = default)
    {
        var root = new RootCommand(
            "Dateline answers questions about a developing news story, each answer with its speaker, status and source."
        )
        {
            new ServeVerb(around),
            new AskVerb(around),
            new CheckVerb(around),
            new AnswersVerb(around),
            new DoctorVerb(around),
            new ManifestVerb(around),
            new NewStoryVerb(around),
            new JournalVerb(around),
            new EraseVerb(around),
            new LinkVerb(around),
            new ExportVerb(around),
            new ImportVerb(around),
            new BackupVerb(around),
            new RestoreVerb(around),
            new ResumeVerb(around),
            new ForgetVerb(around),
            new VersionVerb(around),
        };

        // A question may begin with @, which would else name a file of arguments.
        var parsed = root.Parse(WithVerb(args), new ParserConfiguration { ResponseFileTokenReplacer = null });
        var invocation = new InvocationConfiguration
        {
            Output = around.Out,
            Error = around.Error,

            // The host stops the service on a signal, and takes the time it needs.
            ProcessTerminationTimeout = null,
        };
        var code = await parsed.InvokeAsync(invocation, cancellation);
        return parsed.Action is ParseErrorAction ? ExitCode.BadUsage : code;
    }

    private static string[] WithVerb(string[] args) =>
        args is [] || (IsSetting(args[0]) && !RootOptions.Contains(args[0])) ? [ServeVerb.Verb, .. args] : args;

    private static bool IsSetting(string argument) => argument.StartsWith('-') || argument.StartsWith('/') || argument.Contains('=');
}
