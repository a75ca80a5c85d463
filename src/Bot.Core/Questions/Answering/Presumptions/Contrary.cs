using System.Text.RegularExpressions;
using Bot.Core.Questions.Answering.Gaps;
using Bot.Core.Questions.Understanding;
using Bot.Core.Questions.Words;

namespace Bot.Core.Questions.Answering.Presumptions;

/// <summary>"Why did they do it?", where the sentence of a document tells that it was not done, or that somebody would not have it.</summary>
internal static partial class Contrary
{
    public static bool IsTo(Question question, string sentence) =>
        (question.Leading || (question.Slot is Slot.Cause && !question.YesNo))
        && !question.Negated
        && !(question.Slot is Slot.Cause && MissingSlot.GivesCause(sentence))
        && Refusals().Matches(sentence).Any(refusal => !question.Words.Any(word => IsOf(word.Normal, refusal.Value)));

    /// <summary>"Why did she reject it" is no other than what is told.</summary>
    private static bool IsOf(string word, string refusal) => Stemmer.Stem(word) == Stemmer.Stem(refusal.ToLowerInvariant());

    [GeneratedRegex(
        @"\b(?:reject(?:s|ed)|den(?:y|ies|ied)|turned down|untouched|unaffected|no such|no decision|not yet|never|refuse[sd]|(?:did|has|have|had|was|were|would|will) not(?! only\b))\b",
        RegexOptions.CultureInvariant | RegexOptions.IgnoreCase
    )]
    private static partial Regex Refusals();
}
