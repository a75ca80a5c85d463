using Bot.Core.Conversation;
using Bot.Core.Questions.Answering;

namespace Bot.Core.Tests.Questions.Answering;

/// <summary>Who did it, whom it was done to, who said it: a fact about others confirms nothing.</summary>
public sealed class RolesTests
{
    [Theory]
    [InlineData("did israel take 250 hostages")]
    [InlineData("did israel kill 1200 people")]
    [InlineData("was hamas attacked by israel")]
    [InlineData("did microsoft decline to comment")]
    [InlineData("did microsoft praise israel")]
    [InlineData("did employees suspend the services")]
    [InlineData("did the ministry announce the decision")]
    [InlineData("did siddiqi announce the decision")]
    [InlineData("is no azure for apartheid run by cair")]
    public void A_deed_of_another_is_not_confirmed(string question) => Answer(question).Outcome.ShouldNotBeOfType<Outcome.Answered>();

    [Theory]
    [InlineData("did hamas kill 1200 people")]
    [InlineData("did brad smith announce the decision")]
    [InlineData("did the ministry decline to comment")]
    [InlineData("was the decision announced by brad smith")]
    public void A_deed_of_whoever_was_named_is(string question) => Answer(question).Outcome.ShouldBeOfType<Outcome.Answered>();

    [Fact]
    public void What_was_done_to_somebody_goes_before_what_he_did() =>
        Answer("how many israelis were killed").Facts[0].Fact.Id.Value.ShouldBe("october-2023-dead");

    [Theory]
    [InlineData("what did employees say")]
    [InlineData("what did cnn report")]
    public void Words_of_others_are_not_given_for_those_of_whoever_was_named(string question) =>
        Answer(question).Outcome.ShouldNotBeOfType<Outcome.Answered>();

    [Theory]
    [InlineData("is the guardian israeli")]
    [InlineData("is local call part of the guardian")]
    [InlineData("is brad smith the ceo")]
    public void Two_names_in_one_fact_do_not_say_what_one_of_them_is(string question) =>
        Answer(question).Outcome.ShouldNotBeOfType<Outcome.Answered>();

    private static Answer Answer(string question) =>
        BothStories.Desk.Handle(new Command.Ask(question, new AsOf())).ShouldBeOfType<AnswerReply>().Answer;
}
