using System.Numerics;
using Bot.Core.Questions.Answering.Gaps;

namespace Bot.Core.Questions.Ranking;

/// <summary>
/// "Did X resign", "how much did X pay", "how" and "why did X leave", where all that a sentence holds of the question is X: it tells something of X, and not that.
/// Who, when and where are asked in other words more often than not, and are left to <see cref="PassageChance" />.
/// </summary>
internal static class NamesOnly
{
    /// <summary>Of a term that is held by another word, the credit is between these.</summary>
    private const float Akin = 0.5f;
    private const float Same = 0.99f;

    /// <summary>So many words of names that stand together in one sentence alone are not found there by chance.</summary>
    private const int Telling = 3;

    public static bool IsAllHeld(PassageView view) =>
        view.Worded.Held != 0
        && view.Worded.Held != view.Wording.Content
        && IsDeedAsked(view)
        && !HoldsAkin(view.Here)
        && (BitOperations.PopCount(view.Worded.Held) < Telling || !IsOnlyHere(view))
        && view.Wording.AreNames(view.Worded.Held, view.Tokens, view.Index.Makeup);

    /// <summary>A number of the unit that a measure is told in answers without another word: "Holt, 29," for "how old is Holt".</summary>
    private static bool IsDeedAsked(PassageView view) =>
        (
            view.Question.YesNo
            || view.Sort is Sort.Number
            || view.Question.Has(word => word == "why")
            || view.Question.Words is [{ Normal: "how" }, { Normal: "did" or "does" or "do" or "was" or "were" }, ..]
        ) && !(Measures.Asked(view.Question) && Measures.Fit(view.Question, view.Passage.Text));

    private static bool HoldsAkin(ReadOnlySpan<float> credits)
    {
        foreach (var credit in credits)
        {
            if (credit is >= Akin and < Same)
            {
                return true;
            }
        }

        return false;
    }

    private static bool IsOnlyHere(PassageView view) => (view.Document.HeldOnce & view.Worded.Held) != 0;
}
