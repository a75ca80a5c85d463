using Bot.Core.Conversation;
using Bot.Core.Questions.Answering;
using Bot.Slack.Asking;
using Bot.Slack.Wire;

namespace Bot.Slack.Tests.Asking;

public sealed class MessageTextTests
{
    [Theory]
    [InlineData("<@U0BOT> who repaired the crane?", "who repaired the crane?")]
    [InlineData("who is <@U123|mira> or <@W123>?", "who is or ?")]
    [InlineData("in <#C123|quay> or <#C124|> or <#C125>", "in or or")]
    [InlineData("see <https://example.org/x|the report> and <https://example.org>", "see the report and")]
    [InlineData("see <https://example.org|https://example.org>", "see")]
    [InlineData("<!here|here> <!channel> <!subteam^S1|@crew> listen", "listen")]
    [InlineData("on <!date^1700000000^{date}|14 Nov 2023> it closed", "on 14 Nov 2023 it closed")]
    [InlineData("cranes &amp; locks &lt;5 &amp;lt;", "cranes & locks <5 &lt;")]
    [InlineData("*bold* _slanted_ ~gone~ `code` a_b 2*3", "bold slanted gone code a_b 2*3")]
    [InlineData("&gt; a quotation\n• a point\nwho?", "a quotation a point who?")]
    [InlineData(":tada: who? at 10:30:15", "who? at 10:30:15")]
    [InlineData("who\u00A0closed\u202Fit", "who closed it")]
    [InlineData("cafe\u0301", "caf\u00E9")]
    [InlineData("<@U1><@U2>", "")]
    [InlineData("<not closed", "<not closed")]
    public void A_message_is_read_as_its_words(string written, string words) => MessageText.Plain(written).ShouldBe(words);

    [Fact]
    public void Half_a_character_is_no_fault() => MessageText.Plain("\uD800 x").ShouldBe("\uFFFD x");

    [Theory]
    [InlineData("/dateline", "story who name:„the council“ did=close", "the council", "close")]
    [InlineData("/dateline", "  Story  WHO --name \"the council\" —did close ", "the council", "close")]
    [InlineData("/story", "who the council did:close", "the council", "close")]
    public void A_command_is_read_whatever_a_keyboard_makes_of_it(string command, string text, string name, string did) =>
        Read(command, text).ShouldBe(new Command.Who(name, did));

    [Theory]
    [InlineData("/dateline", "who responded &amp; when?", "who responded & when?")]
    [InlineData("/dateline", "ask who responded?", "who responded?")]
    [InlineData("/DATELINE", "why was it closed", "why was it closed")]
    [InlineData("/ask", "who responded", "who responded")]
    [InlineData("/ask", "", "")]
    [InlineData("/dateline", "<@U12AB> who responded?", "who responded?")]
    [InlineData("/dateline", "<@U12AB|sam> <#C1|general> <!here> who responded?", "who responded?")]
    [InlineData("/ask", "<@U12AB|sam> who responded?", "who responded?")]
    public void What_is_asked_is_left_as_it_is(string command, string text, string question) =>
        Read(command, text).ShouldBe(new Command.Ask(question, new AsOf()));

    [Fact]
    public void The_command_alone_asks_for_help() => Read("/dateline", "").ShouldBe(new Command.Help(Words: false));

    private static Command Read(string command, string text) =>
        CommandText
            .Read(
                new SlashCommand
                {
                    Command = command,
                    Text = text,
                    TeamId = "T1",
                    ChannelId = "C1",
                    UserId = "U1",
                },
                "/dateline"
            )
            .ShouldBeOfType<Parsed.Understood>()
            .Command;
}
