using Bot.Core.Questions.Answering;
using Bot.Core.Questions.Understanding;

namespace Bot.Core.Tests.Questions.Understanding;

/// <summary>Of several sentences the one that asks is looked for in the story.</summary>
public sealed class FindAskingSentenceTests
{
    [Theory]
    [InlineData("Writing for the school paper, one line will do: which services were suspended?", "which services were suspended")]
    [InlineData("What a brave firm it is. Just look at this mess. Which services were suspended?", "which services were suspended")]
    [InlineData("Which services were suspended? Nobody in this channel ever reads.", "which services were suspended")]
    public void What_stands_around_the_sentence_that_asks_is_left_out(string question, string asked) => Words(question).ShouldBe(asked);

    [Theory]
    [InlineData("The review of Mr. Smith is over. Right?", "the review of mr smith is over right")]
    [InlineData("What did Mr. Smith say about the U.N. estimates?", "what did mr smith say about the un estimates")]
    [InlineData("Was azure suspended? as-of:2025-09-24", "was azure suspended as of 2025 09 24")]
    [InlineData("Which of them reported it? The Guardian and Local Call, I mean", "which of them reported it the guardian and local call")]
    public void One_that_cannot_be_asked_by_itself_is_not_torn_out(string question, string asked) => Words(question).ShouldBe(asked);

    [Fact]
    public void What_it_points_back_to_counts_less_than_what_it_asks()
    {
        var question = Understood("Workers at Microsoft led protests. When did they announce the step?");

        var asked = question.Terms.Where(term => term.Shown is "announce" or "step").ToList();
        asked.Count.ShouldBe(2);
        var beside = question.Terms.Single(term => term.Shown == "protests");
        asked.ShouldAllBe(term => beside.Weight < term.Weight / 2);
    }

    private static string Words(string question) => string.Join(' ', Understood(question).Words.Select(word => word.Normal));

    private static Question Understood(string question) =>
        Passes.Understand(question, new AsOf(), new Context(BothStories.Shipped.Index, BothStories.Today));
}
