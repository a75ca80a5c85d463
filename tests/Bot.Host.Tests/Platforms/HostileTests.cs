using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using Bot.Testing.Conversation;
using Bot.Testing.Discord;
using Bot.Testing.Slack;
using Bot.Testing.Slack.Blocks;

namespace Bot.Host.Tests.Platforms;

/// <summary>
/// A story in which each fact and each name would call somebody or lead somewhere, and a thousand such texts that are typed over it: whatever is said at either platform calls
/// nobody and leads nowhere.
/// </summary>
public sealed partial class HostileTests(HostilePlatforms hostile) : IClassFixture<HostilePlatforms>
{
    private const int Texts = 1_000;

    private static readonly string[] Lines =
    [
        "ask ",
        "ask who said ",
        "story who name:",
        "why question:",
        "story what kind:",
        "help about:",
    ];

    private readonly BothPlatforms both = hostile.Both;

    [Fact]
    public async Task A_thousand_hostile_texts_call_nobody_and_lead_nowhere_on_either_platform()
    {
        var chance = new Random(7);
        foreach (var line in SameTests.Commands.Select(row => row.Data.Item2).Append("ask what happened?"))
        {
            await both.Discord.Command(line);
            await both.Slack.Command(line);
        }

        for (var n = 0; n < Texts; n++)
        {
            var (text, command) = (HostileTexts.Made(chance), Lines[chance.Next(Lines.Length)]);
            var isMention = chance.Next(100) == 0;
            await (isMention ? both.Discord.Mention(text) : both.Discord.Command(command + text));
            await (isMention ? both.Slack.Mention(text) : both.Slack.Command(command + text));
        }

        both.Violations.ShouldBeEmpty();
        both.AtDiscord.Rest.Messages.Where(message => message.Author == both.AtDiscord.Rest.BotId).SelectMany(Live).ShouldBeEmpty();
        both.AtSlack.Messages.Where(message => message.BotId is not null).SelectMany(Live).ShouldBeEmpty();
        both.AtDiscord.Rest.Calls.Select(call => call.Json["allowed_mentions"] ?? call.Json["data"]?["allowed_mentions"])
            .OfType<JsonObject>()
            .ShouldAllBe(allowed => allowed.ToJsonString() == """{"parse":[]}""");
        both.AtDiscord.Rest.Messages.Count(message => message.Author == both.AtDiscord.Rest.BotId).ShouldBeGreaterThanOrEqualTo(Texts);
    }

    /// <summary>What Discord would make a link or a mention: in code it makes nothing of anything.</summary>
    private static IEnumerable<string> Live(StandInMessage message) =>
        Strings(message.Embeds)
            .Append(message.Content)
            .SelectMany(text => DiscordsLive().Matches(Code().Replace(text, "")).Select(found => $"{found.Value} in: {text}"));

    /// <summary>What Slack would: rich text is literal, and has no links of ours.</summary>
    private static IEnumerable<string> Live(SlackMessage message) =>
        BlockRules
            .All(message.Blocks)
            .Where(each => (string)each["type"]! is "mrkdwn" or "markdown")
            .Select(each => (string)each["text"]!)
            .Append(message.Text)
            .SelectMany(text => SlacksLive().Matches(text).Select(found => found.Value))
            .Concat(BlockRules.All(message.Blocks).Where(each => (string)each["type"]! == "link").Select(each => each.ToJsonString()));

    private static IEnumerable<string> Strings(JsonNode? node) =>
        node switch
        {
            JsonArray list => list.SelectMany(Strings),
            JsonObject one => one.SelectMany(each => Strings(each.Value)),
            JsonValue value when value.TryGetValue(out string? text) => [text],
            _ => [],
        };

    [GeneratedRegex(@"<[@#!:/t][^\s>\u200B]*>|@everyone|@here|https?://\S|(?<!\\)\[[^\]]*\]\(")]
    private static partial Regex DiscordsLive();

    [GeneratedRegex("(?<!\\\\)`[^`]*`")]
    private static partial Regex Code();

    [GeneratedRegex("<[^>]*>")]
    private static partial Regex SlacksLive();
}
