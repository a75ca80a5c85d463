using System.CommandLine;
using Bot.Knowledge.Lexicons;
using Bot.Testing.Rules;

namespace Bot.Benchmarks.Rules;

/// <summary><c>rules</c>: random sequences of what moderators, members and the clock do, against a small model of the rules.</summary>
internal sealed class RulesVerb : Command
{
    /// <summary>Failing sequences shown; each is made short first, which takes its time.</summary>
    private const int Shown = 5;

    private readonly NumberOption sequences = new("--sequences", "How many.", usual: 10_000);
    private readonly Option<int> seed = new("--seed")
    {
        Description = "The same seed gives the same sequences.",
        HelpName = "S",
        DefaultValueFactory = _ => 1,
    };
    private readonly Option<int?> only = new("--only") { Description = "The sequence of this number alone.", HelpName = "N" };

    public RulesVerb()
        : base("rules", "Run random sequences of moderation through the rules and a small model of them; wrong is any difference.")
    {
        Add(sequences);
        Add(seed);
        Add(only);
        SetAction(Run);
    }

    private async Task<int> Run(ParseResult parsed, CancellationToken cancellation)
    {
        var (test, first) = (new RulesTest(ShippedLexicon.Read()), parsed.GetValue(seed));
        var numbers = parsed.GetValue(only) is { } one ? [one] : Enumerable.Range(0, parsed.GetValue(sequences)).ToArray();
        var failures = 0;
        foreach (var number in numbers)
        {
            cancellation.ThrowIfCancellationRequested();
            if (await test.Failure(first, number) is { } failure)
            {
                Console.WriteLine(failure);
                if (++failures == Shown)
                {
                    Console.WriteLine("More were not tried.");
                    break;
                }
            }
        }

        Console.WriteLine(
            failures == 0 ? $"All {numbers.Length:N0} sequences came out as in the model." : $"{failures} sequences did not."
        );
        return failures == 0 ? 0 : 1;
    }
}
