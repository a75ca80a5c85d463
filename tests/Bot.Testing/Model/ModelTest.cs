using Bot.Core.Questions;

namespace Bot.Testing.Model;

/// <summary>Random sequences of changes, editions and restarts on a store, against a small model of what each community is to see.</summary>
/// <param name="open">An empty store that goes by the clock it is given.</param>
public sealed class ModelTest(Lexicon lexicon, Func<TimeProvider, Task<IModelStore>> open)
{
    /// <summary>So many shorter sequences are tried to make a failing one small.</summary>
    private const int Shrinkings = 600;

    /// <summary>Runs one sequence; the same seed and number give the same.</summary>
    /// <returns>What came out otherwise than in the model, with the fewest steps found that show it; null when nothing did.</returns>
    public async Task<string?> Failure(int seed, int number)
    {
        var steps = Steps.Make(seed, number);
        if (await Run(steps) is not { } failed)
        {
            return null;
        }

        (steps, failed) = await Shortened([.. steps.Take(failed.Step + 1)], failed);
        return $"Seed {seed}, sequence {number}: {failed.Sentence}\nafter\n{string.Join('\n', steps.Select((step, i) => $"  {i}. {step}"))}";
    }

    private Task<Disagreement?> Run(IReadOnlyList<Step> steps) => ModelRun.Of(steps, lexicon, open);

    /// <summary>Leaves out as many steps as it can, first in large pieces, as long as anything still fails.</summary>
    private async Task<(IReadOnlyList<Step>, Disagreement)> Shortened(IReadOnlyList<Step> steps, Disagreement failed)
    {
        var tries = 0;
        for (var size = steps.Count / 2; size > 0; size = size == 1 ? 0 : size / 2)
        {
            for (var at = 0; at < steps.Count && tries < Shrinkings; tries++)
            {
                IReadOnlyList<Step> shorter = [.. steps.Take(at), .. steps.Skip(at + size)];
                if (await Run(shorter) is { } still)
                {
                    (steps, failed) = ([.. shorter.Take(still.Step + 1)], still);
                }
                else
                {
                    at += size;
                }
            }
        }

        return (steps, failed);
    }
}
