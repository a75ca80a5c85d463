using Bot.Testing.Slack;
using Bot.Testing.Slack.Telling;

namespace Bot.Slack.Tests.StandIn;

/// <summary>What the stand-in refuses, so that a test of the bot against it means something.</summary>
public sealed class StrictTests : IAsyncLifetime
{
    private RawSlack raw = null!;

    public async ValueTask InitializeAsync() => raw = await RawSlack.Open();

    public ValueTask DisposeAsync() => raw.DisposeAsync();

    [Theory]
    [InlineData("a section", """{"type":"section","text":{"type":"mrkdwn","text":"{0}","verbatim":true}}""", 3_000, "/blocks/0/text/text")]
    [InlineData("a field", """{"type":"section","fields":[{"type":"plain_text","text":"{0}"}]}""", 2_000, "/blocks/0/fields/0/text")]
    [InlineData("a header", """{"type":"header","text":{"type":"plain_text","text":"{0}"}}""", 150, "/blocks/0/text/text")]
    [InlineData("a block_id", """{"type":"divider","block_id":"{0}"}""", 255, "/blocks/0/block_id")]
    [InlineData("alt_text", """{"type":"image","image_url":"https://a.example/b.png","alt_text":"{0}"}""", 2_000, "/blocks/0/alt_text")]
    [InlineData(
        "a button",
        """{"type":"actions","elements":[{"type":"button","text":{"type":"plain_text","text":"{0}"}}]}""",
        75,
        "/blocks/0/elements/0/text/text"
    )]
    [InlineData(
        "a value",
        """{"type":"actions","elements":[{"type":"button","value":"{0}","text":{"type":"plain_text","text":"a"}}]}""",
        2_000,
        "/blocks/0/elements/0/value"
    )]
    [InlineData(
        "an action_id",
        """{"type":"actions","elements":[{"type":"button","action_id":"{0}","text":{"type":"plain_text","text":"a"}}]}""",
        255,
        "/blocks/0/elements/0/action_id"
    )]
    [InlineData(
        "a placeholder",
        """{"type":"actions","elements":[{"type":"external_select","placeholder":{"type":"plain_text","text":"{0}"}}]}""",
        150,
        "/blocks/0/elements/0/placeholder/text"
    )]
    [InlineData(
        "an option",
        """{"type":"actions","elements":[{"type":"static_select","options":[{"value":"a","text":{"type":"plain_text","text":"{0}"}}]}]}""",
        75,
        "/blocks/0/elements/0/options/0/text/text"
    )]
    public async Task A_text_may_be_as_long_as_documented_and_one_longer_is_refused_at_its_place(
        string what,
        string block,
        int most,
        string pointer
    )
    {
        (await Post(block, most)).ShouldBe("ok", what);
        raw.Slack.Violations.ShouldBeEmpty();

        var refused = await raw.Call("chat.postMessage", [.. Message(block, most + 1)]);

        ((string?)refused["error"]).ShouldBe("invalid_blocks", what);
        ((string?)refused["response_metadata"]!["messages"]![0])!.ShouldEndWith($"[json-pointer:{pointer}]");
        raw.Slack.Violations.ShouldHaveSingleItem();

        async Task<string> Post(string json, int length) => await raw.Outcome("chat.postMessage", [.. Message(json, length)]);

        static (string, string)[] Message(string json, int length) =>
            Blocks(json.Replace("{0}", new string('x', length), StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("section", """{"type":"divider"}""", 51, "invalid_blocks")]
    [InlineData("kind", """{"type":"sektion"}""", 1, "invalid_blocks")]
    [InlineData("field", """{"type":"section","txt":{"type":"plain_text","text":"a"}}""", 1, "invalid_blocks")]
    [InlineData("two block_ids", """{"type":"divider","block_id":"a"}""", 2, "invalid_blocks")]
    [InlineData("two tables", """{"type":"table","rows":[[{"type":"raw_text","text":"a"}]]}""", 2, "invalid_attachments")]
    [InlineData("all text", """{"type":"section","text":{"type":"plain_text","text":"LONG"}}""", 5, "msg_blocks_too_long")]
    [InlineData(
        "two action_ids",
        """{"type":"actions","elements":[{"type":"button","action_id":"a","text":{"type":"plain_text","text":"a"}},{"type":"button","action_id":"a","text":{"type":"plain_text","text":"b"}}]}""",
        1,
        "invalid_blocks"
    )]
    [InlineData("an image of nowhere", """{"type":"image","alt_text":"a"}""", 1, "invalid_blocks")]
    [InlineData("26 buttons", """{"type":"actions","elements":[]}""", 1, "invalid_blocks")]
    public async Task Blocks_that_are_not_as_documented_are_refused(string what, string block, int times, string error)
    {
        var list = string.Join(',', Enumerable.Repeat(block.Replace("LONG", new string('x', 2_900), StringComparison.Ordinal), times));

        (await raw.Outcome("chat.postMessage", Blocks(list))).ShouldBe(error, what);
        raw.Slack.Violations.ShouldNotBeEmpty();
    }

    [Fact]
    public async Task What_slack_lets_pass_and_nobody_should_send_stands_among_the_violations()
    {
        const string Live = """[{"type":"section","text":{"type":"mrkdwn","text":"a"}}]""";
        (await raw.Outcome("chat.postMessage", ("channel", SlackWorld.Channel), ("blocks", Live), ("link_names", "true"))).ShouldBe("ok");
        (await raw.Outcome("chat.update", ("channel", SlackWorld.Channel), ("ts", raw.Slack.Messages[0].Ts), ("text", "a"))).ShouldBe("ok");
        (await raw.Outcome("conversations.list")).ShouldBe("ok");

        raw.Slack.Violations.Count.ShouldBe(7, string.Join('\n', raw.Slack.Violations));
    }

    [Fact]
    public async Task An_answers_address_takes_five_within_half_an_hour_and_the_answer_at_once_is_one_of_them()
    {
        raw.Taking = _ => new HttpResponseMessage { Content = new StringContent("first") };
        var told = await Taken(raw.Slack.People.Type("who responded"));
        foreach (var n in Enumerable.Range(2, 4))
        {
            (await raw.Respond(told, $$"""{"response_type":"ephemeral","text":"{{n}}"}""")).ShouldBe("ok");
        }

        (await raw.Respond(told, """{"text":"6"}""")).ShouldBe("used_url");
        told.Messages.Select(message => message.Text).ShouldBe(["first", "2", "3", "4", "5"]);
        raw.Taking = _ => new HttpResponseMessage();
        var later = await Taken(raw.Slack.People.Type("who responded"));
        raw.Time.Advance(TimeSpan.FromMinutes(31));
        (await raw.Respond(later, """{"text":"late"}""")).ShouldBe("expired_url");
        later.Messages.ShouldBeEmpty();
        raw.Slack.Violations.ShouldBeEmpty();
    }

    [Fact]
    public async Task A_trigger_opens_one_form_within_three_seconds()
    {
        const string View = """{"type":"modal","title":{"type":"plain_text","text":"Ask"},"blocks":[{"type":"divider"}]}""";
        var first = (string)raw.Slack.People.Type("a").Payload["trigger_id"]!;
        (await raw.Outcome("views.open", ("trigger_id", first), ("view", View))).ShouldBe("ok");
        (await raw.Outcome("views.open", ("trigger_id", first), ("view", View))).ShouldBe("exchanged_trigger_id");
        var second = (string)raw.Slack.People.Type("b").Payload["trigger_id"]!;
        raw.Time.Advance(TimeSpan.FromSeconds(3.1));
        (await raw.Outcome("views.open", ("trigger_id", second), ("view", View))).ShouldBe("expired_trigger_id");
        (await raw.Outcome("views.open", ("trigger_id", "1.2.3"), ("view", View))).ShouldBe("invalid_trigger_id");
    }

    [Fact]
    public async Task Events_that_are_not_taken_come_three_times_more_and_commands_once()
    {
        raw.Taking = _ => new HttpResponseMessage(System.Net.HttpStatusCode.InternalServerError);
        raw.Slack.People.Write("@dateline who responded");
        var typed = raw.Slack.People.Type("who responded");
        var told = raw.Slack.Told[0];
        while (!told.Finished.IsCompleted)
        {
            await Task.Delay(TimeSpan.FromMilliseconds(30), TimeProvider.System, TestContext.Current.CancellationToken);
            raw.Time.Advance(TimeSpan.FromMinutes(1));
        }

        (await told.Finished).ShouldBeOfType<SlackAck.Failed>();
        told.Deliveries.Select(each => each.Attempt).ShouldBe([0, 1, 2, 3]);
        told.Deliveries.Skip(1).ShouldAllBe(each => each.Reason.StartsWith("http_", StringComparison.Ordinal));
        told.Deliveries.Zip(told.Deliveries.Skip(1), (one, next) => (next.At - one.At).TotalMinutes)
            .Zip([0, 1, 5])
            .ShouldAllBe(gap => gap.First >= gap.Second);
        await typed.Finished;
        typed.Deliveries.Count.ShouldBe(1);
    }

    [Fact]
    public async Task What_is_not_the_tokens_is_not_given()
    {
        ((string?)(await raw.Call("auth.test", "xoxb-another"))["error"]).ShouldBe("invalid_auth");
        ((string?)(await raw.Call("auth.test", token: null))["error"]).ShouldBe("not_authed");
        ((string?)(await raw.Call("apps.connections.open", SlackWorld.BotToken))["error"]).ShouldBe("not_allowed_token_type");
        var refused = await raw.Call("conversations.history", ("channel", SlackWorld.Channel), ("limit", "1"));
        ((string?)refused["error"], (string?)refused["needed"]).ShouldBe(("missing_scope", "channels:history"));
        (await raw.Outcome("chat.meMessage")).ShouldBe("unknown_method");
    }

    private static (string, string)[] Blocks(string blocks) =>
        [("channel", SlackWorld.Channel), ("text", "x"), ("blocks", $"[{blocks}]"), ("unfurl_links", "false"), ("unfurl_media", "false")];

    private static async Task<SlackTold> Taken(SlackTold told)
    {
        (await told.Finished).ShouldBeOfType<SlackAck.Taken>();
        return told;
    }
}
