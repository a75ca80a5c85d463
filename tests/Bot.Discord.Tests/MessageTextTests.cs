using Bot.Discord.Interactions;

namespace Bot.Discord.Tests;

public sealed class MessageTextTests
{
    [Theory]
    [InlineData("is the bridge closed?", "is the bridge closed?")]
    [InlineData("<@123456789012345678> who closed it <@!1> <@&2> <#3>?", "who closed it ?")]
    [InlineData("@everyone the bridge @here is shut", "the bridge is shut")]
    [InlineData("somebody@everyone.example", "somebody .example")]
    [InlineData("</ask:123> <:wave:1> <a:dance:2> <t:1767225600:R> since", "since")]
    [InlineData("**who** ~~closed~~ ||the|| `bridge` __now__", "who closed the bridge now")]
    [InlineData("*who* _closed_ it, snake_case and 3*4", "who closed it, snake_case and 3*4")]
    [InlineData("> quoted\n# Heading\n-# small\n- item\n>>> rest", "quoted Heading small item rest")]
    [InlineData("```\ncode\n```", "code")]
    [InlineData("[the report](https://example.org/x) says so: https://example.org/y <https://example.org/z>", "the report says so:")]
    [InlineData("a < b and c > d", "a < b and c > d")]
    [InlineData("  \t\n ", "")]
    [InlineData("<@1>", "")]
    [InlineData("\u05D4\u05D2\u05E9\u05E8 **\u05E1\u05D2\u05D5\u05E8**", "\u05D4\u05D2\u05E9\u05E8 \u05E1\u05D2\u05D5\u05E8")]
    public void Mentions_links_and_markup_are_taken_out(string written, string plain) => MessageText.Plain(written).ShouldBe(plain);

    [Theory]
    [InlineData("<@123> who responded?", "who responded?")]
    [InlineData("did <@!123> or <#5> say so in <@&7>?", "did or say so in ?")]
    [InlineData("https://example.org/a_b **as it stands**  here", "https://example.org/a_b **as it stands**  here")]
    [InlineData("a < b", "a < b")]
    public void Mentions_alone_are_taken_out_of_what_was_typed_into_an_option(string typed, string asked) =>
        MessageText.Typed(typed).ShouldBe(asked);

    [Fact]
    public void A_long_text_made_to_be_slow_is_read_at_once()
    {
        string[] pieces = ["[", "<:a", "*", "_", "<a:", " \t", "\n> ", "<@", "https://", "]("];
        foreach (var piece in pieces)
        {
            MessageText.Plain(string.Concat(Enumerable.Repeat(piece, 4_000 / piece.Length))).Length.ShouldBeLessThanOrEqualTo(4_000);
        }
    }
}
