using Bot.Core.Conversation;
using Bot.Core.Questions.Answering;

namespace Bot.Core.Tests.Questions.Answering;

/// <summary>How an answer to the shipped story is built, for questions that are easily taken for others.</summary>
public sealed class OutcomeTests
{
    [Theory]
    [InlineData("yes")]
    [InlineData("the")]
    [InlineData("a")]
    [InlineData("is it?")]
    public void What_asks_for_nothing_is_no_question(string typed) => Ask(typed).Shape.ShouldBeOfType<Shape.Unreadable>();

    [Theory]
    [InlineData("why?")]
    [InlineData("what happened")]
    [InlineData("microsoft")]
    public void A_question_of_few_words_is_one(string typed) => Ask(typed).Shape.ShouldNotBeOfType<Shape.Unreadable>();

    [Theory]
    [InlineData("what happened in 2019")]
    [InlineData("what happened in March")]
    public void The_story_so_far_is_no_answer_to_what_happened_at_another_time(string question)
    {
        var answer = Ask(question);

        answer.Shape.ShouldNotBeOfType<Shape.Overview>();
        answer.Outcome.ShouldNotBeOfType<Outcome.Answered>();
    }

    [Theory]
    [InlineData("did anyone criticise microsoft")]
    [InlineData("has anybody condemned microsoft")]
    public void Who_was_criticised_is_not_taken_for_who_responded(string question) =>
        Ask(question).Shape.ShouldBeOfType<Shape.Responses>().From.ShouldBeNull();

    private static Answer Ask(string question) =>
        BothStories.Desk.Handle(new Command.Ask(question, new AsOf())).ShouldBeOfType<AnswerReply>().Answer;
}
