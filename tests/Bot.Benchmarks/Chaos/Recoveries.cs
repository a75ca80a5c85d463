using System.Diagnostics;
using Bot.Benchmarks.Speed;

namespace Bot.Benchmarks.Chaos;

/// <summary>How long after each fault the first change was acknowledged that was sent after it.</summary>
internal sealed class Recoveries
{
    private readonly SortedDictionary<string, Samples> byFault = new(StringComparer.Ordinal);
    private readonly List<(string Fault, long At)> waiting = [];

    public void Befell(string fault) => waiting.Add((fault, Stopwatch.GetTimestamp()));

    /// <param name="sent">When what is acknowledged now was sent.</param>
    public void Acknowledged(long sent)
    {
        foreach (var (fault, at) in waiting.Where(each => each.At <= sent))
        {
            byFault.TryAdd(fault, new Samples());
            byFault[fault].Add(Stopwatch.GetElapsedTime(at));
        }

        waiting.RemoveAll(each => each.At <= sent);
    }

    public void Show()
    {
        Console.WriteLine($"{"first change done after", -24}{"times", 8}{"median s", 10}{"most s", 10}");
        foreach (var (fault, times) in byFault)
        {
            Console.WriteLine(
                FormattableString.Invariant(
                    $"{fault, -24}{times.Count, 8:N0}{times.Median.TotalSeconds, 10:0.00}{times.Most.TotalSeconds, 10:0.00}"
                )
            );
        }
    }
}
