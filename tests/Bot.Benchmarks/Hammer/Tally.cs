using Bot.Benchmarks.Speed;

namespace Bot.Benchmarks.Hammer;

/// <summary>What came back: by status, and how long it took.</summary>
internal sealed class Tally
{
    /// <summary>Stands for a connection that ended without an answer.</summary>
    public const int NoAnswer = 0;

    private readonly Dictionary<(string Blow, int Status), int> counts = [];
    private readonly Dictionary<bool, Samples> times = new() { [true] = new Samples(), [false] = new Samples() };

    public int Faults => counts.Where(count => count.Key.Status >= 500).Sum(count => count.Value);

    public void Add(Blow blow, int status, TimeSpan time)
    {
        counts[(blow.Name, status)] = counts.GetValueOrDefault((blow.Name, status)) + 1;
        times[blow.IsGood].Add(time);
    }

    public void Show(TextWriter screen)
    {
        foreach (var ((blow, status), count) in counts.OrderBy(count => count.Key))
        {
            screen.WriteLine($"{blow, -32}{(status == NoAnswer ? "cut off" : status), 8}{count, 10:N0}");
        }

        foreach (var (good, samples) in times)
        {
            screen.WriteLine(
                $"{(good ? "good" : "hostile"), -8} {samples.Count, 9:N0} requests, p50 {samples.Median.TotalMilliseconds:0.0} ms, p99 {samples.P99.TotalMilliseconds:0.0} ms"
            );
        }
    }
}
