using Bot.Core.Questions.Answering.Gaps;
using Bot.Core.Questions.Understanding;

namespace Bot.Core.Questions.Answering.Presumptions;

/// <summary>"At the hearing where they said it, what …", "as a minister of X, what did Y say": the circumstance is taken for granted, and must be in the facts.</summary>
internal static class Circumstance
{
    private const float Holds = 0.7f;

    /// <summary>What was found, as no more than near, where no fact of it holds the circumstance.</summary>
    public static Draft Heed(Case found, Draft draft) =>
        draft is { Outcome: Outcome.Answered, Shape: Shape.Direct or Shape.Responses, Facts.Count: > 0 }
        && !IsHeld(found.Question, draft.Facts)
            ? Draft.Partly(new Shape.NotSaid(), draft.Facts, draft.Confidence * 0.6)
            : draft;

    private static bool IsHeld(Question question, IReadOnlyList<Found> facts)
    {
        var end = End(question);
        if (end == 0)
        {
            return true;
        }

        var words = question.Words.Take(end).Where(word => !word.IsStop).Select(word => word.Shown).ToHashSet(StringComparer.Ordinal);
        return Enumerable
            .Range(0, question.Terms.Count)
            .Where(i => question.Terms[i] is { Entity: null, Weight: >= Reservations.Heavy } term && !term.Means("ongoing"))
            .Where(i => question.Terms[i].Shown.Split(' ').Any(words.Contains))
            .All(i => facts.Any(fact => fact.Match is not { } match || match.Told[i] >= Holds));
    }

    /// <summary>How many words stand before the comma; 0 where the question begins otherwise. "As a student, …" tells of the asker.</summary>
    private static int End(Question question)
    {
        var words = question.Words;
        if (words is not [{ Normal: "at" or "during" or "as" }, { Normal: "a" or "an" or "the" }, ..])
        {
            return 0;
        }

        var end = Enumerable
            .Range(2, words.Count - 2)
            .FirstOrDefault(at =>
                (QuestionWords.Contains(words[at].Normal) || TellForm.IsAuxiliary(words[at].Normal))
                && question.Text.AsSpan(words[at - 1].Start, words[at].Start - words[at - 1].Start).Contains(',')
            );
        return words[0].Normal != "as" || question.Mentions.Any(mention => mention.End <= end) ? end : 0;
    }
}
