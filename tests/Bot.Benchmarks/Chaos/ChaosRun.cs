using System.Collections.Concurrent;
using System.Diagnostics;
using System.Threading.Channels;
using Bot.Benchmarks.Crash;
using Bot.Benchmarks.Replicas;
using Bot.Benchmarks.Speed;
using Bot.Knowledge;
using Bot.Storage;

namespace Bot.Benchmarks.Chaos;

/// <summary>
/// Sends changes to replicas, one after the other to whichever is up, while faults befall them; what is not answered is sent again to another. Each that is acknowledged is
/// asked for at all others. People at the platforms ask meanwhile, and digests fall due.
/// </summary>
internal sealed class ChaosRun : IDisposable
{
    /// <summary>So many changes are under way at most.</summary>
    private const int MostUnderWay = 40;
    private static readonly TimeSpan Step = TimeSpan.FromMilliseconds(20);

    /// <summary>After a fault so long is not calm, nor is it before a process that could not start is started again.</summary>
    private static readonly TimeSpan Aftermath = TimeSpan.FromSeconds(3);

    private readonly Random random;
    private readonly FaultPlan plan;
    private readonly Disturbances disturbances;
    private readonly Crowd crowd;
    private readonly DirectoryInfo folder;
    private readonly LibraryResult files;
    private readonly Ledger ledger;
    private readonly Requests requests;
    private readonly List<Replica> replicas;
    private readonly Channel<(WireLine Asked, string[] Answer)> heard = Channel.CreateUnbounded<(WireLine, string[])>();
    private readonly Dictionary<string, (Spread Spread, bool Calm)> asked = new(StringComparer.Ordinal);

    /// <summary>Replicas that ended, and whose place others took, by then.</summary>
    private readonly ConcurrentQueue<Replica> ended = new();

    /// <summary>Where each delivery was sent last, and when.</summary>
    private readonly Dictionary<string, (Replica Replica, long At)> sent = new(StringComparer.Ordinal);
    private readonly Dictionary<string, int> faults = new(StringComparer.Ordinal);
    private readonly List<Task> coming = [];
    private readonly Recoveries recoveries = new();
    private readonly Samples seen = new();
    private readonly Samples seenInCalm = new();
    private readonly Samples started = new();
    private long disturbed;
    private int notStarted;
    private int passedOver;

    public ChaosRun(
        int seed,
        int count,
        FaultPlan plan,
        Disturbances disturbances,
        Crowd crowd,
        DirectoryInfo folder,
        IReadOnlyList<string> settings,
        LibraryResult files
    )
    {
        (random, this.plan, this.disturbances, this.crowd) = (new Random(seed), plan, disturbances, crowd);
        (this.folder, this.files) = (folder, files);
        ledger = new Ledger { Heard = (line, answer) => heard.Writer.TryWrite((line, answer)) };
        requests = new Requests(random, files.Books[0].Story.Slug.Value);
        replicas =
        [
            .. Enumerable
                .Range(0, count)
                .Select(at => new Replica(at + 1, folder, at == plan.Shifted ? [.. settings, Shift(plan)] : settings, ledger)),
        ];
    }

    private bool IsCalm => Stopwatch.GetElapsedTime(disturbed) > Aftermath;

    private IEnumerable<Replica> Up => replicas.Where(replica => replica is { IsUp: true, IsStill: false });

    public async Task Go(TimeSpan time, CancellationToken cancellation)
    {
        await Task.WhenAll(replicas.Select(replica => Come(replica, cancellation)));
        await using var balancer = await Balancer.Before(replicas);
        using var over = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        var asking = crowd.Ask(balancer, over.Token);
        var began = Stopwatch.GetTimestamp();
        disturbed = began;
        while (Stopwatch.GetElapsedTime(began) < time && ledger.Faults.Count == 0)
        {
            if (plan.Due(Stopwatch.GetElapsedTime(began)) is { } fault)
            {
                await Disturb(fault, cancellation);
            }

            await Listen();
            await SendAgain();
            if (ledger.Waiting < MostUnderWay)
            {
                await Send(requests.Next());
            }

            await Task.Delay(Step, TimeProvider.System, cancellation);
        }

        await Settle(cancellation);
        await over.CancelAsync();
        await asking;
    }

    /// <summary>What is wrong once all is quiet again.</summary>
    public async Task<IReadOnlyList<string>> Wrong(Store store, CancellationToken cancellation)
    {
        var told = new List<Dictionary<string, string>>();
        foreach (var replica in replicas)
        {
            told.Add(await Tell(replica, cancellation));
        }

        List<string> wrong =
        [
            .. ledger.Faults,
            .. told.SelectMany(
                (each, at) =>
                    each.Where(community => told[0][community.Key] != community.Value)
                        .Select(community => $"{replicas[at].Name} and {replicas[0].Name} have not the same of {community.Key}.")
            ),
        ];
        return wrong.Count > 0 ? wrong : await StoreCheck.Problems(store, files, ledger, told[0], folder);
    }

    public void Show()
    {
        Console.WriteLine(
            $"{faults.Values.Sum()} faults: {string.Join(", ", faults.OrderBy(f => f.Key, StringComparer.Ordinal).Select(f => $"{f.Value} {f.Key}"))}; {passedOver} more passed over, since the replica was not up"
        );
        Console.WriteLine($"{ledger.Acknowledged:N0} changes acknowledged, {ledger.Refused:N0} refused by the rules");
        Console.WriteLine($"{ledger.Resent:N0} sent again that were not answered, {ledger.FoundDone:N0} of them found done");
        Console.WriteLine(
            $"a killed replica was up again after {started.Median.TotalSeconds:0.0} s, at most {started.Most.TotalSeconds:0.0} s; {notStarted} starts were refused since the database was away"
        );
        recoveries.Show();
        Console.WriteLine(
            $"an acknowledged change was at every replica that was up, in calm: p50 {seenInCalm.Median.TotalMilliseconds:0} ms, p99 {seenInCalm.P99.TotalMilliseconds:0} ms, of {seenInCalm.Count:N0}"
        );
        Console.WriteLine(
            $"the same with faults: p50 {seen.Median.TotalMilliseconds:0} ms, p99 {seen.P99.TotalMilliseconds:0} ms, at most {seen.Most.TotalSeconds:0.0} s, of {seen.Count:N0}"
        );
    }

    public void Dispose() => replicas.ForEach(replica => replica.Dispose());

    private async Task Disturb(Fault fault, CancellationToken cancellation)
    {
        if (!Befalls(fault))
        {
            passedOver++;
            return;
        }

        var name = fault.GetType().Name;
        faults[name] = faults.GetValueOrDefault(name) + 1;
        disturbed = Stopwatch.GetTimestamp();
        recoveries.Befell(name);
        switch (fault)
        {
            case Fault.Kill kill when replicas[kill.Replica] is var replica:
                await replica.Replace();
                ended.Enqueue(replica);
                coming.Add(Come(replica, cancellation));
                break;
            case Fault.StandStill still when replicas[still.Replica] is var replica:
                await replica.StandStill();
                coming.Add(GoOn(replica, still.For, cancellation));
                break;
            default:
                await disturbances.Do(fault, cancellation);
                break;
        }
    }

    /// <summary>What is down already, or stands still, is left alone.</summary>
    private bool Befalls(Fault fault) =>
        fault switch
        {
            Fault.Kill kill => replicas[kill.Replica].IsUp,
            Fault.StandStill still => replicas[still.Replica] is { IsUp: true, IsStill: false },
            _ => true,
        };

    private async Task Come(Replica replica, CancellationToken cancellation)
    {
        var since = Stopwatch.GetTimestamp();
        while (!await replica.IsReady(cancellation))
        {
            // The database was away just then; who looks after processes starts it again.
            notStarted++;
            await Task.Delay(Aftermath, TimeProvider.System, cancellation);
            await replica.Replace();
            ended.Enqueue(replica);
        }

        started.Add(Stopwatch.GetElapsedTime(since));
        disturbed = Stopwatch.GetTimestamp();
    }

    private async Task GoOn(Replica replica, TimeSpan after, CancellationToken cancellation)
    {
        await Task.Delay(after, TimeProvider.System, cancellation);
        if (replica.IsStill)
        {
            await replica.GoOn();
            disturbed = Stopwatch.GetTimestamp();
        }
    }

    private async Task Send(WireLine line)
    {
        if (Up.ToList() is { Count: > 0 } up)
        {
            ledger.Send(line);
            await SendTo(up[random.Next(up.Count)], line);
        }
    }

    private Task SendTo(Replica replica, WireLine line)
    {
        sent[line.Delivery] = (replica, Stopwatch.GetTimestamp());
        return replica.Send(line);
    }

    /// <summary>What was sent to replicas that ended, and what others could not do.</summary>
    private async Task SendAgain()
    {
        var gone = new List<string>();
        while (ended.TryDequeue(out var replica))
        {
            gone.AddRange(sent.Where(each => each.Value.Replica == replica).Select(each => each.Key));
        }

        foreach (var line in ledger.Again(gone))
        {
            // Where none is up it waits for the next one.
            var up = Up.ToList();
            await SendTo(up.Count > 0 ? up[random.Next(up.Count)] : replicas[0], line);
        }
    }

    /// <summary>Asks for what was acknowledged at all replicas, and keeps how long it took until they had it.</summary>
    private async Task Listen()
    {
        while (heard.Reader.TryRead(out var answer))
        {
            if (answer.Answer[0] is "done")
            {
                recoveries.Acknowledged(sent[answer.Asked.Delivery].At);
                var position = long.Parse(answer.Answer[3], System.Globalization.CultureInfo.InvariantCulture);
                var up = Up.ToList();
                var spread = new Spread(up.Count);
                foreach (var replica in up)
                {
                    var see = requests.See(position);
                    asked[see.Delivery] = (spread, IsCalm);
                    ledger.Send(see);
                    await SendTo(replica, see);
                }
            }
            else if (answer.Answer[0] is "seen" && asked.Remove(answer.Asked.Delivery, out var each) && each.Spread.IsEverywhere())
            {
                (each.Calm && IsCalm ? seenInCalm : seen).Add(each.Spread.Time);
            }
        }
    }

    /// <summary>All faults end, and all that was sent is answered.</summary>
    private async Task Settle(CancellationToken cancellation)
    {
        await disturbances.Over();
        await Task.WhenAll(coming);
        var patience = Stopwatch.GetTimestamp();
        while (ledger.Waiting > 0 && ledger.Faults.Count == 0 && Stopwatch.GetElapsedTime(patience) < TimeSpan.FromMinutes(2))
        {
            await Listen();
            await SendAgain();
            await Task.Delay(Step, TimeProvider.System, cancellation);
        }
    }

    /// <summary>What a replica has of each community, once it has all that was acknowledged.</summary>
    private async Task<Dictionary<string, string>> Tell(Replica replica, CancellationToken cancellation)
    {
        var see = requests.See(ledger.Done.Select(done => done.Last).DefaultIfEmpty().Max());
        ledger.Send(see);
        await replica.Send(see);
        await ledger.Quiet().WaitAsync(cancellation);
        var questions = Requests.Communities.ToDictionary(community => community, requests.Tell, StringComparer.Ordinal);
        foreach (var question in questions.Values)
        {
            ledger.Send(question);
            await replica.Send(question);
        }

        await ledger.Quiet().WaitAsync(cancellation);
        return questions.ToDictionary(question => question.Key, question => ledger.Told(question.Value.Delivery), StringComparer.Ordinal);
    }

    private static string Shift(FaultPlan plan) => FormattableString.Invariant($"{ChildVerb.Shift}={plan.Shift}");
}
