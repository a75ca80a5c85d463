using Bot.Core.Questions.Answering;
using Bot.Core.Questions.Indexing;
using Bot.Core.Questions.Understanding;

namespace Bot.Core.Questions.Ranking;

/// <summary>How a question is asked, to be held against the ways in which facts and gaps are asked for: its little words and what it asks for.</summary>
internal sealed class Asking
{
    private FewWords function = FewWords.None;
    private Slot? slot;

    public void Read(Question question) =>
        (slot, function) = (question.Slot, new FewWords(question.Words.Where(word => word.IsStop).Select(word => word.TermId)));

    /// <summary>How like the little words of a way of asking are to those of the question (Dice 1945), 0..1.</summary>
    public float Alike(FewWords words) =>
        function.Count + words.Count == 0 ? 1 : 2f * words.Shared(function) / (function.Count + words.Count);

    /// <summary>"When" and "how many" are not the same question, however alike the rest is.</summary>
    public float Agreement(View view) =>
        (slot, view.Slot) switch
        {
            // Whoever asks why something was done that was not done asks for the gap.
            (Slot.Cause, null) when view.Of is ViewOf.Gap => FactWeights.CauseOfGap,
            (Slot.Manner, _) or (null, null) => 1,
            ({ } asked, { } foreseen) when asked == foreseen => 1,
            (Slot.Name, null) => FactWeights.NameMissing,
            ({ }, null) => FactWeights.SlotMissing,
            ({ }, _) => FactWeights.SlotDiffers,
            (null, Slot.Manner) => 1,
            _ => FactWeights.SlotMissing,
        };
}
