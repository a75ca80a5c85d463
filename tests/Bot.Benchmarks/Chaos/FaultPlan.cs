namespace Bot.Benchmarks.Chaos;

/// <summary>What befalls the replicas and when: all of it follows from the seed, and nothing from how fast the machine is.</summary>
internal sealed class FaultPlan
{
    private static readonly TimeSpan ShortestPause = TimeSpan.FromMilliseconds(200);
    private static readonly TimeSpan LongestPause = TimeSpan.FromSeconds(4);

    /// <summary>Signatures hold for five minutes, so that a clock that is more wrong is refused by the platforms' rules and not by ours.</summary>
    private const double LeastShift = 2;
    private const double MostShift = 4;

    private readonly Queue<(TimeSpan At, Fault Fault)> faults = new();

    public FaultPlan(int seed, int replicas, TimeSpan time)
    {
        var random = new Random(seed);
        Shifted = random.Next(replicas);
        Shift = Math.Round((LeastShift + ((MostShift - LeastShift) * random.NextDouble())) * (random.Next(2) == 0 ? 1 : -1), 1);
        for (var at = LongestPause; at < time; at += ShortestPause + ((LongestPause - ShortestPause) * random.NextDouble()))
        {
            faults.Enqueue((at, Fault.Next(random, replicas)));
        }
    }

    /// <summary>Which replica's clock is wrong, from 0.</summary>
    public int Shifted { get; }

    /// <summary>By how many minutes that is ahead.</summary>
    public double Shift { get; }

    /// <summary>The next that is due by then; null for none.</summary>
    public Fault? Due(TimeSpan now) => faults.TryPeek(out var next) && next.At <= now ? faults.Dequeue().Fault : null;

    public void Show()
    {
        Console.WriteLine(FormattableString.Invariant($"the clock of replica {Shifted + 1} is {Shift:+0.0;-0.0} minutes off"));
        foreach (var (at, fault) in faults)
        {
            Console.WriteLine(FormattableString.Invariant($"{at.TotalSeconds, 8:0.00} s  {fault}"));
        }
    }
}
