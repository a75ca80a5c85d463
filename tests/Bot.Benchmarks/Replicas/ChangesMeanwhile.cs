using System.Diagnostics;
using System.Globalization;
using System.Threading.Channels;
using Bot.Benchmarks.Crash;
using Bot.Benchmarks.Speed;

namespace Bot.Benchmarks.Replicas;

/// <summary>Makes changes at one replica after the other, and asks for each that is acknowledged at all of them.</summary>
internal sealed class ChangesMeanwhile
{
    private static readonly TimeSpan Step = TimeSpan.FromMilliseconds(50);

    private readonly RunningReplicas replicas;
    private readonly Requests requests;
    private readonly Lock making = new();
    private readonly Channel<(WireLine Asked, string[] Answer)> heard = Channel.CreateUnbounded<(WireLine, string[])>();
    private readonly Dictionary<string, Spread> asked = new(StringComparer.Ordinal);
    private readonly Samples first = new();
    private readonly Samples everywhere = new();
    private readonly Ledger ledger;
    private long measured;

    public ChangesMeanwhile(RunningReplicas replicas, Random random)
    {
        (this.replicas, ledger) = (replicas, replicas.Ledger);
        requests = new Requests(random, ServedStory.Read().Books[0].Story.Slug.Value);
        ledger.Heard = (line, answer) => heard.Writer.TryWrite((line, answer));
    }

    /// <summary>How many changes were seen everywhere.</summary>
    public int Count => everywhere.Count;
    public TimeSpan P99 => everywhere.P99;
    public IReadOnlyList<string> Faults => ledger.Faults;

    /// <param name="meanwhile">What goes on until it is called off.</param>
    /// <param name="warmUp">So long it goes on before that is measured: the first changes of a process are compiled.</param>
    public async Task Make(Func<CancellationToken, Task> meanwhile, TimeSpan warmUp, TimeSpan time, CancellationToken cancellation)
    {
        measured = Stopwatch.GetTimestamp() + (long)(warmUp.TotalSeconds * Stopwatch.Frequency);
        using var over = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        var (load, listening) = (meanwhile(over.Token), Listen(cancellation));
        over.CancelAfter(warmUp + time);
        for (var number = 0; !over.IsCancellationRequested; number++)
        {
            var line = Made(requests.Next);
            ledger.Send(line);
            await replicas.All[number % replicas.All.Count].Send(line);
            await Task.Delay(Step, TimeProvider.System, over.Token).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }

        await load;
        await ledger.Quiet();
        heard.Writer.Complete();
        await listening;
    }

    public void Show(double pace)
    {
        Console.WriteLine(
            FormattableString.Invariant(
                $"at half load ({pace:N0} requests a second) an accepted change was at every replica after p50 {everywhere.Median.TotalMilliseconds:0} ms, p99 {everywhere.P99.TotalMilliseconds:0} ms, at most {everywhere.Most.TotalMilliseconds:0} ms, of {everywhere.Count:N0}"
            )
        );
        Console.WriteLine(
            FormattableString.Invariant(
                $"of the changes before, the first of their processes: p50 {first.Median.TotalMilliseconds:0} ms, at most {first.Most.TotalMilliseconds:0} ms, of {first.Count:N0}"
            )
        );
        foreach (var fault in Faults)
        {
            Console.WriteLine(fault);
        }
    }

    private WireLine Made(Func<WireLine> make)
    {
        lock (making)
        {
            return make();
        }
    }

    private async Task Listen(CancellationToken cancellation)
    {
        await foreach (var (line, answer) in heard.Reader.ReadAllAsync(cancellation))
        {
            if (answer[0] is "done")
            {
                var (position, spread) = (long.Parse(answer[3], CultureInfo.InvariantCulture), new Spread(replicas.All.Count));
                foreach (var replica in replicas.All)
                {
                    var see = Made(() => requests.See(position));
                    asked[see.Delivery] = spread;
                    ledger.Send(see);
                    await replica.Send(see);
                }
            }
            else if (answer[0] is "seen" && asked.Remove(line.Delivery, out var seen) && seen.IsEverywhere())
            {
                (seen.Since < measured ? first : everywhere).Add(seen.Time);
            }
        }
    }
}
