using System.Diagnostics;
using System.Text.Json.Nodes;

namespace Bot.Host.Tests.Cli;

/// <summary>The built program, started as its users start it, from a folder that is not its own.</summary>
public sealed class AnotherFolderTests : IDisposable
{
    private readonly DirectoryInfo elsewhere = Directory.CreateTempSubdirectory("dateline-elsewhere-");

    [Fact(Timeout = 60_000)]
    public async Task It_answers_from_the_stories_that_travel_beside_it()
    {
        var (code, output, error) = await Run(TestContext.Current.CancellationToken, "ask", "--json", "what was suspended?");

        code.ShouldBe(0, error);
        var answer = JsonNode.Parse(output)!;
        answer["outcome"]!.GetValue<string>().ShouldBe("answered");
        answer["facts"]!.AsArray().ShouldNotBeEmpty();
    }

    [Fact(Timeout = 60_000)]
    public async Task Its_exit_codes_reach_the_shell()
    {
        (await Run(TestContext.Current.CancellationToken, "check")).Code.ShouldBe(0);
        (await Run(TestContext.Current.CancellationToken, "check", "--seeds", "not-here")).Code.ShouldBe(1);
        (await Run(TestContext.Current.CancellationToken, "chekc")).Code.ShouldBe(2);
    }

    public void Dispose() => elsewhere.Delete(recursive: true);

    private async Task<(int Code, string Out, string Error)> Run(CancellationToken cancellation, params string[] arguments)
    {
        var start = new ProcessStartInfo("dotnet", [Path.Combine(AppContext.BaseDirectory, "Bot.Host.dll"), .. arguments])
        {
            WorkingDirectory = elsewhere.FullName,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            UseShellExecute = false,
        };
        using var process = Process.Start(start)!;
        var output = process.StandardOutput.ReadToEndAsync(cancellation);
        var error = process.StandardError.ReadToEndAsync(cancellation);
        await process.WaitForExitAsync(cancellation);
        return (process.ExitCode, await output, await error);
    }
}
