using Bot.Host.Cli;
using Bot.Host.Paths;

namespace Bot.Host.Tests.Hosting;

/// <summary>Runs a command line in this process and keeps what it wrote.</summary>
internal sealed record Terminal(int Code, string Out, string Error)
{
    /// <param name="workingFolder">Where it is typed.</param>
    public static Task<Terminal> Run(string workingFolder, params string[] arguments) => Run(workingFolder, [], arguments);

    /// <param name="settings">Over those of the file and the environment.</param>
    /// <param name="cancellation">Stops it.</param>
    public static async Task<Terminal> Run(
        string workingFolder,
        IEnumerable<(string Key, string Value)> settings,
        string[] arguments,
        CancellationToken cancellation = default
    )
    {
        await using var output = new StringWriter();
        await using var error = new StringWriter();
        var code = await CommandLine.Run(
            arguments,
            new Surroundings(ProgramPaths.Find(AppContext.BaseDirectory, workingFolder), TimeProvider.System, output, error)
            {
                Settings = settings.ToDictionary(setting => setting.Key, setting => (string?)setting.Value),
            },
            cancellation
        );
        return new Terminal(code, output.ToString(), error.ToString());
    }

    public IReadOnlyList<string> Lines => Out.Split(Environment.NewLine, StringSplitOptions.RemoveEmptyEntries);
}
