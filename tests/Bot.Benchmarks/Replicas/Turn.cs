namespace Bot.Benchmarks.Replicas;

/// <summary>What some replicas did in some time.</summary>
/// <param name="Processor">Of all of them together for each request, in microseconds.</param>
internal sealed record Turn(double PerSecond, double Processor);
