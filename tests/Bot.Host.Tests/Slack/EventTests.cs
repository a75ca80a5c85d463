using System.Net;
using System.Text;
using System.Text.Json.Nodes;
using Bot.Core.Communities;
using Bot.Core.Delivery;
using Bot.Testing.Slack;
using Bot.Testing.Slack.Telling;
using Microsoft.Extensions.DependencyInjection;
using static Bot.Host.Tests.Slack.SlackSide;

namespace Bot.Host.Tests.Slack;

/// <summary>What happens in a workspace: messages to the bot, and its end there.</summary>
public sealed class EventTests : WorkspaceTests
{
    [Fact]
    public async Task A_mention_is_answered_in_its_thread_and_leaves_a_receipt()
    {
        var asked = Slack.People.Write("@dateline is the bridge closed?");

        var reply = await Until(() => Slack.Seen is [var first, ..] ? first : null, Cancellation);
        await Taken();

        reply.Thread.ShouldBe(asked.Ts);
        Words(reply.Blocks).ShouldContain("Speaker: ");
        var receipt = (await Receipts()).ShouldHaveSingleItem();
        receipt.Post.ShouldBe(new PostId($"{reply.Ts}/{asked.Ts}"));
        (await Edit(receipt)).ShouldBeOfType<Edited.Done>();
        Words(reply.Blocks).ShouldBe("It was another bridge.");
    }

    [Fact]
    public async Task A_mention_in_a_thread_stays_there_and_commands_are_named_as_they_work_there()
    {
        var top = Slack.People.Write("the bridge again");
        Slack.People.Write("@dateline help", thread: top.Ts);

        var reply = await Until(() => Slack.Seen is [var first, ..] ? first : null, Cancellation);

        reply.Thread.ShouldBe(top.Ts);
        var words = Words(reply.Blocks);
        words.ShouldContain("@Dateline ask: ");
        words.ShouldNotContain("/");
        await Taken();
    }

    [Fact]
    public async Task What_is_written_to_the_bot_directly_is_answered_there_and_leaves_nothing_behind()
    {
        Slack.People.WriteTo("help");

        var reply = await Until(() => Slack.Seen is [var first, ..] ? first : null, Cancellation);
        await Taken();

        reply.Thread.ShouldBeNull();
        Words(reply.Blocks).ShouldContain("story who: ");
        (await Receipts()).ShouldBeEmpty();

        // Its own answer is told to it too, and it does not answer that.
        Slack.Seen.ShouldHaveSingleItem();
    }

    [Fact]
    public async Task The_same_event_is_answered_once_however_often_it_is_told_and_by_whichever_replica()
    {
        Slack.People.Write("@dateline is the bridge closed?");
        await Until(() => Slack.Seen is [var first, ..] ? first : null, Cancellation);
        var told = await Taken();
        var body = Encoding.UTF8.GetBytes(told.Payload.ToJsonString());
        for (var retry = 1; retry <= 3; retry++)
        {
            (await Tell(body, ("X-Slack-Retry-Num", $"{retry}"), ("X-Slack-Retry-Reason", "http_timeout"))).ShouldBe(HttpStatusCode.OK);
        }

        // The same message told as another event.
        var other = told.Payload.DeepClone();
        other["event_id"] = "Ev0OTHER";
        (await Tell(Encoding.UTF8.GetBytes(other.ToJsonString()))).ShouldBe(HttpStatusCode.OK);
        Slack.Seen.ShouldHaveSingleItem();
    }

    [Fact]
    public async Task A_retry_of_what_was_never_seen_is_answered_for_the_header_alone_says_nothing()
    {
        var top = Slack.People.Write("the bridge again");
        var body = $$$"""
            {"type":"event_callback","event_id":"Ev0NEVER","team_id":"T0HARBOR1","authorizations":[{"team_id":"T0HARBOR1","user_id":"U0BOT","is_bot":true}],
            "event":{"type":"app_mention","user":"U0HARBOR3","text":"<@U0BOT> is the bridge closed?","ts":"{{{top.Ts}}}","channel":"C0HARBOR2"}}
            """;

        (await Tell(Encoding.UTF8.GetBytes(body), ("X-Slack-Retry-Num", "1"), ("X-Slack-Retry-Reason", "http_timeout"))).ShouldBe(
            HttpStatusCode.OK
        );

        Slack.Seen.ShouldHaveSingleItem();
    }

    [Theory]
    [InlineData("""{"type":"app_mention","bot_id":"B1","user":"U0HARBOR3","text":"<@U0BOT> x","ts":"1.1","channel":"C0HARBOR2"}""")]
    [InlineData("""{"type":"app_mention","user":"U0BOT","text":"<@U0BOT> x","ts":"1.2","channel":"C0HARBOR2"}""")]
    [InlineData(
        """{"type":"app_mention","user":"U0HARBOR3","text":"<@U0BOT> x","ts":"1.3","channel":"C0HARBOR2","edited":{"user":"U0HARBOR3","ts":"2.1"}}"""
    )]
    [InlineData("""{"type":"message","user":"U0HARBOR3","text":"x","ts":"1.4","channel":"C0HARBOR2","channel_type":"channel"}""")]
    [InlineData(
        """{"type":"message","subtype":"message_changed","hidden":true,"ts":"1.5","channel":"D1","channel_type":"im","message":{"user":"U0HARBOR3","text":"x","ts":"1.1"}}"""
    )]
    [InlineData(
        """{"type":"message","subtype":"channel_join","user":"U0HARBOR3","text":"x","ts":"1.6","channel":"D1","channel_type":"im"}"""
    )]
    [InlineData("""{"type":"member_joined_channel","user":"U0BOT","channel":"C0HARBOR2","channel_type":"C","team":"T0HARBOR1"}""")]
    [InlineData("""{"type":"something_new"}""")]
    public async Task What_is_not_for_the_bot_is_taken_and_not_answered(string happened)
    {
        var body = new JsonObject
        {
            ["type"] = "event_callback",
            ["event_id"] = "Ev0X",
            ["team_id"] = SlackWorld.Team,
            ["authorizations"] = JsonNode.Parse("""[{"team_id":"T0HARBOR1","user_id":"U0BOT","is_bot":true}]"""),
            ["event"] = JsonNode.Parse(happened),
        };

        (await Tell(Encoding.UTF8.GetBytes(body.ToJsonString()))).ShouldBe(HttpStatusCode.OK);

        Slack.Seen.ShouldBeEmpty();
    }

    [Fact]
    public async Task A_workspace_that_takes_the_bot_out_is_forgotten_in_thirty_days()
    {
        var communities = Host.Services.GetRequiredService<ICommunities>();
        await Until(() => communities.All(Cancellation).AsTask().Result is [var known] ? known : null, Cancellation);

        Slack.People.Uninstall();

        var left = await Until(
            () => communities.All(Cancellation).AsTask().Result.FirstOrDefault(community => community.Left is not null),
            Cancellation
        );
        left.Id.ShouldBe(Community);
    }

    private async Task<Edited> Edit(Receipt receipt) =>
        await Host
            .Services.GetServices<IPlatform>()
            .Single(platform => platform.Serves(receipt.Community))
            .Edit(
                new PostPlace(receipt.Community, receipt.Place, receipt.Post!.Value),
                new Bot.Core.Conversation.Notice { Headline = "It was another bridge." },
                [],
                Cancellation
            );

    /// <summary>All that was told is taken.</summary>
    private async Task<SlackTold> Taken()
    {
        foreach (var told in Slack.StandIn.Told)
        {
            (await told.Finished.WaitAsync(Cancellation)).ShouldBeOfType<SlackAck.Taken>();
        }

        return Slack.StandIn.Told[0];
    }

    private async Task<HttpStatusCode> Tell(byte[] body, params (string, string)[] headers) =>
        (await Slack.StandIn.Requests.Send("/slack/events", body, "application/json", isSigned: true, Cancellation, headers)).Status;

    private async Task<IReadOnlyList<Receipt>> Receipts() =>
        await Host.Services.GetRequiredService<IReceipts>().All(Community, Cancellation);
}
