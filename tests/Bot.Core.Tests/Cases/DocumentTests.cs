using Bot.Core.Journal;
using Bot.Core.Questions.Answering;

namespace Bot.Core.Tests.Cases;

/// <summary>
/// Reports put in as they are, without a reviewed fact, and what others asked of them in their own words. Not all of it is mended, so that the figures say something of
/// the next report.
/// </summary>
public sealed class DocumentTests
{
    private static readonly DateOnly Today = new(2026, 11, 24);
    private static readonly Shelf Shelf = StoryFolders.Reports;

    /// <param name="expect">As the files of questions have it.</param>
    /// <param name="share">How many must come out right.</param>
    [Theory]
    [InlineData("answer", 0.404)]
    [InlineData("not-said", 0.6)]
    [InlineData("false-premise", 0.8)]
    public void Of_what_people_ask_of_a_report_so_much_is_answered_and_refused_rightly(string expect, double share)
    {
        var asked = Questions().Where(question => question.Expect == expect).ToList();
        asked.Count.ShouldBeGreaterThan(50);

        var wrong = asked.Where(question => !IsRight(question)).ToList();

        var misses = string.Join('\n', wrong.Select(question => $"{question.Story}: {question.Q}"));
        TestContext.Current.TestOutputHelper?.WriteLine($"{asked.Count - wrong.Count} of {asked.Count} right. Misses:\n{misses}");
        (1 - ((double)wrong.Count / asked.Count)).ShouldBeGreaterThanOrEqualTo(share, misses);
    }

    [Fact]
    public void What_is_asked_of_another_report_is_hardly_ever_answered()
    {
        var slugs = Shelf.Now.Stories.Keys.Order(StringComparer.Ordinal).ToList();
        var asked = Questions().ToList();

        var answered = asked.Count(question =>
            Ask(question.Q, slugs[(slugs.IndexOf(question.Story) + 1) % slugs.Count]).Outcome is Outcome.Answered
        );

        ((double)answered / asked.Count).ShouldBeLessThan(0.04);
    }

    /// <summary>Who abstains confirms nothing; who answers has one of the right sentences first.</summary>
    private static bool IsRight(DocumentQuestion question)
    {
        var answer = Ask(question.Q, question.Story);
        var isFound = answer.Passages is [var first, ..] && question.IsRight(first.Passage.Text);
        return question.Expect == "answer" ? answer.Outcome is Outcome.Answered && isFound
            : question.Expect == "not-said" ? answer.Outcome is not Outcome.Answered
            : answer.Outcome is not Outcome.Answered || isFound;
    }

    private static Answer Ask(string question, string story) => Answerer.Answer(Shelf.Now.Story(story)!, question, new AsOf(), Today);

    private static IEnumerable<DocumentQuestion> Questions() => Shelf.Now.Stories.Keys.SelectMany(DocumentQuestion.Of);
}
