using Bot.Core.Questions.Answering;
using Bot.Testing;

namespace Bot.Core.Tests.Cases;

/// <summary>Questions on the first story by people who knew the article and not the program, counted as they come out.</summary>
public sealed class OthersTests
{
    /// <param name="right">How many must have one of the right facts among the first three.</param>
    /// <param name="answered">How many of all must be so, and answered in full.</param>
    [Theory]
    [InlineData(0.8, 0.56)]
    public void Of_what_the_story_tells_most_is_shown_and_more_than_half_in_full(double right, double answered)
    {
        var asked = Asked("answered.txt");
        asked.Count.ShouldBeGreaterThan(70);

        var found = asked.FindAll(pair => pair.Answer.Outcome is not Outcome.Abstained && IsRight(pair));

        Tell(asked.Except(found));
        ((double)found.Count / asked.Count).ShouldBeGreaterThanOrEqualTo(right);
        ((double)found.Count(pair => pair.Answer.Outcome is Outcome.Answered) / asked.Count).ShouldBeGreaterThanOrEqualTo(answered);
    }

    /// <param name="refused">How many must not be answered.</param>
    [Theory]
    [InlineData("not-in-story.txt", 0.92)]
    [InlineData("false-premise.txt", 0.89)]
    public void What_it_does_not_tell_or_contradicts_is_hardly_ever_answered(string file, double refused)
    {
        var asked = Asked(file);
        asked.Count.ShouldBeGreaterThanOrEqualTo(30);

        var withheld = asked.FindAll(pair => pair.Answer.Outcome is not Outcome.Answered);

        Tell(asked.Except(withheld));
        ((double)withheld.Count / asked.Count).ShouldBeGreaterThanOrEqualTo(refused);
    }

    private static bool IsRight((QuestionCase Case, Answer Answer) asked) =>
        asked.Case.Facts.All(either => asked.Answer.Facts.Take(3).Any(fact => either.Split('/').Contains(fact.Fact.Id.Value)));

    private static List<(QuestionCase Case, Answer Answer)> Asked(string file) =>
        [
            .. CaseFile
                .Read(Path.Combine(Repository.Folder("tests", "cases", "azure-imod-others"), file))
                .Select(asked => (asked, Answerer.Answer(BothStories.Shipped, asked.Question, new AsOf(), BothStories.Today))),
        ];

    private static void Tell(IEnumerable<(QuestionCase Case, Answer Answer)> misses) =>
        TestContext.Current.TestOutputHelper?.WriteLine(
            string.Join('\n', misses.Select(pair => $"{pair.Case}: {pair.Answer.Outcome.Word}"))
        );
}
