using System.Diagnostics;

namespace Bot.Benchmarks.Chaos;

/// <summary>Something that somebody asked at a platform.</summary>
/// <param name="What">Of what sort it is.</param>
/// <param name="Tag">Stands in the bodies of its requests, and of no others.</param>
/// <param name="Answers">How often it was answered by now.</param>
/// <param name="Outcome">Null as long as nothing is to be seen.</param>
/// <param name="IsOver">The platform does not tell it again.</param>
internal sealed record Asked(string What, string Tag, Func<int> Answers, Func<Outcome?> Outcome, Func<bool> IsOver)
{
    /// <summary>A little before it was, as a timestamp: it is on its way already.</summary>
    public long At { get; } = Stopwatch.GetTimestamp() - Stopwatch.Frequency;

    /// <summary>So long it may come to the balancer, again too.</summary>
    public TimeSpan Comes { get; init; } = TimeSpan.FromSeconds(10);

    /// <summary>What was seen of its answers, for who looks into why there are too many.</summary>
    public Func<string>? Seen { get; init; }

    public long Until => At + (long)(Comes.TotalSeconds * Stopwatch.Frequency);
}

internal enum Outcome
{
    /// <summary>Also with a sentence that says why not.</summary>
    Answered,

    /// <summary>With a sentence that says that something went wrong.</summary>
    Trouble,
}

internal static class Outcomes
{
    public static Outcome Of(string said) => said.Contains("went wrong", StringComparison.Ordinal) ? Outcome.Trouble : Outcome.Answered;
}
