using Bot.Core.Questions.Understanding;

namespace Bot.Core.Questions.Answering;

/// <summary>Several questions asked at once get an answer each, where each has words of its own.</summary>
internal static class Severally
{
    /// <param name="context">To understand a part by itself.</param>
    /// <param name="ask">Answers one question.</param>
    /// <returns>Null where one thing is asked, where a day is named that may be meant for all of it, or the second has no word of its own: "who was dismissed, and why".</returns>
    public static Answer? Answer(string question, AsOf asOf, Context context, Func<string, Answer> ask)
    {
        if (SeveralQuestions.AreCompared(question) && ask(question) is { Shape: Shape.AccountsDiffer } both)
        {
            return both;
        }

        var parts = SeveralQuestions.In(question).Take(SeveralQuestions.Most).ToList();
        return parts.Count < 2 || !parts.All(part => HasWords(Passes.Understand(part, asOf, context)))
            ? null
            : Joined(
                question,
                WithoutRepeated([.. parts.Select((part, i) => ask(i == 0 ? part : Behind(parts[0], part)) with { Question = part })])
            );
    }

    /// <summary>What was asked first stands beside it, for "they" and "there", and is not asked again.</summary>
    private static string Behind(string first, string part) => $"{first.TrimEnd('?', '.', '!', ' ')}.\n{part.TrimEnd('?', ' ')}?";

    private static bool HasWords(Question part) =>
        !part.Asks("overview")
        && part.Dates.Count == 0
        && part.Months.Count == 0
        && part.Terms.Any(term => term.Weight >= TermWeights.LeastAsked);

    /// <summary>What the facts of another answer say already is not told twice; what says that something is lacking or otherwise is told.</summary>
    private static List<Answer> WithoutRepeated(List<Answer> answers)
    {
        var told = new List<Answer>();
        foreach (var answer in answers)
        {
            var isPlain = answer is { Outcome: Outcome.Answered, Shape: Shape.Direct { Slot: not Slot.Date } };
            if (!isPlain || told.TrueForAll(other => answer.Facts.Any(fact => !Tells(other, fact))))
            {
                told.Add(answer);
            }
        }

        return told;
    }

    private static bool Tells(Answer answer, ScoredFact fact) => answer.Facts.Any(other => other.Revision == fact.Revision);

    private static Answer Joined(string question, List<Answer> answers) =>
        answers is [var only]
            ? only with
            {
                Question = question,
            }
            : answers[0] with
            {
                Question = question,
                Outcome =
                    answers.TrueForAll(answer => answer.Outcome is Outcome.Answered) ? new Outcome.Answered()
                    : answers.TrueForAll(answer => answer.Outcome is Outcome.Abstained) ? answers[0].Outcome
                    : new Outcome.Partly(),
                Shape = new Shape.Several(answers),
                Facts = [.. answers.SelectMany(answer => answer.Facts).DistinctBy(fact => fact.Revision)],
                Nearest = [.. answers.SelectMany(answer => answer.Nearest).DistinctBy(fact => fact.Revision)],
                Passages =
                [
                    .. answers.SelectMany(answer => answer.Passages).DistinctBy(passage => passage.Passage).Take(Answerer.Passages),
                ],
                Confidence = answers.Min(answer => answer.Confidence),
            };
}
