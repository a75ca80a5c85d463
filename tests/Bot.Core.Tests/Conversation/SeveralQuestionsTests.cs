using Bot.Core.Conversation;

namespace Bot.Core.Tests.Conversation;

/// <summary>Whoever asks several things at once is told that one answer may not be for each.</summary>
public sealed class SeveralQuestionsTests
{
    [Theory]
    [InlineData("Who was fired? And why? And did they sue?", true)]
    [InlineData("why did microsoft suspend it, who praised it, and did Israel respond?", true)]
    [InlineData("which groups welcomed it and did anyone oppose it", true)]
    [InlineData("what happened?? really??", false)]
    [InlineData("what did Microsoft and Israel say", false)]
    [InlineData("was it storage and AI or all of it?", false)]
    [InlineData("", false)]
    public void Several_questions_are_told_from_one(string question, bool several) => SeveralQuestions.AreIn(question).ShouldBe(several);

    [Fact]
    public void The_reply_to_several_says_so()
    {
        Text("Who was fired? And did they sue?").ShouldContain("You asked several things at once");
        Text("Who was fired?").ShouldNotContain("several things");
    }

    private static string Text(string question) => PlainText.Of(BothStories.Desk.Handle(new Command.Ask(question, new())));
}
