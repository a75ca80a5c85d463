using Bot.Core.Questions.Understanding;
using Bot.Core.Questions.Words;

namespace Bot.Core.Questions.Answering;

/// <summary>"1,200 hostages and 250 dead", where the facts have 1,200 dead and 250 hostages.</summary>
internal static class Figures
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
        var terms = question.Terms.ToList();
        for (var at = 0; at + 1 < question.Words.Count; at++)
        {
            if (
                (NumberWords.ValueOf(question.Words[at].Normal) is not null || char.IsDigit(question.Words[at].Normal[0]))
                && !question.IsOfDate(at)
            )
            {
                var number = terms.FindIndex(term => term.Shown == question.Words[at].Shown);
                var thing = terms.FindIndex(term => term.Shown == question.Words[at + 1].Shown);
                if (number >= 0 && thing >= 0)
                {
                    yield return (number, thing);
                }
            }
        }
    }

    private static bool Holds(Found fact, int term) => fact.Match?.OwnCredits[term] >= 0.7f;
}
