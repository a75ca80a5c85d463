using System.Text.Json.Nodes;
using Bot.Core.Communities;
using Bot.Core.Delivery;
using Bot.Testing;
using Bot.Testing.Discord.Gateway;
using Microsoft.Extensions.Logging;

namespace Bot.Discord.Tests.Gateway;

public sealed class MentionTests
{
    private const int GuildMessages = 1 << 9;
    private const int DirectMessages = 1 << 12;
    private const string Channel = "1200000000000000003";
    private static readonly string Us = $"<@{new StandInApplication().BotId}>";
    private long next = 1_400_000_000_000_000_000;

    [Fact]
    public async Task A_mention_is_answered_by_a_reply_that_calls_nobody_and_is_made_once()
    {
        using var bot = SimulatedBot.Connected();
        var message = Message($"{Us} /help");
        bot.Discord.Tell("MESSAGE_CREATE", message, SimulatedBot.Guild, GuildMessages);
        bot.Discord.Tell("MESSAGE_CREATE", message, SimulatedBot.Guild, GuildMessages);
        bot.Pass(1);

        var (channel, reply) = bot.Api.Posted.ShouldHaveSingleItem();
        channel.ToString().ShouldBe(Channel);
        reply["message_reference"]!.ToJsonString().ShouldBe($$"""{"message_id":"{{message["id"]}}","fail_if_not_exists":false}""");
        reply["allowed_mentions"]!.ToJsonString().ShouldBe("""{"parse":[]}""");
        reply["enforce_nonce"]!.GetValue<bool>().ShouldBeTrue();
        reply["flags"].ShouldBeNull();
        reply.ToJsonString().ShouldContain("/story timeline");
        var receipt = (
            await bot.Receipts.All(new CommunityId($"discord:{SimulatedBot.Guild}"), TestContext.Current.CancellationToken)
        ).ShouldHaveSingleItem();
        (receipt.State, receipt.Delivery.Value, receipt.Place.Value).ShouldBe((PostState.Posted, $"reply {message["id"]}", Channel));
        bot.Discord.Violations.ShouldBeEmpty();
    }

    [Theory]
    [InlineData("what is this?", null, false)]
    [InlineData("<@!1200000000000000006> hi", null, true)]
    [InlineData("<@1200000000000000006>", null, true)]
    [InlineData("<@12000000000000000061> hi", null, false)]
    [InlineData("<@1200000000000000006> hi", """{"webhook_id":"5"}""", false)]
    [InlineData("<@1200000000000000006> hi", """{"author":{"id":"5","bot":true}}""", false)]
    [InlineData("<@1200000000000000006> hi", """{"author":{"id":"1200000000000000006"}}""", false)]
    [InlineData("<@1200000000000000006> hi", """{"type":19}""", true)]
    [InlineData("<@1200000000000000006> hi", """{"type":7}""", false)]
    public void Only_people_who_speak_to_it_are_answered(string content, string? but, bool answered)
    {
        using var bot = SimulatedBot.Connected();
        var message = Message(content);
        foreach (var (key, value) in JsonNode.Parse(but ?? "{}")!.AsObject())
        {
            message[key] = value?.DeepClone();
        }

        bot.Discord.Tell("MESSAGE_CREATE", message, SimulatedBot.Guild, GuildMessages);
        bot.Pass(1);

        bot.Api.Posted.Count.ShouldBe(answered ? 1 : 0);
    }

    [Fact]
    public async Task What_is_written_to_it_directly_is_answered_without_a_mention()
    {
        using var bot = SimulatedBot.Connected();
        bot.Discord.Tell("MESSAGE_CREATE", Message("/privacy", guild: null), guild: null, DirectMessages);
        bot.Discord.Tell("MESSAGE_CREATE", Message("", guild: null), guild: null, DirectMessages);
        bot.Pass(1);

        (await bot.Receipts.Unknown(DateTimeOffset.MaxValue, TestContext.Current.CancellationToken)).ShouldBeEmpty();
        (await bot.Receipts.All(CommunityId.Base, TestContext.Current.CancellationToken)).ShouldBeEmpty();
        bot.Api.Posted.ShouldHaveSingleItem().Message.ToJsonString().ShouldContain("kept nowhere", Case.Insensitive);
    }

    [Fact]
    public void Where_it_may_not_write_it_does_not_try_again_for_ten_minutes()
    {
        using var bot = SimulatedBot.Connected();
        bot.Api.Refusing = 403;
        bot.Discord.Tell("MESSAGE_CREATE", Message($"{Us} /help"), SimulatedBot.Guild, GuildMessages);
        bot.Pass(1);
        bot.Api.Refusing = 0;
        bot.Discord.Tell("MESSAGE_CREATE", Message($"{Us} /help"), SimulatedBot.Guild, GuildMessages);
        bot.Pass(TimeSpan.FromMinutes(10));
        bot.Api.Posted.ShouldBeEmpty();

        bot.Discord.Tell("MESSAGE_CREATE", Message($"{Us} /help"), SimulatedBot.Guild, GuildMessages);
        bot.Pass(1);
        bot.Api.Posted.Count.ShouldBe(1);
    }

    [Fact]
    public void A_flood_of_mentions_where_nothing_can_be_written_holds_up_no_interaction_and_no_heartbeat_and_what_finds_no_room_is_told()
    {
        const int Many = 2_000;
        using var log = new CollectedLog();
        using var loggers = log.From(LogLevel.Warning);
        using var bot = SimulatedBot.Connected(loggers: loggers);
        bot.Api.IsLimited = true;
        for (var i = 0; i < Many; i++)
        {
            bot.Discord.Tell("MESSAGE_CREATE", Message($"{Us} a word of theirs"), SimulatedBot.Guild, GuildMessages);
        }

        var asked = bot.Ask();
        bot.Pass(1);
        asked.Answer.ShouldNotBeNull();

        bot.Pass(TimeSpan.FromMinutes(5));
        var dropped = log.Entries.Select(entry => entry.Text).Where(line => line.Contains("dropped", StringComparison.Ordinal)).ToList();
        dropped.Count.ShouldBeGreaterThan(Many / 2);
        (dropped.Count + bot.Api.Posting).ShouldBe(Many);
        dropped[^1].ShouldContain($" {dropped.Count}.");
        log.Entries.ShouldAllBe(entry => !entry.Text.Contains("a word of theirs", StringComparison.Ordinal));
        bot.Discord.Connections.Count.ShouldBe(1);
        bot.Discord.Violations.ShouldBeEmpty();

        bot.Api.IsLimited = false;
        bot.Discord.Tell("MESSAGE_CREATE", Message($"{Us} /help"), SimulatedBot.Guild, GuildMessages);
        bot.Pass(1);
        bot.Api.Posted.Count.ShouldBe(1);
    }

    private JsonObject Message(string content, string? guild = SimulatedBot.Guild)
    {
        var message = new JsonObject
        {
            ["id"] = $"{next++}",
            ["channel_id"] = Channel,
            ["type"] = 0,
            ["content"] = content,
            ["author"] = new JsonObject { ["id"] = "1200000000000000004", ["username"] = "jo" },
        };
        if (guild is not null)
        {
            message["guild_id"] = guild;
        }

        return message;
    }
}
