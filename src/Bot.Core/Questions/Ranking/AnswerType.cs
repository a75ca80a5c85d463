using System.Text.RegularExpressions;
using Bot.Core.Questions.Answering;
using Bot.Core.Questions.Understanding;

namespace Bot.Core.Questions.Ranking;

/// <summary>Whether a sentence holds something of the sort a question asks for, that the question does not hold already.</summary>
internal static partial class AnswerType
{
    /// <returns>1 when it does, 0 when it does not, a half where the question asks for nothing in particular.</returns>
    public static float Fit(Question question, string sentence) =>
        question.Slot switch
        {
            Slot.Number => Holds(Number(), question, sentence),
            Slot.Date => Holds(Date(), question, sentence),
            Slot.Name or Slot.Place => Holds(Name(), question, sentence),
            Slot.Cause => Holds(Cause(), question, sentence),
            _ => 0.5f,
        };

    private static float Holds(Regex sort, Question question, string sentence)
    {
        foreach (var match in sort.EnumerateMatches(sentence))
        {
            var found = sentence.AsSpan(match.Index, match.Length);
            if (!question.Text.AsSpan().Contains(found, StringComparison.OrdinalIgnoreCase))
            {
                return 1;
            }
        }

        return 0;
    }

    [GeneratedRegex(
        @"\d[\d,.]*|\b(?:two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|dozens?|hundreds?|thousands?|millions?|billions?|half|twice|third|quarter|entire|none)\b",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant
    )]
    private static partial Regex Number();

    [GeneratedRegex(
        @"\b(?:1[0-9]|20)\d\d\b|\b(?:January|February|March|April|June|July|August|September|October|November|December|May \d|Monday|Tuesday|Wednesday|Thursday|Friday|Saturday|Sunday|yesterday|today)\b|\b\d+(?:st|nd|rd|th) century\b",
        RegexOptions.CultureInvariant
    )]
    private static partial Regex Date();

    [GeneratedRegex(@"(?<=[\p{L}\p{N},;:""“] )(?:\p{Lu}[\p{L}\p{N}'’.-]+)(?: \p{Lu}[\p{L}\p{N}'’.-]+)*", RegexOptions.CultureInvariant)]
    private static partial Regex Name();

    [GeneratedRegex(
        @"\b(?:because|due to|after|following|since|so that|in order to|led to|caused|citing|result|therefore|to)\b",
        RegexOptions.CultureInvariant
    )]
    private static partial Regex Cause();
}
