using System.Text.RegularExpressions;
using Bot.Core.Questions.Understanding;
using Bot.Core.Questions.Words;

namespace Bot.Core.Questions.Answering.Presumptions;

/// <summary>"1,200 hostages and 250 dead", where the facts have 1,200 dead and 250 hostages; and an exact number, where they have a rough one.</summary>
internal static partial class Figures
{
    /// <summary>A fact holds a number of the question without what the question counts by it, and another holds that without the number.</summary>
    public static bool AreOfOthers(Question question, IReadOnlyList<Found> facts) =>
        Counted(question)
            .Any(pair =>
                facts.Any(fact => Holds(fact, pair.Number) && !Holds(fact, pair.Thing))
                && facts.Any(fact => !Holds(fact, pair.Number) && Holds(fact, pair.Thing))
                && !facts.Any(fact => Holds(fact, pair.Number) && Holds(fact, pair.Thing))
            );

    /// <summary>The numbers of the question, each with the word after it, by their terms.</summary>
    private static IEnumerable<(int Number, int Thing)> Counted(Question question)
    {
        for (var at = 0; at + 1 < question.Words.Count; at++)
        {
            if (
                (NumberWords.ValueOf(question.Words[at].Normal) is not null || char.IsDigit(question.Words[at].Normal[0]))
                && !question.IsOfDate(at)
            )
            {
                var number = question.TermOf(question.Words[at]);
                var thing = question.TermOf(question.Words[at + 1]);
                if (number >= 0 && thing >= 0)
                {
                    yield return (number, thing);
                }
            }
        }
    }

    private static bool Holds(Found fact, int term) => fact.Match?.OwnCredits[term] >= 0.7f;

    /// <summary>"The exact number", where the best fact gives a rough one.</summary>
    public static bool AreRough(Question question, IReadOnlyList<Found> facts) =>
        question.Slot is Slot.Number
        && question.Has(word => word is "exact" or "exactly" or "precise" or "precisely")
        && (facts[0].Fact.Figure?.Qualifier is not null || Rough().Matches(facts[0].Fact.Says).Any(IsOfNumber));

    /// <summary>"Over 250", and not "over the protest".</summary>
    private static bool IsOfNumber(Match rough) =>
        rough.Groups["next"] is not { Success: true, Value: var next }
        || char.IsDigit(next[0])
        || NumberWords.Contains(next.ToLowerInvariant());

    [GeneratedRegex(
        @"\b(?:about|around|roughly|approximately|some|nearly|almost|over|an estimated|more than|fewer than|less than|at least|at most|up to|as many as|close to) (?:a quarter\b|(?:an? )?(?<next>\w+))"
            + @"|\b(?:tens|dozens|scores|hundreds|thousands|millions)\b",
        RegexOptions.CultureInvariant | RegexOptions.IgnoreCase
    )]
    private static partial Regex Rough();
}
