using Bot.Core.Conversation;
using Bot.Core.Questions.Answering;

namespace Bot.Core.Tests.Conversation;

public sealed class BareLineTests
{
    private static readonly Naming OneWord = new("/pier ");

    public static TheoryData<string> Paths => [.. Catalogue.All.Select(entry => entry.Path)];

    [Theory]
    [MemberData(nameof(Paths))]
    public void Every_command_is_read_without_its_slash(string path) => Command(path.ToUpperInvariant()).ShouldBe(Slashed(path));

    [Theory]
    [InlineData("")]
    [InlineData("  ")]
    [InlineData("?")]
    public void Nothing_at_all_asks_for_help(string typed) => Command(typed).ShouldBe(new Command.Help(Words: false));

    [Theory]
    [InlineData("who closed the bridge?")]
    [InlineData("who responded")]
    [InlineData("why was the bridge closed")]
    [InlineData("story so far please")]
    [InlineData("help me see who responded")]
    [InlineData("privacy concerns were raised by whom")]
    [InlineData("sett?")]
    [InlineData("bridge")]
    [InlineData("suspended services were moved where")]
    [InlineData("sources?")]
    public void What_begins_with_no_commands_name_is_a_question(string typed) =>
        Command(typed).ShouldBe(new Command.Ask(typed, new AsOf()));

    [Theory]
    [InlineData("ask why was the bridge closed", "ask why was the bridge closed")]
    [InlineData("why who responded", "why who responded")]
    [InlineData("why question:it closed", "why question:it closed")]
    [InlineData("why about:denied", "why about:denied")]
    [InlineData("help words", "help words")]
    [InlineData("timeline", "story timeline")]
    [InlineData("Changes since:2026-05", "story changes since:2026-05")]
    [InlineData("suspended", "story suspended")]
    [InlineData("st\u200Bory \u2060timeline", "story timeline")]
    [InlineData("story timeline since:2026-05", "story timeline since:2026-05")]
    [InlineData("/help", "help")]
    [InlineData("/story timeline", "story timeline")]
    public void What_stands_after_a_command_is_its_own(string typed, string slashed) => Command(typed).ShouldBe(Slashed(slashed));

    [Theory]
    [InlineData("stroy who")]
    [InlineData("setings")]
    [InlineData("story wat")]
    public void What_is_nearly_a_command_is_told_by_the_name_that_commands_have_there(string typed)
    {
        var reply = BareLine.Parse(typed).ShouldBeOfType<Parsed.NotUnderstood>().Told(OneWord).ShouldBeOfType<Choices>();

        reply.Headline.ShouldContain("Did you mean /pier s");
        reply.Options.ShouldAllBe(option => option.Label.StartsWith("/pier ") && option.Command.StartsWith("/s"));
    }

    [Fact]
    public void What_takes_nothing_says_so_when_a_word_or_two_follow()
    {
        var reply = BareLine.Parse("privacy please").ShouldBeOfType<Parsed.NotUnderstood>().Told(OneWord);

        reply.Headline.ShouldStartWith("/pier privacy takes nothing more.");
        reply.Parts.OfType<Hint>().ShouldHaveSingleItem().Words.ShouldContain("/pier help");
    }

    [Fact]
    public void A_line_that_is_too_long_is_refused_as_any_is() =>
        BareLine.Parse(new string('x', Grammar.Longest + 1)).ShouldBeOfType<Parsed.NotUnderstood>().Reply.Headline.ShouldContain("2000");

    private static Command Command(string typed) => BareLine.Parse(typed).ShouldBeOfType<Parsed.Understood>(typed).Command;

    private static Command Slashed(string line) => Grammar.Parse($"/{line}").ShouldBeOfType<Parsed.Understood>(line).Command;
}
