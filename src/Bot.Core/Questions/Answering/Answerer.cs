using Bot.Core.Journal;
using Bot.Core.Questions.Answering.Presumptions;
using Bot.Core.Questions.Answering.Verdicts;
using Bot.Core.Questions.Understanding;

namespace Bot.Core.Questions.Answering;

/// <summary>Question in, answer out: understanding, ranking, answering over one snapshot. Pure; safe from any thread.</summary>
public static class Answerer
{
    /// <summary>How many passages an answer lists.</summary>
    internal const int Passages = 5;

    /// <param name="asOf">The two clocks; the question's own words may set the first.</param>
    /// <param name="today">In the story's time zone, for "yesterday" and the like.</param>
    public static Answer Answer(StorySnapshot story, string question, AsOf asOf, DateOnly today)
    {
        var context = new Context(story.Index, today);
        return Severally.Answer(question, asOf, context, part => One(story, part, asOf, context)) ?? One(story, question, asOf, context);
    }

    private static Answer One(StorySnapshot story, string question, AsOf asOf, Context context)
    {
        var understood = Understanding.Passes.Understand(question, asOf, context);
        using var found = new Case(story, understood);
        foreach (var (name, rule) in Rules.All)
        {
            if (rule(found) is { } answer)
            {
                return Complete(answer, found, name);
            }
        }

        return Complete(Draft.Nothing(found), found, "nothing near");
    }

    private static Answer Complete(Draft first, Case found, string firstRule)
    {
        var (heeded, rule) = AskedJustSo.Heed(found, first, firstRule);
        var draft = Dates.Heed(found, Contested.Beside(found, Circumstance.Heed(found, heeded)));
        return new Answer
        {
            Question = found.Question.Text,
            Outcome = draft.Outcome,
            Shape = draft.Shape,
            Facts = Draft.WithPartners(found, draft.Facts).ConvertAll(fact => fact.Scored),
            Nearest = Draft.WithPartners(found, draft.Nearest).ConvertAll(fact => fact.Scored),
            Passages =
            [
                .. draft.Opening is { } opening ? [new ScoredPassage(opening, draft.Confidence)] : Array.Empty<ScoredPassage>(),
                .. found
                    .Passages.Take(Passages)
                    .Select(match => new ScoredPassage(
                        found.Story.Index.PassageList[match.Number],
                        Math.Round(Math.Clamp(match.Chance, 0, 1), 3)
                    )),
            ],
            Confidence = Math.Round(Math.Clamp(draft.Confidence, 0, 1), 3),
            AsOf = found.Question.AsOf,
            Trace = new Trace(found.Story, found.Question, rule),
        };
    }
}
