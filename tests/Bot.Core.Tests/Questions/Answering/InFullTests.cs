using Bot.Core.Conversation;
using Bot.Core.Questions.Answering;

namespace Bot.Core.Tests.Questions.Answering;

/// <summary>What a short name stands for is told from the name itself.</summary>
public sealed class InFullTests
{
    [Theory]
    [InlineData("what is CAIR short for?", "CAIR stands for Council on American Islamic Relations.")]
    [InlineData("imod, what does it stand for", "IMOD stands for Israel's Ministry of Defense.")]
    public void A_short_name_is_given_in_full(string question, string begin) =>
        new Composer(BothStories.Shipped, BothStories.Today).Compose(Ask(question)).Headline.ShouldStartWith(begin);

    [Theory]
    [InlineData("what does Azure stand for")]
    [InlineData("what does Microsoft stand for, and what does CAIR")]
    public void A_name_that_is_short_for_nothing_is_not(string question) => Ask(question).Shape.ShouldNotBeOfType<Shape.InFull>();

    private static Answer Ask(string question) => Answerer.Answer(BothStories.Shipped, question, new AsOf(), BothStories.Today);
}
