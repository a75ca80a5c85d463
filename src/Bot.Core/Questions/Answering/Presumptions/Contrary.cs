using System.Text.RegularExpressions;
using Bot.Core.Questions.Understanding;

namespace Bot.Core.Questions.Answering.Presumptions;

/// <summary>"Why did they do it?", where the sentence of a document tells that it was not done, or that somebody would not have it.</summary>
internal static partial class Contrary
{
    /// <summary>So many letters tell one verb from another, whatever its ending.</summary>
    private const int Stem = 4;

    public static bool IsTo(Question question, string sentence) =>
        (question.Leading || (question.Slot is Slot.Cause && !question.YesNo))
        && !question.Negated
        && Refusals().Matches(sentence).Any(refusal => !question.Words.Any(word => IsOf(word.Normal, refusal.Value)));

    /// <summary>"Why did she reject it" is no other than what is told.</summary>
    private static bool IsOf(string word, string refusal) =>
        word.Length >= Stem && refusal.StartsWith(word.AsSpan(0, Stem), StringComparison.OrdinalIgnoreCase);

    [GeneratedRegex(
        @"\b(?:reject(?:s|ed)|den(?:y|ies|ied)|turned down|untouched|unaffected|no such|no decision|not yet|never|refuse[sd]|(?:did|has|have|had|was|were|would|will) not(?! only\b))\b",
        RegexOptions.CultureInvariant | RegexOptions.IgnoreCase
    )]
    private static partial Regex Refusals();
}
