using System.CommandLine;
using Bot.Testing.Digests.Clock;

namespace Bot.Benchmarks.Digests;

/// <summary><c>clock</c>: digests over years of a virtual clock, in eight time zones, with deaths at any step and platforms that fail.</summary>
internal sealed class ClockVerb : Command
{
    private const int DaysInYear = 366;
    private static readonly DateTimeOffset Start = new(2026, 1, 1, 0, 0, 0, TimeSpan.Zero);

    private readonly Option<double> years = new("--years")
    {
        Description = "How long, on the virtual clock.",
        HelpName = "N",
        DefaultValueFactory = _ => 1,
    };
    private readonly Option<int> seed = new("--seed")
    {
        Description = "The same seed gives the same run.",
        HelpName = "S",
        DefaultValueFactory = _ => 1,
    };

    public ClockVerb()
        : base(
            "clock",
            "Let digests fall due for years while the process dies and platforms fail; wrong is one twice, or none and no reason."
        )
    {
        Add(years);
        Add(seed);
        SetAction(
            async (parsed, _) =>
            {
                var report = await new ClockRun(
                    parsed.GetValue(seed),
                    Start,
                    TimeSpan.FromDays(Math.Round(DaysInYear * parsed.GetValue(years)))
                ).Run();
                report.Show(Console.Out);
                return report.Wrong.Count == 0 ? 0 : 1;
            }
        );
    }
}
