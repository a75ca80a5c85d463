namespace Bot.Benchmarks.Chaos;

/// <summary>Something that somebody asked at a platform.</summary>
/// <param name="What">Of what sort it is.</param>
/// <param name="Tag">Stands in the bodies of its requests, and of no others.</param>
/// <param name="Answers">How often it was answered by now.</param>
/// <param name="Outcome">Null as long as nothing is to be seen.</param>
/// <param name="IsOver">The platform does not tell it again.</param>
internal sealed record Asked(string What, string Tag, Func<int> Answers, Func<Outcome?> Outcome, Func<bool> IsOver);

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
