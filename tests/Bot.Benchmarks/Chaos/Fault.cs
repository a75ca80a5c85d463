namespace Bot.Benchmarks.Chaos;

/// <summary>Something that befalls the replicas. Closed.</summary>
internal abstract record Fault
{
    private const int Shortest = 500;

    private Fault() { }

    /// <param name="Replica">Which, from 0.</param>
    public sealed record Kill(int Replica) : Fault;

    public sealed record StandStill(int Replica, TimeSpan For) : Fault;

    public sealed record RestartServer : Fault;

    public sealed record CutConnections : Fault;

    public sealed record DelayConnections(TimeSpan By, TimeSpan For) : Fault;

    public sealed record StallConnections(TimeSpan For) : Fault;

    /// <summary>The connections end on which replicas hear of what others append.</summary>
    public sealed record EndListening : Fault;

    /// <summary>The next one, the same for the same seed.</summary>
    public static Fault Next(Random random, int replicas) =>
        random.Next(100) switch
        {
            < 30 => new Kill(random.Next(replicas)),
            < 45 => new StandStill(random.Next(replicas), Time(random, 20_000)),
            < 55 => new RestartServer(),
            < 67 => new CutConnections(),
            < 79 => new DelayConnections(TimeSpan.FromMilliseconds(random.Next(1, 50)), Time(random, 4_000)),
            < 90 => new StallConnections(Time(random, 6_000)),
            _ => new EndListening(),
        };

    private static TimeSpan Time(Random random, int longest) => TimeSpan.FromMilliseconds(random.Next(Shortest, longest));
}
