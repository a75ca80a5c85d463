using Bot.Core.Journal;
using Bot.Core.Questions.Answering;

namespace Bot.Core.Tests.Communities;

/// <summary>All of an answer that a reader could tell apart, but for how it is worded.</summary>
internal sealed record Told(string Outcome, string Facts, string Nearest, string Passages, double Confidence)
{
    private static readonly DateOnly Today = new(2026, 6, 1);

    public static Told By(StorySnapshot story, string question)
    {
        var answer = Answerer.Answer(story, question, new AsOf(), Today);
        return new Told(
            $"{answer.Outcome} {answer.Shape.GetType().Name}",
            Line(answer.Facts),
            Line(answer.Nearest),
            string.Join(", ", answer.Passages.Select(passage => $"{passage.Passage.Seed}:{passage.Passage.Number} {passage.Score}")),
            answer.Confidence
        );
    }

    private static string Line(IEnumerable<ScoredFact> facts) => string.Join(", ", facts.Select(fact => $"{fact.Fact.Id} {fact.Score}"));
}
