using Bot.Core.Questions.Answering;
using Bot.Core.Questions.Understanding;

namespace Bot.Core.Tests.Questions.Understanding;

/// <summary>Which words are taken for others, and which are not.</summary>
public sealed class MendSlipsTests
{
    [Theory]
    [InlineData("wich servces were suspnded", "services")]
    [InlineData("what did micrsoft do", "microsoft")]
    [InlineData("which govt dept lost access", "department")]
    [InlineData("whose convos were recorded", "conversations")]
    [InlineData("wat did the idf say befor the anouncement", "before")]
    public void A_slip_and_a_short_form_are_read_as_the_word_that_was_meant(string question, string word) =>
        Words(question).ShouldContain(word);

    [Theory]
    [InlineData("which dett lost access", "debt")]
    [InlineData("whose convo was it", "convoy")]
    public void A_short_word_is_not_read_as_one_that_the_story_does_not_have(string question, string other) =>
        Words(question).ShouldNotContain(other);

    private static IEnumerable<string> Words(string question) =>
        Passes
            .Understand(question, new AsOf(), new Context(BothStories.Shipped.Index, BothStories.Today))
            .Words.Select(word => word.Normal);
}
