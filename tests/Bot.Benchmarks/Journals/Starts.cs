using System.Net.Http.Json;
using Bot.Benchmarks.Programs;
using Bot.Benchmarks.Speed;
using Bot.Host.Cli;

namespace Bot.Benchmarks.Journals;

/// <summary>The program's start to its first 200, where there is no store yet and where there is one, and what a question takes of the processor, beside another build's.</summary>
internal static class Starts
{
    private const int WarmUp = 1_500;
    private const int Asked = 3_000;

    private static readonly string[] Questions =
    [
        "what was suspended?",
        "who responded?",
        "did the ministry comment?",
        "what did Microsoft say?",
    ];

    public static async Task Measure(int times, string? before, CancellationToken cancellation)
    {
        var (now, then) = (new Side(), new Side());
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
                $"  {now.First.Median / then.First.Median:0.00} times as long at the first start, {now.Later.Median / then.Later.Median:0.00} at later ones; a question takes {now.Question.Median / then.Question.Median:0.00} times as much of the processor"
            );
        }
    }

    private static async Task Start(string program, Side samples, CancellationToken cancellation)
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
            if (side == samples.Later)
            {
                await Ask(running, WarmUp, cancellation);
                var before = running.Processor;
                await Ask(running, Asked, cancellation);
                samples.Question.Add((running.Processor - before) / Asked);
            }
        }

        folder.Delete(recursive: true);
    }

    private static async Task Ask(StartedProgram program, int times, CancellationToken cancellation)
    {
        using var http = new HttpClient { BaseAddress = program.Address };
        for (var number = 0; number < times; number++)
        {
            using var answer = await http.PostAsJsonAsync(
                "/api/ask",
                new { question = Questions[number % Questions.Length] },
                cancellation
            );
            answer.EnsureSuccessStatusCode();
        }
    }

    private static void Show(string what, Side samples) =>
        Console.WriteLine(
            $"{what, -12} first start {samples.First.Median.TotalMilliseconds:0} ms, later {samples.Later.Median.TotalMilliseconds:0} ms, a question {samples.Question.Median.TotalMicroseconds:0} µs of processor time"
        );

    private sealed class Side
    {
        public Samples First { get; } = new();
        public Samples Later { get; } = new();
        public Samples Question { get; } = new();
    }
}
