using System.Globalization;
using Bot.Testing.Fuzz;

namespace Bot.Testing.Rules;

/// <summary>Makes sequences of steps, the same for the same seed and number.</summary>
internal static class RulesSteps
{
    private const int Least = 10;
    private const int Most = 50;

    public static readonly IReadOnlyList<string> Moderators = ["ann", "bea", "cai"];
    public static readonly IReadOnlyList<string> Members = ["mo", "pia"];
    public static readonly IReadOnlyList<string> BaseFacts = ["b0", "b1", "b2"];

    /// <summary>What is done more often stands more often.</summary>
    private static readonly IReadOnlyList<Doing> Often =
    [
        .. Enum.GetValues<Doing>(),
        Doing.Hold,
        Doing.Retract,
        Doing.Retract,
        Doing.Undo,
        Doing.Undo,
        Doing.Undo,
        Doing.Undo,
        Doing.Report,
        Doing.Dispute,
    ];

    /// <summary>The fact that a step added.</summary>
    public static string Added(int number) => string.Create(CultureInfo.InvariantCulture, $"o{number}");

    public static IReadOnlyList<RulesStep> Make(int seed, int number)
    {
        var draw = new Draw(seed, number);
        var facts = BaseFacts.Take(draw.Between(1, BaseFacts.Count)).ToList();
        var steps = new List<RulesStep> { new RulesStep.Second(0, draw.Chance(60)) };
        for (var at = 1; at <= draw.Between(Least, Most); at++)
        {
            steps.Add(Make(draw, at, [.. facts, .. steps.Where(Adds).Select(step => Added(step.Number)).TakeLast(3)]));
        }

        return steps;
    }

    private static RulesStep Make(Draw draw, int number, IReadOnlyList<string> facts) =>
        draw.Below(100) switch
        {
            < 6 => new RulesStep.Draft(number, draw.Of(Moderators)),
            < 34 => new RulesStep.Decide(
                number,
                draw.Of(Moderators),
                Math.Max(0, number - draw.Between(1, 6)),
                draw.Chance(65),
                draw.Chance(70)
            ),
            < 40 => new RulesStep.Again(number, draw.Below(number)),
            < 47 => new RulesStep.Wait(number),
            < 50 => new RulesStep.Second(number, draw.Chance(50)),
            _ => Do(draw, number, facts),
        };

    private static RulesStep.Do Do(Draw draw, int number, IReadOnlyList<string> facts)
    {
        var what = draw.Of(Often);
        var by = draw.Of(what == Doing.Report || draw.Chance(3) ? Members : Moderators);
        // What a step added has links and a note of its own, which no other wording here has.
        return new RulesStep.Do(number, by, what, draw.Of(what == Doing.Correct ? BaseFacts : facts), draw.Below(12), draw.Chance(80));
    }

    private static bool Adds(RulesStep step) => step is RulesStep.Draft or RulesStep.Do { What: Doing.Supersede };
}
