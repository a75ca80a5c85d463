using Bot.Core.Conversation;
using Bot.Core.Facts;
using Bot.Core.Questions.Answering;

namespace Bot.Core.Tests.Questions.Answering;

/// <summary>What is confirmed and what is only said is told from the status of each fact.</summary>
public sealed class StandingsTests
{
    [Theory]
    [InlineData("what's confirmed and what's alleged")]
    [InlineData("is this confirmed?")]
    [InlineData("what is proven so far")]
    public void Facts_are_listed_by_how_they_stand_and_none_is_called_confirmed_that_is_not(string question)
    {
        var answer = Ask(question);

        var groups = answer.Shape.ShouldBeOfType<Shape.Standings>().Groups;
        groups.Select(group => group.Heading).ShouldNotContain(GroupHeading.Confirmed);
        groups.Single(group => group.Heading is GroupHeading.Alleged).Facts.ShouldAllBe(fact => fact.Fact.Status == FactStatus.Alleged);
        var headline = Headline(answer);
        headline.ShouldStartWith("Nothing here is confirmed by two independent origins or a document of record. Alleged: ");
        headline.ShouldContain("alleged that Israel's military");
    }

    [Fact]
    public void What_is_disputed_begins_with_the_accounts_that_differ() =>
        Headline(Ask("what is disputed")).ShouldStartWith("Accounts differ. I show them as the sources give them and do not decide.");

    [Fact]
    public void What_somebody_is_accused_of_is_what_is_alleged_of_them_and_then_where_accounts_differ()
    {
        var groups = Ask("what is israel accused of").Shape.ShouldBeOfType<Shape.Standings>().Groups;

        groups.Select(group => group.Heading).ShouldBe([GroupHeading.Alleged, GroupHeading.AccountsDiffer]);
        groups[0].Facts.ShouldHaveSingleItem().Fact.Id.Value.ShouldBe("phone-calls-claim");
    }

    [Fact]
    public void That_nothing_is_confirmed_is_not_said_where_another_fact_of_the_story_is()
    {
        var story = BothStories.Shipped;
        var confirmed = story with
        {
            Revisions =
            [
                .. story.Revisions.Select(
                    (revision, i) => i > 0 ? revision : revision with { Fact = revision.Fact with { Status = FactStatus.Confirmed } }
                ),
            ],
        };

        new Composer(confirmed, BothStories.Today).Compose(Ask("what is israel accused of")).Headline.ShouldStartWith("Alleged: ");
    }

    [Fact]
    public void Whether_one_thing_is_confirmed_is_answered_by_that_thing() =>
        Ask("is it confirmed that the ministry declined").Shape.ShouldNotBeOfType<Shape.Standings>();

    private static string Headline(Answer answer) => new Composer(BothStories.Shipped, BothStories.Today).Compose(answer).Headline;

    private static Answer Ask(string question) => Answerer.Answer(BothStories.Shipped, question, new AsOf(), BothStories.Today);
}
