using Bot.Benchmarks.Programs;
using Bot.Host.Cli;

namespace Bot.Benchmarks.Speed;

/// <summary>Process start to the first 200, of the built program and of an empty one, in turns.</summary>
internal sealed record StartTimes(Samples Own, Samples Empty)
{
    public static async Task<StartTimes> Measure(int times, CancellationToken cancellation)
    {
        var (own, empty) = (new Samples(), new Samples());
        for (var i = 0; i < times; i++)
        {
            own.Add(await Start(typeof(CommandLine).Assembly.Location, "serve", cancellation));
            empty.Add(await Start(typeof(StartTimes).Assembly.Location, EmptyProgram.Verb, cancellation));
        }

        return new StartTimes(own, empty);
    }

    public void Show() =>
        Console.WriteLine(
            $"Start to ready, median of {Own.Count}: {Own.Median.TotalMilliseconds:0} ms; an empty web program {Empty.Median.TotalMilliseconds:0} ms; {Own.Median / Empty.Median:0.0} times."
        );

    private static async Task<TimeSpan> Start(string program, string verb, CancellationToken cancellation)
    {
        using var running = await StartedProgram.Run(program, "/readyz", cancellation, verb);
        return running.Start;
    }
}
