using Bot.Core.Journal;
using Bot.Core.Questions.Answering;
using Bot.Testing;

namespace Bot.Core.Tests.Cases;

/// <summary>Stories as somebody writes them in an hour: two or three ways of asking for each fact, few gaps. Their questions are others' words.</summary>
public sealed class SparseStoryTests
{
    private static readonly DateOnly Today = new(2026, 11, 24);
    private static readonly Dictionary<string, StorySnapshot> Loaded = new[]
    {
        ("clinic", "clinic-breach"),
        ("strike", "hospital-strike"),
        ("club", "club-sale"),
        ("volcano", "volcano"),
        ("ferry", "ferry"),
        ("merger", "merger"),
        ("dam", "dam"),
        ("vaccine", "vaccine"),
        ("port", "port"),
        ("spyware", "spyware"),
        ("bank", "bank"),
        ("drones", "drones"),
        ("tram", "tram"),
    }.ToDictionary(story => story.Item2, story => StoryFolders.Story(story.Item1, story.Item2));

    /// <param name="share">How many of its cases must be right; they were not all mended, so that the figure says something of the next story.</param>
    [Theory]
    [InlineData("clinic-breach", 0.72)]
    [InlineData("hospital-strike", 0.82)]
    public void A_story_with_few_ways_of_asking_is_found_by_many(string story, double share)
    {
        var cases = Cases(story);
        cases.Count.ShouldBeGreaterThan(60);

        var faults = cases
            .Select(asked => (asked, Fault: CaseJudge.Fault(asked, Ask(asked, story), Loaded[story])))
            .Where(pair => pair.Fault is not null)
            .ToList();

        var misses = string.Join('\n', faults.Select(pair => $"{pair.asked}: {pair.Fault}"));
        TestContext.Current.TestOutputHelper?.WriteLine($"{cases.Count - faults.Count} of {cases.Count} right. Misses:\n{misses}");
        (1 - ((double)faults.Count / cases.Count)).ShouldBeGreaterThanOrEqualTo(share, misses);
    }

    [Theory]
    [InlineData("clinic-breach")]
    [InlineData("hospital-strike")]
    public void What_it_does_not_give_and_what_it_contradicts_is_never_answered(string story)
    {
        var cases = Cases(story).Where(asked => asked.File is "not-in-story.txt" or "false-premise.txt").ToList();
        cases.Count.ShouldBeGreaterThan(12);

        cases.Where(asked => Ask(asked, story).Outcome is Outcome.Answered).ShouldBeEmpty();
    }

    /// <summary>Written by somebody who had never done so, and asked what others had asked of the report before there was a fact.</summary>
    [Theory]
    [InlineData("club-sale", 0.74, 0.4)]
    [InlineData("volcano", 0.92, 0.65)]
    [InlineData("ferry", 0.3, 0.85)]
    [InlineData("merger", 0.4, 0.8)]
    [InlineData("dam", 0.82, 0.7)]
    [InlineData("vaccine", 0.76, 0.85)]
    [InlineData("port", 0.7, 0.94)]
    [InlineData("spyware", 0.72, 0.82)]
    [InlineData("bank", 0.87, 0.78)]
    [InlineData("drones", 0.87, 0.78)]
    [InlineData("tram", 0.83, 0.9)]
    public void Facts_that_a_newcomer_wrote_answer_most_and_confirm_no_false_premise(string story, double answered, double refused)
    {
        var asked = DocumentQuestion
            .Of(story)
            .Select(question => (question, Answer: Answerer.Answer(Loaded[story], question.Q, new AsOf(), Today)))
            .ToList();
        var answers = asked.FindAll(pair => pair.question.Expect == "answer");
        var notSaid = asked.FindAll(pair => pair.question.Expect == "not-said");

        Share(answers, pair => pair.Answer.Outcome is not Outcome.Abstained && RestsOnIt(pair.question, pair.Answer))
            .ShouldBeGreaterThanOrEqualTo(answered);
        Share(notSaid, pair => pair.Answer.Outcome is not Outcome.Answered).ShouldBeGreaterThanOrEqualTo(refused);
        asked
            .Where(pair =>
                pair is { question.Expect: "false-premise", Answer.Outcome: Outcome.Answered } && !RestsOnIt(pair.question, pair.Answer)
            )
            .ShouldBeEmpty();
    }

    private static double Share<T>(List<T> all, Predicate<T> isSuch) => (double)all.FindAll(isSuch).Count / all.Count;

    /// <summary>One of the first facts rests on a right sentence.</summary>
    private static bool RestsOnIt(DocumentQuestion question, Answer answer) =>
        answer.Facts.Take(3).SelectMany(fact => fact.Fact.RestsOn).Any(evidence => question.IsRight(evidence.Passage.Text));

    private static IReadOnlyList<QuestionCase> Cases(string story) => CaseFile.ReadAll(Repository.Folder("tests", "cases", story));

    private static Answer Ask(QuestionCase asked, string story) => Answerer.Answer(Loaded[story], asked.Question, new AsOf(), Today);
}
