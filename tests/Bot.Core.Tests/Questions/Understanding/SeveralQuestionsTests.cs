using Bot.Core.Conversation;
using Bot.Core.Questions.Answering;
using Bot.Core.Questions.Understanding;

namespace Bot.Core.Tests.Questions.Understanding;

/// <summary>Whoever asks several things at once gets an answer to each, or is told that one answer may not be for each.</summary>
public sealed class SeveralQuestionsTests
{
    [Theory]
    [InlineData("Who was fired? And why? And did they sue?", "Who was fired|why|did they sue?")]
    [InlineData("which groups welcomed it and did anyone oppose it", "which groups welcomed it|did anyone oppose it")]
    [InlineData("how many got sacked, and whats the excuse", "how many got sacked|whats the excuse")]
    [InlineData("did microsoft respond? and the ministry?", "did microsoft respond|the ministry?")]
    [InlineData("did X respond? And the ministry? When will it reopen?", "did X respond|the ministry|When will it reopen?")]
    [InlineData("which company makes the drones and has offices in Bonn?", "which company makes the drones and has offices in Bonn?")]
    [InlineData("did the police say when and where he was arrested?", "did the police say when and where he was arrested?")]
    [InlineData("how many were arrested, and are they free?", "how many were arrested|are they free?")]
    [InlineData("what happened?? really??", "what happened?? really??")]
    [InlineData("compare what the firm says with what the paper says", "what did the firm say|what did the paper say")]
    [InlineData("what's the difference between what X says and what Y said", "what did X say|what did Y say")]
    [InlineData(
        "compare what X says about the calls with what Y says about them",
        "what did X say about the calls|what did Y say about them"
    )]
    [InlineData("does it match, and what did X say and what did Y say?", "does it match|what did X say|what did Y say?")]
    [InlineData("what did Microsoft and Israel say", "what did Microsoft and Israel say")]
    [InlineData("was it storage and AI or all of it?", "was it storage and AI or all of it?")]
    [InlineData("who left and did not come back", "who left and did not come back")]
    [InlineData("", "")]
    public void Several_questions_are_told_from_one(string question, string parts) =>
        string.Join('|', SeveralQuestions.In(question)).ShouldBe(parts);

    [Fact]
    public void Each_of_several_has_its_answer_under_its_own_words()
    {
        var reply = Reply("Is the bridge closed? And when will it be repaired?");

        reply.Answer.Shape.ShouldBeOfType<Shape.Several>().Answers.Count.ShouldBe(2);
        reply.Headline.ShouldStartWith("(1) ");
        reply.Headline.ShouldContain(" (2) ");
        reply.Parts.OfType<Heading>().Select(heading => heading.Words).ShouldContain("(2) when will it be repaired?");
        reply.Answer.Explanation.OfType<ExplanationStep.Decided>().Count().ShouldBe(2);
        PlainText.Of(reply).ShouldNotContain("You asked several things at once");
    }

    [Fact]
    public void Of_more_than_three_the_first_are_answered_and_that_is_said()
    {
        const string Three = "Is the bridge closed? When will it be repaired? Who said it is closed?";

        PlainText.Of(Reply(Three)).ShouldNotContain("You asked several things at once");
        PlainText.Of(Reply($"{Three} How long will the repair take?")).ShouldContain("You asked several things at once");
    }

    [Fact]
    public void Where_the_second_has_no_word_of_its_own_the_reply_says_that_it_may_not_answer_it()
    {
        PlainText.Of(Reply("Was the bridge closed? And why?")).ShouldContain("You asked several things at once");
        PlainText.Of(Reply("Was the bridge closed?")).ShouldNotContain("several things");
    }

    private static AnswerReply Reply(string question) =>
        BothStories.Desk.Handle(new Command.Ask(question, new())).ShouldBeOfType<AnswerReply>();
}
