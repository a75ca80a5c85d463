using System.Diagnostics;
using System.Net.Http.Json;

namespace Bot.Benchmarks.Replicas;

/// <summary>Questions to replicas, to each in turn.</summary>
internal static class Load
{
    private const int Connections = 8;

    private static readonly TimeSpan Step = TimeSpan.FromMilliseconds(10);
    private static readonly string[] Questions =
    [
        "is the bridge closed?",
        "who said it?",
        "when does it open?",
        "what does the harbour master say?",
        "how many lorries crossed?",
        "did the council respond?",
    ];

    /// <summary>Each connection asks again as soon as it is answered.</summary>
    public static async Task<Turn> AsMuchAsGoes(RunningReplicas replicas, TimeSpan time, CancellationToken cancellation)
    {
        using var http = new HttpClient();
        var (count, before, started) = (0, replicas.Processor, Stopwatch.GetTimestamp());
        await Task.WhenAll(
            Enumerable
                .Range(0, Connections)
                .Select(_ =>
                    Task.Run(
                        async () =>
                        {
                            while (Stopwatch.GetElapsedTime(started) < time)
                            {
                                await Ask(http, replicas, Interlocked.Increment(ref count), cancellation);
                            }
                        },
                        cancellation
                    )
                )
        );
        return new Turn(count / Stopwatch.GetElapsedTime(started).TotalSeconds, (replicas.Processor - before).TotalMicroseconds / count);
    }

    /// <summary>So many in a second, whether they are answered or not, until it is called off.</summary>
    public static Func<CancellationToken, Task> AtPace(RunningReplicas replicas, double perSecond, CancellationToken cancellation) =>
        async over =>
        {
            using var http = new HttpClient();
            var (count, asking, started) = (0, new List<Task>(), Stopwatch.GetTimestamp());
            while (!over.IsCancellationRequested)
            {
                while (count < perSecond * Stopwatch.GetElapsedTime(started).TotalSeconds)
                {
                    asking.Add(Ask(http, replicas, count++, cancellation));
                }

                asking.RemoveAll(each => each.IsCompletedSuccessfully);
                await Task.Delay(Step, TimeProvider.System, CancellationToken.None);
            }

            await Task.WhenAll(asking);
        };

    private static async Task Ask(HttpClient http, RunningReplicas replicas, int number, CancellationToken cancellation)
    {
        var replica = replicas.All[number % replicas.All.Count];
        using var answer = await http.PostAsJsonAsync(
            new Uri(replica.Address, "/api/ask"),
            new { question = Questions[number % Questions.Length] },
            cancellation
        );
        answer.EnsureSuccessStatusCode();
        await answer.Content.CopyToAsync(Stream.Null, cancellation);
    }
}
