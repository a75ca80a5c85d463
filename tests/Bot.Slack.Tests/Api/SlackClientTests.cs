using System.Text.Json.Nodes;
using Bot.Core.Communities;
using Bot.Core.Delivery;
using Bot.Slack.Api;
using Bot.Slack.Wire;
using Bot.Wire;
using static Bot.Slack.Tests.Api.ScriptedSlack;

namespace Bot.Slack.Tests.Api;

/// <summary>What is sent, what is sent again, what is not, and what is said of it.</summary>
public sealed class SlackClientTests
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_post_is_a_form_without_a_charset_with_json_in_its_fields_and_the_token_in_the_header()
    {
        using var slack = new ScriptedSlack(_ => Posted());
        var message = new MessageCreate(Quay, new MessageBody("Crane & lock", [new Section(new Mrkdwn("Crane &amp; lock"))]))
        {
            ThreadTs = "1699999000.000100",
            Delivery = "o-551",
        };

        (await slack.Run(slack.Api.Post(Harbour, message, Cancellation)))
            .ShouldBeOfType<Outcome<PostedMessage>.Done>()
            .Value.ShouldBe(new PostedMessage(Quay, "1700000070.000100"));

        var sent = slack.Came.ShouldHaveSingleItem();
        sent.To.ShouldBe(new Uri("https://slack.com/api/chat.postMessage"));
        (sent.Type, sent.Authorization).ShouldBe(("application/x-www-form-urlencoded", $"Bearer {Token}-T0HARBOR1"));
        (sent["channel"], sent["thread_ts"], sent["text"]).ShouldBe((Quay, "1699999000.000100", "Crane & lock"));
        (sent["parse"], sent["unfurl_links"], sent["unfurl_media"]).ShouldBe(("none", "false", "false"));
        JsonNode
            .DeepEquals(
                JsonNode.Parse(sent["blocks"]!),
                JsonNode.Parse("""[{"type":"section","text":{"type":"mrkdwn","text":"Crane &amp; lock","verbatim":true}}]""")
            )
            .ShouldBeTrue(sent["blocks"]);
        sent["metadata"].ShouldBe("""{"event_type":"dateline_posted","event_payload":{"delivery":"o-551"}}""");
        sent["token"].ShouldBeNull();
    }

    [Theory]
    [InlineData("dropped")]
    [InlineData("slow")]
    [InlineData("disturbed")]
    [InlineData("internal_error")]
    [InlineData("fatal_error")]
    [InlineData("a page")]
    public async Task A_post_of_which_nobody_knows_is_sent_once_and_a_change_again(string fault)
    {
        using var slack = new ScriptedSlack(_ =>
            fault switch
            {
                "slow" => new TaskCompletionSource<HttpResponseMessage>().Task,
                "dropped" => throw new HttpRequestException(HttpRequestError.ResponseEnded, "gone"),
                "disturbed" => Task.FromResult(Reply(503, "<html>")),
                "a page" => Task.FromResult(Reply(200, "<html>back soon</html>")),
                _ => Task.FromResult(Error(fault)),
            }
        );

        (await slack.Run(slack.Api.Post(Harbour, Saying("a"), Cancellation), step: 1))
            .ShouldBeOfType<Outcome<PostedMessage>.NotDone>()
            .Why.ShouldBeOfType<Failure.Unknown>()
            .Sentence.ShouldContain("Look before you try again");
        slack.Came.ShouldHaveSingleItem();

        (await slack.Run(slack.Api.Update(Harbour, Quay, "1.2", new MessageBody("b", []), Cancellation), step: 1))
            .ShouldBeOfType<Outcome<NoContent>.NotDone>()
            .Why.ShouldBeOfType<Failure.Unknown>();
        slack.Came.Count.ShouldBeGreaterThan(2);
    }

    [Fact]
    public async Task A_post_that_never_got_out_is_tried_again_and_then_it_is_known_that_nothing_was_done()
    {
        using var slack = new ScriptedSlack(
            Task<HttpResponseMessage> (_) => throw new HttpRequestException(HttpRequestError.NameResolutionError, "no such host")
        );

        (await slack.Post())
            .ShouldBeOfType<Outcome<PostedMessage>.NotDone>()
            .Why.ShouldBeOfType<Failure.Unreachable>()
            .Sentence.ShouldContain("slack.com");
        slack.Came.Count.ShouldBe(Attempts.Most);
    }

    [Fact]
    public async Task A_limit_is_waited_for_in_its_workspace_and_method_and_holds_up_nothing_else()
    {
        using var slack = new ScriptedSlack(sent =>
            sent.Number == 1 ? Reply(429, """{"ok":false,"error":"ratelimited"}""", ("Retry-After", "20")) : Posted()
        );

        var limited = slack.Api.Post(Harbour, Saying("a"), Cancellation);
        var elsewhere = slack.Api.Post(Island, Saying("b"), Cancellation);
        var otherwise = slack.Api.Update(Harbour, Quay, "1.2", new MessageBody("c", []), Cancellation);
        await slack.Run(elsewhere);
        await slack.Run(otherwise);
        limited.IsCompleted.ShouldBeFalse();
        var behind = slack.Api.Post(Harbour, Saying("d", "C0OTHER"), Cancellation);

        (await slack.Run(limited)).ShouldBeOfType<Outcome<PostedMessage>.Done>();
        (await slack.Run(behind)).ShouldBeOfType<Outcome<PostedMessage>.Done>();
        slack.Came.Take(3).Select(sent => sent.At.TotalSeconds).ShouldAllBe(at => at < 5);
        slack.Came.Skip(3).Select(sent => sent.At.TotalSeconds).ShouldAllBe(at => at >= 20);
        slack.Came.Count.ShouldBe(5);
        slack.Log.ShouldContain("Slack limits chat.postMessage in slack:T0HARBOR1 for 20 s");
    }

    [Fact]
    public async Task A_limit_that_outlasts_patience_is_told_as_something_that_was_not_done()
    {
        using var slack = new ScriptedSlack(_ => Reply(429, "", ("Retry-After", "600")));

        (await slack.Run(slack.Api.Post(Harbour, Saying("a"), Cancellation, TimeSpan.FromSeconds(20)), step: 1))
            .ShouldBeOfType<Outcome<PostedMessage>.NotDone>()
            .Why.ShouldBeOfType<Failure.Unreachable>()
            .Sentence.ShouldContain("slower");
        slack.Came.ShouldHaveSingleItem();
    }

    [Fact]
    public async Task Posts_in_one_channel_go_a_second_apart_in_the_order_they_came_and_other_channels_do_not_wait()
    {
        using var slack = new ScriptedSlack(_ => Posted());

        var posts = Enumerable.Range(0, 6).Select(i => slack.Api.Post(Harbour, Saying($"{i}"), Cancellation)).ToList();
        var other = slack.Api.Post(Harbour, Saying("other", "C0OTHER"), Cancellation);
        await slack.Run(Task.WhenAll([.. posts, other]));

        slack.Came.Single(sent => sent["text"] == "other").At.ShouldBe(TimeSpan.Zero);
        var here = slack.Came.Where(sent => sent["channel"] == Quay).ToList();
        here.Select(sent => sent["text"]).ShouldBe(["0", "1", "2", "3", "4", "5"]);
        here.Zip(here.Skip(1), (one, next) => next.At - one.At).ShouldAllBe(apart => apart >= TimeSpan.FromSeconds(1));
    }

    [Fact]
    public async Task In_one_workspace_no_more_go_than_it_takes_in_a_minute_and_another_one_is_not_held_up()
    {
        using var slack = new ScriptedSlack(_ => Posted());
        const int Many = Bot.Slack.Api.Limits.RateLimits.MostPostsPerMinute + 5;

        var posts = Enumerable.Range(0, Many).Select(i => slack.Api.Post(Harbour, Saying("a", $"C{i}"), Cancellation)).ToList();
        await slack.Run(slack.Api.Post(Island, Saying("b"), Cancellation));
        await slack.Run(Task.WhenAll(posts), step: 1);

        slack.Came.Count(sent => sent.At < TimeSpan.FromMinutes(1)).ShouldBe(Many - 5 + 1);
        slack.Came.Count.ShouldBe(Many + 1);
    }

    [Fact]
    public async Task However_long_posts_are_on_their_way_never_too_many_come_together()
    {
        var late = TimeSpan.FromSeconds(5);
        ScriptedSlack slack = null!;
        slack = new ScriptedSlack(async _ =>
        {
            await Task.Delay(late, slack.Time, Cancellation);
            return Posted();
        });
        using var _ = slack;
        const int Many = Bot.Slack.Api.Limits.RateLimits.MostPostsPerMinute + 5;

        var here = Enumerable.Range(0, 3).Select(_ => slack.Api.Post(Island, Saying("a"), Cancellation)).ToList();
        var everywhere = Enumerable.Range(0, Many).Select(i => slack.Api.Post(Harbour, Saying("a", $"C{i}"), Cancellation)).ToList();
        await slack.Run(Task.WhenAll([.. here, .. everywhere]), step: 1);

        var line = slack.Came.Where(sent => sent["channel"] == Quay).ToList();
        line.Zip(line.Skip(1), (one, next) => next.At - one.At).ShouldAllBe(apart => apart >= late + TimeSpan.FromSeconds(1));
        slack
            .Came.Where(sent => sent["channel"] != Quay)
            .Count(sent => sent.At < late + TimeSpan.FromMinutes(1))
            .ShouldBe(Bot.Slack.Api.Limits.RateLimits.MostPostsPerMinute);
        slack.Came.Count.ShouldBe(3 + Many);
    }

    [Theory]
    [InlineData("channel_not_found", "invite the bot")]
    [InlineData("not_in_channel", "/invite")]
    [InlineData("is_archived", "archived")]
    [InlineData("restricted_action_read_only_channel", "ask its admins")]
    [InlineData("msg_too_long", "fault of the program")]
    [InlineData("account_inactive", "install the app again")]
    [InlineData("not_allowed_token_type", "xoxb-")]
    [InlineData("something_new", "Slack refused chat.postMessage (something_new).")]
    public async Task A_refusal_is_not_tried_again_and_is_a_sentence_that_says_what_to_do(string code, string says)
    {
        using var slack = new ScriptedSlack(_ => Error(code));

        var refused = (await slack.Post()).ShouldBeOfType<Outcome<PostedMessage>.NotDone>().Why.ShouldBeOfType<Failure.Refused>();

        (refused.Code, refused.Status).ShouldBe((code, 200));
        refused.Sentence.ShouldContain(says);
        slack.Came.ShouldHaveSingleItem();
    }

    [Fact]
    public async Task A_scope_that_lacks_is_named()
    {
        using var slack = new ScriptedSlack(_ => Error("missing_scope", "\"needed\":\"files:write\",\"provided\":\"commands\""));

        (await slack.Post()).ShouldBeOfType<Outcome<PostedMessage>.NotDone>().Why.Sentence.ShouldContain("the scope files:write");
    }

    [Fact]
    public async Task Blocks_that_slack_does_not_take_are_left_out_once_and_the_log_says_what_was_wrong_with_them()
    {
        using var slack = new ScriptedSlack(sent =>
            sent["blocks"] is null
                ? Posted()
                : Error(
                    "invalid_blocks",
                    "\"response_metadata\":{\"messages\":[\"[ERROR] must be less than 3001 characters [json-pointer:/blocks/0/text/text]\"]}"
                )
        );
        var body = new MessageBody("The crane was repaired.", [new Divider()]);

        (
            await slack.Run(slack.Api.Post(Harbour, new MessageCreate(Quay, body), Cancellation))
        ).ShouldBeOfType<Outcome<PostedMessage>.Done>();

        slack.Came.Select(sent => sent["text"]).ShouldBe(["The crane was repaired.", "The crane was repaired."]);
        slack.Log.ShouldContain("[json-pointer:/blocks/0/text/text]");
        slack.Log.ShouldNotContain("The crane was repaired");
    }

    [Fact]
    public async Task A_dead_token_is_not_shown_again_for_a_while_and_other_workspaces_go_on()
    {
        using var slack = new ScriptedSlack(sent =>
            sent.Authorization!.EndsWith("T0ISLAND2", StringComparison.Ordinal) ? Posted() : Error("token_revoked")
        );

        await slack.Post();
        (await slack.Post())
            .ShouldBeOfType<Outcome<PostedMessage>.NotDone>()
            .Why.ShouldBeOfType<Failure.Refused>()
            .Code.ShouldBe("token_revoked");
        (await slack.Post(workspace: Island)).ShouldBeOfType<Outcome<PostedMessage>.Done>();
        slack.Came.Count.ShouldBe(2);

        slack.Time.Advance(TimeSpan.FromMinutes(10));
        await slack.Post();
        slack.Came.Count.ShouldBe(3);
    }

    [Theory]
    [InlineData(null, false)]
    [InlineData("xoxe.xoxb-new", true)]
    public async Task A_token_that_has_expired_is_renewed_once(string? renewal, bool done)
    {
        using var slack = new ScriptedSlack(sent => sent.Authorization == "Bearer xoxe.xoxb-new" ? Posted() : Error("token_expired"))
        {
            Renewal = renewal,
        };

        (await slack.Post() is Outcome<PostedMessage>.Done).ShouldBe(done);
        slack.Came.Count.ShouldBe(done ? 2 : 1);
    }

    [Fact]
    public async Task No_token_and_no_text_is_logged()
    {
        using var slack = new ScriptedSlack(sent => sent.Number == 1 ? Error("invalid_auth") : Reply(429, "", ("Retry-After", "1")));

        var refused = await slack.Post("who repaired the crane?");

        $"{slack.Log} {refused} {Credential.Bearer(Token)} {Credential.Client("1.2", "secret")}".ShouldSatisfyAllConditions(
            said => said.ShouldContain("invalid_auth"),
            said => said.ShouldNotContain("secret"),
            said => said.ShouldNotContain("crane"),
            said => said.ShouldNotContain("xoxb-s")
        );
    }

    [Theory]
    [InlineData(404, "not found")]
    [InlineData(302, "")]
    [InlineData(403, "<html>proxy</html>")]
    public async Task What_is_no_answer_of_slacks_says_where_to_look(int status, string body)
    {
        using var slack = new ScriptedSlack(_ => Reply(status, body));

        (await slack.Post())
            .ShouldBeOfType<Outcome<PostedMessage>.NotDone>()
            .Why.ShouldBeOfType<Failure.Refused>()
            .Sentence.ShouldContain("`Slack:ApiBase`");
        slack.Came.ShouldHaveSingleItem();
    }

    [Fact]
    public async Task What_was_done_and_is_answered_strangely_is_unknown()
    {
        using var slack = new ScriptedSlack(_ => Ok("\"channel\":7"));

        (await slack.Post()).ShouldBeOfType<Outcome<PostedMessage>.NotDone>().Why.ShouldBeOfType<Failure.Unknown>();
        slack.Came.ShouldHaveSingleItem();
    }

    [Fact]
    public async Task What_is_gone_already_is_deleted()
    {
        using var slack = new ScriptedSlack(_ => Error("message_not_found"));

        (await slack.Run(slack.Api.Delete(Harbour, Quay, "1.2", Cancellation))).ShouldBeOfType<Outcome<NoContent>.Done>();
    }

    [Fact]
    public async Task A_window_is_opened_within_its_three_seconds_or_not_at_all()
    {
        using var slack = new ScriptedSlack(_ => new TaskCompletionSource<HttpResponseMessage>().Task);

        await slack.Run(slack.Api.OpenView(Harbour, "1.2.abc", new View([]), Cancellation));

        (slack.Time.GetUtcNow() - slack.Time.Start).ShouldBeLessThan(TimeSpan.FromSeconds(3));
        slack.Came.ShouldHaveSingleItem();
    }

    [Fact]
    public async Task A_person_is_asked_for_once_in_ten_minutes_and_who_is_not_of_the_workspace_is_an_outsider()
    {
        using var slack = new ScriptedSlack(sent =>
            Ok(
                $$"""
                "user":{"id":"{{sent["user"]}}","team_id":"T0HARBOR1","is_owner":true,"is_restricted":{{(
                    sent["user"] == "U0GUEST" ? "true" : "false"
                )}} }
                """
            )
        );
        async Task<Member> Member(string user, CommunityId workspace) =>
            (await slack.Run(slack.Api.Member(workspace, new UserId(user), Cancellation))).ShouldBeOfType<Outcome<Member>.Done>().Value;

        (await Member("U0HARBOR3", Harbour)).ShouldBe(new Member(IsAdmin: true, IsOutsider: false));
        (await Member("U0GUEST", Harbour)).IsOutsider.ShouldBeTrue();
        (await Member("U0HARBOR3", Island)).IsOutsider.ShouldBeTrue();
        await Member("U0HARBOR3", Harbour);
        slack.Came.Count.ShouldBe(3);

        slack.Time.Advance(TimeSpan.FromMinutes(10));
        await Member("U0HARBOR3", Harbour);
        slack.Came.Count.ShouldBe(4);
    }

    [Fact]
    public async Task A_post_of_which_nobody_knows_is_found_by_what_it_carries_however_short_a_page_is()
    {
        using var slack = new ScriptedSlack(sent =>
            sent["cursor"] switch
            {
                null => Ok("\"messages\":[],\"response_metadata\":{\"next_cursor\":\"dXNlcjpVMDYxTkZUVDI=\"}"),
                "dXNlcjpVMDYxTkZUVDI=" => Ok(
                    """
                    "messages":[{"ts":"1.1"},{"ts":"1.2","metadata":{"event_type":"other","event_payload":{"delivery":"o-551"}}},
                    {"ts":"1.3","metadata":{"event_type":"dateline_posted","event_payload":{"delivery":"o-551"}}}],"response_metadata":{"next_cursor":"more"}
                    """
                ),
                _ => Ok("\"messages\":[],\"response_metadata\":{\"next_cursor\":\"\"}"),
            }
        );
        Task<Outcome<PostedMessage?>> Find(string delivery) =>
            slack.Run(slack.Api.FindPosted(Harbour, new PlaceId(Quay), null, delivery, slack.Time.Start, Cancellation));

        (await Find("o-551")).ShouldBe(new Outcome<PostedMessage?>.Done(new PostedMessage(Quay, "1.3")));
        (await Find("o-552")).ShouldBe(new Outcome<PostedMessage?>.Done(null));
        slack.Came[1].Body.ShouldContain("cursor=dXNlcjpVMDYxTkZUVDI%3D");
    }
}
