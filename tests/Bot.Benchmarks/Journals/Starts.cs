using Bot.Benchmarks.Programs;
using Bot.Benchmarks.Speed;
using Bot.Host.Cli;

namespace Bot.Benchmarks.Journals;

/// <summary>The program's start to its first 200, where there is no store yet and where there is one, beside another build's.</summary>
internal static class Starts
{
    public static async Task Measure(int times, string? before, CancellationToken cancellation)
    {
        var (now, then) = ((First: new Samples(), Later: new Samples()), (First: new Samples(), Later: new Samples()));
        for (var i = 0; i < times; i++)
        {
            await Start(typeof(CommandLine).Assembly.Location, now, cancellation);
            if (before is not null)
            {
                await Start(before, then, cancellation);
            }
        }

        Show("this build", now);
        if (before is not null)
        {
            Show("the other", then);
            Console.WriteLine(
                $"  {now.First.Median / then.First.Median:0.00} times as long at the first start, {now.Later.Median / then.Later.Median:0.00} at later ones"
            );
        }
    }

    private static async Task Start(string program, (Samples First, Samples Later) samples, CancellationToken cancellation)
    {
        var folder = Directory.CreateTempSubdirectory("dateline-start-");
        foreach (var side in new[] { samples.First, samples.Later })
        {
            using var running = await StartedProgram.Run(
                folder,
                program,
                "/readyz",
                cancellation,
                "serve",
                "--Logging:LogLevel:Default=Error"
            );
            side.Add(running.Start);
        }

        folder.Delete(recursive: true);
    }

    private static void Show(string what, (Samples First, Samples Later) samples) =>
        Console.WriteLine(
            $"{what, -12} first start {samples.First.Median.TotalMilliseconds:0} ms, later {samples.Later.Median.TotalMilliseconds:0} ms"
        );
}
