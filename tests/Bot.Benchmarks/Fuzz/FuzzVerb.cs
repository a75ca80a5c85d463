using System.Collections.Concurrent;
using System.CommandLine;
using Bot.Benchmarks.Programs;
using Bot.Benchmarks.Speed;
using Bot.Host.Cli;
using Bot.Knowledge.Lexicons;
using Bot.Testing.Fuzz;
using Microsoft.Extensions.Time.Testing;

namespace Bot.Benchmarks.Fuzz;

/// <summary><c>fuzz</c>: text of every sort at everything that takes text; wrong is a promise that was not kept.</summary>
internal sealed class FuzzVerb : Command
{
    /// <summary>Failures shown, one for each promise that was broken.</summary>
    private const int Shown = 12;

    /// <summary>Far above what any input takes: it finds what hangs or grows with the square, not a busy machine.</summary>
    private static readonly TimeSpan Bound = TimeSpan.FromSeconds(5);
    private static readonly DateTimeOffset Day = new(2026, 6, 1, 9, 0, 0, TimeSpan.Zero);

    private readonly NumberOption inputs = new("--inputs", "How many.", usual: 20_000);
    private readonly Option<int> seed = new("--seed")
    {
        Description = "The same seed gives the same inputs.",
        HelpName = "S",
        DefaultValueFactory = _ => 1,
    };
    private readonly Option<int?> only = new("--only") { Description = "The input of this number alone.", HelpName = "N" };

    public FuzzVerb()
        : base("fuzz", "Put odd questions, commands, documents, files and requests through the program; wrong is any broken promise.")
    {
        Add(inputs);
        Add(seed);
        Add(only);
        SetAction((parsed, cancellation) => Fuzz(parsed, cancellation));
    }

    private async Task<int> Fuzz(ParseResult parsed, CancellationToken cancellation)
    {
        var (lexicon, time) = (ShippedLexicon.Read(), new FakeTimeProvider(Day));
        var shelf = await LoadedStories.Read(lexicon, time);
        using var files = new FilesSurface(LoadedStories.Roots[1], lexicon);
        using var program = await StartedProgram.Run(
            typeof(CommandLine).Assembly.Location,
            "/readyz",
            cancellation,
            "serve",
            "--Logging:LogLevel:Default=Error"
        );
        using var door = new DoorSurface(program.Address, shelf.Now.Story()!);
        var run = new FuzzRun(parsed.GetValue(seed), [.. FuzzRun.InMemory(shelf, lexicon, time), files, door], Bound);
        var numbers = parsed.GetValue(only) is { } one ? [one] : Enumerable.Range(0, parsed.GetValue(inputs)).ToArray();
        return Report(run, numbers, cancellation);
    }

    private static int Report(FuzzRun run, int[] numbers, CancellationToken cancellation)
    {
        var failures = new ConcurrentBag<Failure>();
        List<Samples> times = [.. run.Surfaces.Select(_ => new Samples())];
        Parallel.ForEach(
            numbers,
            new ParallelOptions { CancellationToken = cancellation, MaxDegreeOfParallelism = Environment.ProcessorCount },
            number =>
            {
                var failure = run.Try(number, out var surface, out var time);
                lock (times[surface])
                {
                    times[surface].Add(time);
                }

                if (failure is not null)
                {
                    failures.Add(failure);
                }
            }
        );
        foreach (var (surface, samples) in run.Surfaces.Zip(times).Where(pair => pair.Second.Count > 0))
        {
            Console.WriteLine(
                $"{surface.Name, -24}{samples.Count, 10:N0} inputs, p50 {samples.Median.TotalMilliseconds:0.00} ms, p99 {samples.P99.TotalMilliseconds:0.00} ms, most {samples.Most.TotalMilliseconds:0.0} ms"
            );
        }

        foreach (var broken in failures.GroupBy(failure => failure.Fault.Promise).OrderByDescending(group => group.Count()).Take(Shown))
        {
            Console.WriteLine($"{broken.Count():N0} times, first {run.Small(broken.MinBy(failure => failure.Number)!)}");
        }

        Console.WriteLine(failures.IsEmpty ? "Every promise was kept." : $"{failures.Count:N0} inputs broke a promise.");
        return failures.IsEmpty ? 0 : 1;
    }
}
