using Bot.Core.Questions.Answering;
using Bot.Core.Questions.Understanding;

namespace Bot.Core.Tests.Questions.Understanding;

/// <summary>What the asker says of himself is no part of what he asks.</summary>
public sealed class LeaveOutAsidesTests
{
    [Theory]
    [InlineData("I have a meeting in five minutes and need one sentence on what was suspended, thank you", "what was suspended")]
    [InlineData("sorry just joined, who reported what in august?", "who reported what in august")]
    [InlineData("give me the gist of this i was on a train and saw nothing", "give me the gist of this")]
    [InlineData("I work at a shop - were employees let go over the protests?", "were employees let go over the protests")]
    [InlineData("all reactions in 2-3 lines", "all reactions")]
    [InlineData("what was suspended, in two sentences", "what was suspended")]
    public void A_preamble_about_the_asker_and_thanks_are_left_out(string question, string left) => Words(question).ShouldBe(left);

    [Theory]
    [InlineData("I work in cybersecurity, is that affected?")]
    [InlineData("I heard microsoft stopped azure, is it true")]
    [InlineData("please list what was suspended")]
    [InlineData("what happens if I use azure")]
    [InlineData("thank you")]
    [InlineData("what did smith say in those words")]
    public void What_the_question_needs_stays(string question) =>
        Words(question).ShouldBe(question.ToLowerInvariant().Replace(",", "", StringComparison.Ordinal).TrimEnd('?'));

    private static string Words(string question) =>
        string.Join(
            ' ',
            Passes
                .Understand(question, new AsOf(), new Context(BothStories.Shipped.Index, BothStories.Today))
                .Words.Select(word => word.Normal)
        );
}
