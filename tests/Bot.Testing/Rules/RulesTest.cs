using Bot.Core.Questions;

namespace Bot.Testing.Rules;

/// <summary>Random sequences of what moderators, members and the clock do, against a small model of the rules.</summary>
public sealed class RulesTest(Lexicon lexicon)
{
    /// <summary>So many shorter sequences are tried to make a failing one small.</summary>
    private const int Shrinkings = 400;

    /// <summary>Runs one sequence; the same seed and number give the same.</summary>
    /// <returns>What came out otherwise than in the model, with the fewest steps found that show it; null when nothing did.</returns>
    public async Task<string?> Failure(int seed, int number)
    {
        var steps = RulesSteps.Make(seed, number);
        if (await RulesRun.Of(steps, lexicon) is not { } failed)
        {
            return null;
        }

        steps = [.. steps.Take(failed.Step + 1)];
        for (var (size, tries) = (Math.Max(1, steps.Count / 2), 0); size > 0; size = size == 1 ? 0 : size / 2)
        {
            for (var at = 0; at < steps.Count && tries < Shrinkings; tries++)
            {
                IReadOnlyList<RulesStep> shorter = [.. steps.Take(at), .. steps.Skip(at + size)];
                if (await RulesRun.Of(shorter, lexicon) is { } still)
                {
                    (steps, failed) = ([.. shorter.Take(still.Step + 1)], still);
                }
                else
                {
                    at += size;
                }
            }
        }

        return $"Seed {seed}, sequence {number}: {failed.Sentence}\nafter\n{string.Join('\n', steps.Select(step => $"  {step}"))}";
    }
}
