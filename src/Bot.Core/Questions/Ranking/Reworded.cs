using System.Numerics;

namespace Bot.Core.Questions.Ranking;

/// <summary>
/// Looks whether a sentence says a word of the question otherwise: it lacks the word, holds the one beside it, and has another in its place, as
/// "the envoy left" has for "the envoy departed". That speaks for the sentence: where nothing stands in the place, nothing is said of it.
/// </summary>
internal static class Reworded
{
    /// <summary>Beside is so many words off at most, so that one little word may stand between.</summary>
    private const int Reach = 2;

    /// <summary>How rare the rarest such word is in English; 0 for none.</summary>
    public static float Rarest(PassageView view)
    {
        var wording = view.Wording;
        var most = 0f;
        for (var left = wording.Content & ~view.Worded.Held; left != 0; left &= left - 1)
        {
            var missing = BitOperations.TrailingZeroCount(left);
            var rarity = wording.RarityOf(missing);
            if (rarity > most && (IsReworded(missing, step: -1, view) || IsReworded(missing, step: 1, view)))
            {
                most = rarity;
            }
        }

        return most;
    }

    /// <param name="step">On which side of the word that the sentence holds the missing one would stand: -1 before it, 1 after it.</param>
    private static bool IsReworded(int missing, int step, PassageView view)
    {
        var term = view.Wording.TermBeside(missing, -step, Reach);
        var tokens = view.Tokens;
        for (var at = 0; at < tokens.Length && term >= 0; at++)
        {
            if (tokens[at].Term == term && HasOther(at + step, step, view))
            {
                return true;
            }
        }

        return false;
    }

    private static bool HasOther(int at, int step, PassageView view)
    {
        var tokens = view.Tokens;
        var makeup = view.Index.Makeup;
        if ((uint)at < (uint)tokens.Length && makeup.IsStop(tokens[at]))
        {
            at += step;
        }

        return (uint)at < (uint)tokens.Length && !makeup.IsStop(tokens[at]) && !view.Wording.Has(tokens[at].Term);
    }
}
