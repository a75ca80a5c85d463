using Bot.Core.Questions.Answering;
using Bot.Core.Questions.Understanding;

namespace Bot.Core.Tests.Questions.Understanding;

/// <summary>What sort of question it is.</summary>
public sealed class TellFormTests
{
    [Theory]
    [InlineData("when will the review end")]
    [InlineData("when is the next hearing")]
    public void What_is_to_come_is_asked(string question) => Understood(question).Future.ShouldBeTrue();

    [Theory]
    [InlineData("when did the next attack happen")]
    [InlineData("when is the room next to it opened")]
    [InlineData("when did the review end")]
    public void What_was_or_lies_beside_something_is_not_to_come(string question) => Understood(question).Future.ShouldBeFalse();

    [Theory]
    [InlineData("who announced it and what did the others say", true)]
    [InlineData("what did microsoft and amnesty say", false)]
    [InlineData("and what did the others say", false)]
    public void Two_questions_in_one_are_told_from_two_parties(string question, bool isDouble) =>
        Understood(question).Double.ShouldBe(isDouble);

    private static Question Understood(string question) =>
        Passes.Understand(question, new AsOf(), new Context(BothStories.Shipped.Index, BothStories.Today));
}
