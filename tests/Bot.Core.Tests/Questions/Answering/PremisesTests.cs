using Bot.Core.Conversation;
using Bot.Core.Questions.Answering;

namespace Bot.Core.Tests.Questions.Answering;

/// <summary>What a question takes for granted, held against the facts of the shipped story.</summary>
public sealed class PremisesTests
{
    [Theory]
    [InlineData("why were the cybersecurity services suspended")]
    [InlineData("why were cybersecurity services suspended in september 2025")]
    public void What_goes_on_is_not_said_to_be_suspended(string question) =>
        Shape(question).ShouldBe(new Shape.PremiseFails(Premise.SuspendedButExempt));

    [Theory]
    [InlineData("what was suspended in october 2025")]
    [InlineData("what was suspended in september")]
    [InlineData("what was suspended on 25 september")]
    [InlineData("what was suspended on 2025-09-31")]
    public void A_date_that_only_an_exemption_names_does_not_make_the_question_one_about_it(string question) =>
        Shape(question).ShouldNotBeOfType<Shape.PremiseFails>();

    private static Shape Shape(string question) =>
        BothStories.Desk.Handle(new Command.Ask(question, new AsOf())).ShouldBeOfType<AnswerReply>().Answer.Shape;
}
