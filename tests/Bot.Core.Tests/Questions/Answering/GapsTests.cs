using Bot.Core.Conversation;
using Bot.Core.Facts;
using Bot.Core.Questions.Answering;

namespace Bot.Core.Tests.Questions.Answering;

public sealed class GapsTests
{
    [Theory]
    [InlineData("what is not known")]
    [InlineData("what don't we know?")]
    [InlineData("whats unclear")]
    public void What_is_not_known_is_listed_from_what_the_story_names_as_missing(string question)
    {
        var reply = Reply(question);

        reply.Answer.Shape.ShouldBeOfType<Shape.Gaps>();
        reply.Parts.OfType<Line>().ShouldNotBeEmpty();
        reply.Headline.ShouldContain("not to be in our sources");
    }

    [Fact]
    public void What_is_not_known_of_one_matter_is_not_the_whole_list() =>
        Reply("what is not known about the hostages").Answer.Shape.ShouldNotBeOfType<Shape.Gaps>();

    [Fact]
    public void What_is_not_known_of_one_matter_is_what_the_story_names_as_missing_on_it() =>
        Reply("what is not known about the review").Answer.Shape.ShouldBeOfType<Shape.KnownGap>();

    private static AnswerReply Reply(string question) =>
        BothStories.Desk.Handle(new Command.Ask(question, new AsOf())).ShouldBeOfType<AnswerReply>();
}
