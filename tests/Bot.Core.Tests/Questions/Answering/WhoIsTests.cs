using Bot.Core.Conversation;
using Bot.Core.Questions.Answering;

namespace Bot.Core.Tests.Questions.Answering;

/// <summary>Who somebody is in the story is told where the facts shown do not say it.</summary>
public sealed class WhoIsTests
{
    [Theory]
    [InlineData("what is CAIR", "Council on American Islamic Relations (CAIR), in this story: an advocacy group. CAIR called")]
    [InlineData("whats azure exactly?", "Azure, in this story: Microsoft's cloud platform. ")]
    public void What_somebody_or_something_is_goes_before_what_the_facts_tell_of_it(string question, string begin)
    {
        var answer = Ask(question);

        answer.Outcome.ShouldBeOfType<Outcome.Answered>();
        answer.Facts.ShouldNotBeEmpty();
        new Composer(BothStories.Shipped, BothStories.Today).Compose(answer).Headline.ShouldStartWith(begin);
    }

    [Theory]
    [InlineData("who is brad smith")]
    [InlineData("who is siddiqi")]
    [InlineData("what is azure used for")]
    [InlineData("what is microsoft saying")]
    [InlineData("who are the regional partners")]
    public void Where_a_fact_says_it_or_more_is_asked_it_is_not_said_again(string question) =>
        Ask(question).Shape.ShouldNotBeOfType<Shape.WhoIs>();

    private static Answer Ask(string question) => Answerer.Answer(BothStories.Shipped, question, new AsOf(), BothStories.Today);
}
