using Bot.Core.Conversation.Wording;

namespace Bot.Core.Tests.Conversation;

/// <summary>A document's words on a line of ours.</summary>
public sealed class QuotedTests
{
    [Theory]
    [InlineData("The bridge closed.", "The bridge closed.")]
    [InlineData("clo\u001B[31msed\nsoon", "clo [31msed soon")]
    [InlineData("\u202Eclosed\u2069 \u200Fsoon", "closed \u200Fsoon")]
    public void What_would_steer_the_screen_is_left_out_and_the_rest_kept(string document, string line) =>
        Quoted.Of(document).ShouldBe(line);

    [Fact]
    public void Half_a_character_is_shown_as_one_that_cannot_be_read() =>
        Quoted.Of("half \uD83D, whole \U0001F309, half \uDF09").ShouldBe("half \uFFFD, whole \U0001F309, half \uFFFD");
}
