using Bot.Core.Questions.Answering;
using Bot.Core.Questions.Ranking;
using Bot.Core.Questions.Understanding;

namespace Bot.Core.Tests.Questions.Ranking;

/// <summary>The room for ranking is kept from one question to the next, and is nobody else's while it is used.</summary>
public sealed class FactTalliesTests
{
    [Fact]
    public void What_was_found_for_one_question_stays_while_another_is_ranked()
    {
        using var first = Rank("what was suspended");
        var before = Rows(first);

        using (var second = Rank("who calls it genocidal"))
        {
            Rows(second).ShouldNotBe(before);
        }

        Rows(first).ShouldBe(before);
    }

    [Fact]
    public void Nothing_of_a_question_is_found_for_the_next()
    {
        using (var once = Rank("who calls it genocidal"))
        {
            once.Count.ShouldBeGreaterThan(0);
        }

        using var again = Rank("zyx");

        again.Count.ShouldBe(0);
    }

    private static FactTallies Rank(string question)
    {
        var index = BothStories.Shipped.Index;
        return FactRanker.Rank(Passes.Understand(question, new AsOf(), new Context(index, BothStories.Today)), index, _ => true);
    }

    private static List<(int Target, bool IsGap, float Score)> Rows(FactTallies tallies) =>
        [.. Enumerable.Range(0, tallies.Count).Select(row => (tallies.Target(row), tallies.IsGap(row), tallies.Score(row)))];
}
