namespace Bot.Benchmarks.Quality;

/// <summary>How well the bot tells what the text says from what it does not.</summary>
/// <param name="Answered">The share of answerable questions that were answered.</param>
/// <param name="Refused">The share of the others that were refused.</param>
/// <param name="System">The share answered with the right sentence or rightly refused.</param>
internal sealed record Refusing(double Answered, double Refused, double System)
{
    public double Balanced => (Answered + Refused) / 2;

    public static Refusing Of(IReadOnlyList<Answered> answers, params Tier[] tiers)
    {
        var answerable = answers.Where(answer => answer.Asked.Tier == Tier.Answerable).ToList();
        var others = answers.Where(answer => tiers.Contains(answer.Asked.Tier)).ToList();
        return new Refusing(
            answerable.Average(answer => answer.Said ? 1.0 : 0),
            others.Average(answer => answer.Said ? 0 : 1.0),
            answerable.Concat(others).Average(answer => IsRight(answer) ? 1.0 : 0)
        );
    }

    public static bool IsRight(Answered answer) => answer.Asked.Tier == Tier.Answerable ? answer.Said && answer.Place is 1 : !answer.Said;

    /// <summary>The chance that an answerable question has more confidence than one of a tier; ties count half.</summary>
    public static double Auroc(IReadOnlyList<Answered> answers, Tier tier)
    {
        var above = answers.Where(answer => answer.Asked.Tier == Tier.Answerable).Select(answer => answer.Confidence).ToList();
        var below = answers.Where(answer => answer.Asked.Tier == tier).Select(answer => answer.Confidence).ToList();
        return above.Average(high =>
            below.Average(low =>
                high > low ? 1.0
                : high < low ? 0
                : 0.5
            )
        );
    }
}
