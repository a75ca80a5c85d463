using System.Diagnostics;
using Bot.Testing;

namespace Bot.Host.Tests.Hosting;

/// <summary>A verb of <c>Bot.Benchmarks</c>, in a process of its own.</summary>
internal sealed record Measures(int Code, string Out, string Error)
{
    public static async Task<Measures> Run(CancellationToken cancellation, params string[] arguments)
    {
        var start = new ProcessStartInfo("dotnet", [Program, .. arguments])
        {
            WorkingDirectory = Repository.Root,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        using var running = Process.Start(start)!;
        var (said, complained) = (running.StandardOutput.ReadToEndAsync(cancellation), running.StandardError.ReadToEndAsync(cancellation));
        await running.WaitForExitAsync(cancellation);
        return new Measures(running.ExitCode, await said, await complained);
    }

    /// <summary>Built the way this project was.</summary>
    private static string Program
    {
        get
        {
            var here = new DirectoryInfo(AppContext.BaseDirectory);
            return Repository.Folder("tests", "Bot.Benchmarks", "bin", here.Parent!.Name, here.Name, "Bot.Benchmarks.dll");
        }
    }
}
