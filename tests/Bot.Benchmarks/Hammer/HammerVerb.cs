using System.CommandLine;
using System.Diagnostics;
using Bot.Benchmarks.Programs;
using Bot.Host.Cli;

namespace Bot.Benchmarks.Hammer;

/// <summary><c>hammer</c>: good and hostile requests at the built program from many clients, on the loopback, for a bounded time.</summary>
internal sealed class HammerVerb : Command
{
    /// <summary>Between them the working set is read.</summary>
    private const int Stretches = 6;

    private readonly NumberOption seconds = new("--seconds", "How long.", usual: 30);
    private readonly NumberOption clients = new("--clients", "How many at once.", usual: 64);

    public HammerVerb()
        : base("hammer", "Send good and hostile questions to the built program; wrong is any 5xx.")
    {
        Add(seconds);
        Add(clients);
        SetAction((parsed, cancellation) => Hammer(parsed.GetValue(seconds), parsed.GetValue(clients), cancellation));
    }

    private static async Task<int> Hammer(int seconds, int clients, CancellationToken cancellation)
    {
        using var program = await StartedProgram.Run(
            typeof(CommandLine).Assembly.Location,
            "/readyz",
            cancellation,
            "serve",
            "--Logging:LogLevel:Default=Error"
        );
        var fresh = program.WorkingSet;
        await Strike(program.Address, clients, TimeSpan.FromSeconds(Math.Min(seconds, 10)), new Tally(), cancellation);
        var before = program.WorkingSet;
        var (tally, sizes) = (new Tally(), new List<long>());
        for (var stretch = 0; stretch < Stretches; stretch++)
        {
            await Strike(program.Address, clients, TimeSpan.FromSeconds((double)seconds / Stretches), tally, cancellation);
            sizes.Add(program.WorkingSet);
        }

        tally.Show(Console.Out);
        Console.WriteLine(
            $"Working set: {Megabytes(fresh)} MB at start, {Megabytes(before)} MB warm, then {string.Join(", ", sizes.Select(Megabytes))} MB."
        );
        Console.WriteLine(tally.Faults == 0 ? "No 5xx." : $"{tally.Faults:N0} answers were a 5xx.");
        return tally.Faults == 0 ? 0 : 1;
    }

    private static async Task Strike(Uri address, int clients, TimeSpan time, Tally tally, CancellationToken cancellation)
    {
        using var handler = new SocketsHttpHandler { MaxConnectionsPerServer = clients };
        using var http = new HttpClient(handler) { BaseAddress = address, Timeout = TimeSpan.FromSeconds(30) };
        var started = Stopwatch.GetTimestamp();
        await Task.WhenAll(Enumerable.Range(0, clients).Select(client => Task.Run(() => Client(client), cancellation)));

        async Task Client(int number)
        {
            for (var next = number; Stopwatch.GetElapsedTime(started) < time; next++)
            {
                var blow = Blow.All[next % Blow.All.Count];
                var sent = Stopwatch.GetTimestamp();
                var status = await Send(http, blow, cancellation);
                lock (tally)
                {
                    tally.Add(blow, status, Stopwatch.GetElapsedTime(sent));
                }
            }
        }
    }

    private static async Task<int> Send(HttpClient http, Blow blow, CancellationToken cancellation)
    {
        try
        {
            using var content = blow.Content();
            using var answer = await http.PostAsync("/api/ask", content, cancellation);
            return (int)answer.StatusCode;
        }
        catch (HttpRequestException)
        {
            // A body that is refused unread may find its connection closed before the answer is read.
            return Tally.NoAnswer;
        }
    }

    private static string Megabytes(long bytes) => (bytes / 1048576.0).ToString("0");
}
