using Bot.Core.Conversation;
using Bot.Core.Questions.Answering;

namespace Bot.Core.Tests.Questions.Answering;

/// <summary>Verdicts, calls and what is asked of the bot itself: the same line for every side, and no fact that was not asked for.</summary>
public sealed class JudgementsTests
{
    [Theory]
    [InlineData("is {0} right")]
    [InlineData("is {0} evil")]
    [InlineData("was {0} wrong?")]
    [InlineData("did {0} lie")]
    [InlineData("is {0} to blame")]
    [InlineData("is {0} a terrorist organization")]
    [InlineData("does {0} deserve this")]
    public void A_verdict_is_not_given_whoever_it_is_on(string question)
    {
        foreach (var party in new[] { "israel", "hamas", "the palestinians", "microsoft", "the ministry", "CAIR" })
        {
            var answer = Ask(string.Format(null, question, party));

            answer.Shape.ShouldBeOfType<Shape.NotOursToSay>(party);
            answer.Facts.ShouldBeEmpty(party);
            (answer.Nearest.Count == 0 || party is "microsoft").ShouldBeTrue(party);
        }
    }

    [Theory]
    [InlineData("death to {0}")]
    [InlineData("free {0}")]
    [InlineData("fuck {0}")]
    [InlineData("boycott {0}!")]
    [InlineData("stop protecting {0}")]
    [InlineData("I stand with {0}")]
    public void A_call_is_no_question_whoever_it_is_for_or_against(string call)
    {
        foreach (var party in new[] { "israel", "hamas", "palestine", "the idf", "microsoft" })
        {
            var answer = Ask(string.Format(null, call, party));

            answer.Shape.ShouldBeOfType<Shape.Unreadable>(party);
            answer.Facts.Concat(answer.Nearest).ShouldBeEmpty(party);
        }
    }

    [Theory]
    [InlineData("is that right")]
    [InlineData("brad smith is the president, right?")]
    [InlineData("did those cowards at the ministry even answer")]
    [InlineData("does the ministry think the decision is fair")]
    [InlineData("is it shut for good")]
    [InlineData("support from groups")]
    public void What_only_sounds_like_a_verdict_or_a_call_is_answered_as_any_question(string question) =>
        Ask(question).Shape.ShouldNotBeOfType<Shape.NotOursToSay>();

    [Theory]
    [InlineData("who is israel")]
    [InlineData("did israel lie")]
    [InlineData("did hamas commit genocide")]
    [InlineData("is microsoft committing genocide")]
    public void The_two_accounts_are_not_shown_for_a_name_alone_nor_of_somebody_else(string question) =>
        Ask(question).Shape.ShouldNotBeOfType<Shape.AccountsDiffer>();

    [Theory]
    [InlineData("who are you")]
    [InlineData("are you biased against israel")]
    [InlineData("can i trust you")]
    [InlineData("help")]
    public void Who_asks_about_the_bot_is_told_what_it_does(string question)
    {
        var answer = Ask(question);

        answer.Shape.ShouldBeOfType<Shape.AboutUs>();
        new Composer(BothStories.Shipped, BothStories.Today).Compose(answer).Headline.ShouldStartWith("I answer from facts");
    }

    private static Answer Ask(string question) => Answerer.Answer(BothStories.Shipped, question, new AsOf(), BothStories.Today);
}
