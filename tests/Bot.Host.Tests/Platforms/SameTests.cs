using System.Text.Json.Nodes;
using Bot.Host.Tests.Hosting;

namespace Bot.Host.Tests.Platforms;

/// <summary>
/// One table of what people type, over both platforms' stand-ins and one service: what comes back says the same, with the same facts, each with the same speaker, status and
/// source, and what a question comes to is what the console's API says of it.
/// </summary>
public sealed class SameTests(BothPlatforms both) : IClassFixture<BothPlatforms>
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public static TheoryData<string, string> Questions { get; } =
        new()
        {
            { "plain question", "is the bridge closed?" },
            { "who", "who closed the bridge?" },
            { "when", "when was the bridge closed?" },
            { "why", "why is the bridge closed?" },
            { "figure", "how many vehicles a day?" },
            { "denial", "did the council deny it?" },
            { "no comment", "did the company comment?" },
            { "not in the sources", "who pays for the repair?" },
            { "outside the story", "what is the weather?" },
            { "another language", "pourquoi le pont est-il fermé ?" },
            { "leading", "why did the council admit negligence?" },
            { "everything", "what happened?" },
            { "marks", "is the *bridge* `closed` <b>now</b> & ~for good~?" },
            { "as of a day", "is the bridge closed? as-of:2025-05-04" },
        };

    public static TheoryData<string, string> Commands { get; } =
        new()
        {
            { "the story so far", "ask" },
            { "who", "story who" },
            { "one name", "story who name:council" },
            { "a name that is nobody", "story who name:zzz" },
            { "suspended", "story suspended" },
            { "responses", "story responses" },
            { "figures", "story what kind:figure" },
            { "claims", "story what kind:claim" },
            { "a kind that is none", "story what kind:rumour" },
            { "timeline", "story timeline" },
            { "timeline since", "story timeline since:2025-05" },
            { "changes", "story changes" },
            { "sources", "story sources" },
            { "status", "story status" },
            { "why a question", "why question:is the bridge closed?" },
            { "help", "help" },
            { "words", "help about:words" },
            { "what moderators do", "help about:moderating" },
            { "a report of nothing", "report" },
            { "a report of what no fact says", "report zeppelin" },
            { "privacy", "privacy" },
            { "settings", "settings" },
        };

    public static TheoryData<string, string> Messages { get; } =
        new()
        {
            { "a question", "is the bridge closed?" },
            { "a command", "/story who name:council" },
            { "a command's words", "story timeline" },
            { "help", "help" },
            { "a command that is none", "/stroy who" },
            { "outside the story", "what is the weather?" },
        };

    public static TheoryData<string, string, string> Buttons { get; } =
        new()
        {
            { "why an answer", "ask is the bridge closed?", "Why" },
            { "sources of an answer", "ask is the bridge closed?", "Sources" },
            { "the timeline of the story so far", "ask", "Timeline" },
        };

    [Theory]
    [MemberData(nameof(Questions))]
    public async Task A_question_is_answered_alike(string row, string question)
    {
        var told = (await both.Host.Client.Ask(question, Cancellation)).Body;
        var (discord, slack) = await Both(side => side.Command($"ask {question}"));

        Alike(row, discord, slack);
        slack.IsPrivate.ShouldBeTrue(row);
        slack.Headline.ShouldBe(Reading.Words(((string)told["text"]!).Split('\n')[0]), row);
        Facts(told).Take(slack.Cards.Count).ShouldBe(slack.Cards.Select(card => (Reading.Says(card.Says), card.Speaker)), row);
    }

    [Theory]
    [MemberData(nameof(Commands))]
    public async Task A_command_is_answered_alike(string row, string line)
    {
        var (discord, slack) = await Both(side => side.Command(line));

        Alike(row, discord, slack);
        slack.IsPrivate.ShouldBeTrue(row);
    }

    [Theory]
    [MemberData(nameof(Messages))]
    public async Task A_mention_is_answered_alike_for_all_to_see(string row, string text)
    {
        var (discord, slack) = await Both(side => side.Mention(text));

        Alike(row, discord, slack);
        slack.IsPrivate.ShouldBeFalse(row);
    }

    [Theory]
    [MemberData(nameof(Messages))]
    public async Task What_is_written_to_the_bot_itself_is_answered_alike(string row, string text)
    {
        var (discord, slack) = await Both(side => side.Direct(text));

        Alike(row, discord, slack);
        slack.IsPrivate.ShouldBeTrue(row);
    }

    [Theory]
    [MemberData(nameof(Buttons))]
    public async Task A_button_is_answered_alike(string row, string line, string label)
    {
        var (discord, slack) = await Both(side => side.Press(line, label));

        Alike(row, discord, slack);
    }

    [Theory]
    [InlineData("a question", "Is the bridge closed?")]
    [InlineData("a statement", "They say that the bridge is closed for good")]
    [InlineData("of something else", "lunch?")]
    public async Task A_message_that_is_asked_about_is_answered_alike(string row, string text)
    {
        var (discord, slack) = await Both(side => side.About(text));

        Alike(row, discord, slack);
        slack.IsPrivate.ShouldBeTrue(row);
    }

    private async Task<(Shown Discord, Shown Slack)> Both(Func<IPlatformSide, Task<Shown>> act)
    {
        var shown = (await act(both.Discord), await act(both.Slack));
        both.Violations.ShouldBeEmpty();
        return shown;
    }

    /// <summary>The same but for what one of them has no room for, which it says.</summary>
    private static void Alike(string row, Shown discord, Shown slack)
    {
        var both = $"{row}\nDiscord {discord}\nSlack {slack}";
        slack.Headline.ShouldBe(discord.Headline, both);
        slack.IsPrivate.ShouldBe(discord.IsPrivate, both);
        slack.Buttons.ShouldBe(discord.Buttons, both);
        var least = Math.Min(discord.Cards.Count, slack.Cards.Count);
        slack.Cards.Take(least).ShouldBe(discord.Cards.Take(least), both);
        if (discord.Cards.Count == slack.Cards.Count)
        {
            slack.Lines.ShouldBe(discord.Lines, both);
        }
        else
        {
            (discord.Cards.Count == least ? discord : slack).Lines.ShouldContain(
                line => line.Contains(" more", StringComparison.Ordinal),
                both
            );
        }
    }

    /// <summary>What an answer rests on, or what is nearest where there is none.</summary>
    private static IEnumerable<(string Says, string Speaker)> Facts(JsonNode told) =>
        (told["facts"]!.AsArray() is { Count: > 0 } facts ? facts : told["nearest"] as JsonArray ?? []).Select(fact =>
            (Reading.Words((string)fact!["says"]!), Reading.Words((string)fact["speaker"]!))
        );
}
