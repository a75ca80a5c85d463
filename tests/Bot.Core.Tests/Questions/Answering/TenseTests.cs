using Bot.Core.Conversation;
using Bot.Core.Questions.Answering;

namespace Bot.Core.Tests.Questions.Answering;

/// <summary>Whether it still goes on, is over, or will come, held against facts that tell what was.</summary>
public sealed class TenseTests
{
    [Theory]
    [InlineData("are employees still protesting")]
    [InlineData("are the protests over")]
    [InlineData("have the protests ended")]
    [InlineData("will microsoft suspend more services")]
    [InlineData("are the hostages still held")]
    public void What_was_does_not_say_how_it_is_or_will_be(string question) =>
        Answer(question).Outcome.ShouldNotBeOfType<Outcome.Answered>();

    [Theory]
    [InlineData("does microsoft still provide cybersecurity to israel")]
    [InlineData("will microsoft continue providing cybersecurity")]
    public void What_goes_on_does(string question) => Answer(question).Outcome.ShouldBeOfType<Outcome.Answered>();

    private static Answer Answer(string question) =>
        BothStories.Desk.Handle(new Command.Ask(question, new AsOf())).ShouldBeOfType<AnswerReply>().Answer;
}
