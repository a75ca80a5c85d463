using System.Text.Json.Nodes;
using Bot.Discord.Api;
using Bot.Discord.Api.Limits;
using Bot.Discord.Gateway;
using Bot.Discord.Wire;
using Bot.Wire;
using Microsoft.Extensions.Logging.Abstractions;
using static Bot.Discord.Tests.Api.ScriptedDiscord;

namespace Bot.Discord.Tests.Api;

/// <summary>What is sent again, what is not, and what is said of it.</summary>
public sealed class DiscordClientTests
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task What_no_answer_came_to_is_sent_again_with_the_same_nonce()
    {
        using var discord = new ScriptedDiscord(sent =>
            sent.Number < 3 ? throw new HttpRequestException(HttpRequestError.ResponseEnded, "gone") : Message()
        );

        (await discord.Post()).ShouldBeOfType<Outcome<PostedMessage>.Done>();

        var bodies = discord.Came.Select(sent => JsonNode.Parse(sent.Body)!).ToList();
        bodies.Count.ShouldBe(3);
        bodies.ShouldAllBe(body => (bool)body["enforce_nonce"]! && ((string)body["nonce"]!).Length <= 25);
        bodies.Select(body => (string)body["nonce"]!).Distinct().ShouldHaveSingleItem();
        Nonce.Of("a").ShouldBe(Nonce.Of("a"));
        Nonce.Of("a").ShouldNotBe(Nonce.Of("b"));
    }

    [Theory]
    [InlineData(500)]
    [InlineData(502)]
    [InlineData(504)]
    public async Task A_disturbance_that_does_not_end_leaves_it_unknown_and_the_pauses_grow(int status)
    {
        using var discord = new ScriptedDiscord(_ => Reply(status, "<html>bad gateway</html>"));

        (await discord.Post()).ShouldBeOfType<Outcome<PostedMessage>.NotDone>().Why.ShouldBeOfType<Failure.Unknown>();

        discord.Came.Count.ShouldBe(Attempts.Most);
        var pauses = discord.Came.Zip(discord.Came.Skip(1), (one, next) => next.At - one.At).ToList();
        pauses.Zip(pauses.Skip(1)).ShouldAllBe(pair => pair.Second > pair.First);
        pauses[0].ShouldBeGreaterThanOrEqualTo(TimeSpan.FromSeconds(0.5));
    }

    [Theory]
    [InlineData("dropped")]
    [InlineData("slow")]
    [InlineData("disturbed")]
    public async Task A_follow_up_has_no_nonce_and_is_sent_once_when_nobody_knows_whether_it_was_done(string fault)
    {
        using var discord = new ScriptedDiscord(_ =>
            fault switch
            {
                "slow" => new TaskCompletionSource<HttpResponseMessage>().Task,
                "dropped" => throw new HttpRequestException(HttpRequestError.ResponseEnded, "gone"),
                _ => Task.FromResult(Reply(503, "")),
            }
        );

        var outcome = await discord.Run(discord.Api.Follow(Asked, new FollowUp { Content = "a" }, Cancellation), step: 1);

        outcome
            .ShouldBeOfType<Outcome<PostedMessage>.NotDone>()
            .Why.ShouldBeOfType<Failure.Unknown>()
            .Sentence.ShouldContain("Look before you try again");
        discord.Came.ShouldHaveSingleItem();
    }

    [Fact]
    public async Task What_was_never_sent_is_tried_again_whatever_it_is_and_then_it_is_known_that_nothing_was_done()
    {
        using var discord = new ScriptedDiscord(
            Task<HttpResponseMessage> (_) => throw new HttpRequestException(HttpRequestError.NameResolutionError, "no such host")
        );

        var outcome = await discord.Run(discord.Api.Follow(Asked, new FollowUp { Content = "a" }, Cancellation));

        outcome
            .ShouldBeOfType<Outcome<PostedMessage>.NotDone>()
            .Why.ShouldBeOfType<Failure.Unreachable>()
            .Sentence.ShouldContain("discord.test");
        discord.Came.Count.ShouldBe(Attempts.Most);
    }

    [Fact]
    public async Task Where_a_try_may_have_been_done_a_later_one_that_was_not_sent_does_not_undo_that()
    {
        using var discord = new ScriptedDiscord(
            Task<HttpResponseMessage> (sent) =>
                throw new HttpRequestException(sent.Number == 1 ? HttpRequestError.ResponseEnded : HttpRequestError.ConnectionError, "gone")
        );

        (await discord.Post()).ShouldBeOfType<Outcome<PostedMessage>.NotDone>().Why.ShouldBeOfType<Failure.Unknown>();
    }

    [Fact]
    public async Task A_refusal_is_not_tried_again_and_says_what_is_wrong_with_which_field()
    {
        const string Body = """
            {"code":50035,"message":"Invalid Form Body","errors":{"embeds":{"0":{"fields":{"2":{"value":{"_errors":[
            {"code":"BASE_TYPE_MAX_LENGTH","message":"Must be 1024 or fewer in length."}]}}}}},"_errors":[{"code":"X","message":"y"}]}}
            """;
        using var discord = new ScriptedDiscord(_ => Reply(400, Body));

        var refused = (await discord.Post()).ShouldBeOfType<Outcome<PostedMessage>.NotDone>().Why.ShouldBeOfType<Failure.Refused>();

        (refused.Status, refused.Code).ShouldBe((400, "50035"));
        refused.Sentence.ShouldContain("embeds[0].fields[2].value: BASE_TYPE_MAX_LENGTH Must be 1024 or fewer in length.; all: X y");
        discord.Came.ShouldHaveSingleItem();
        discord.Log.ShouldContain("embeds[0].fields[2].value");
    }

    [Theory]
    [InlineData(403, 50001, "View Channel")]
    [InlineData(403, 50013, "Send Messages")]
    [InlineData(404, 10003, "not there any more")]
    [InlineData(404, 10008, "deleted")]
    [InlineData(403, 50007, "direct messages")]
    [InlineData(403, 40094, "five answers")]
    [InlineData(400, 30046, "post it anew")]
    [InlineData(404, 10062, "three seconds")]
    [InlineData(404, 10015, "15 minutes")]
    [InlineData(401, 50027, "15 minutes")]
    [InlineData(418, 0, "418: short and stout")]
    public async Task A_known_code_is_a_sentence_that_says_what_to_do(int status, int code, string says)
    {
        using var discord = new ScriptedDiscord(_ => Reply(status, $$"""{"code":{{code}},"message":"short and stout"}"""));

        var outcome = await discord.Run(discord.Api.EditOriginal(Asked, new MessageEdit(), Cancellation));

        outcome.ShouldBeOfType<Outcome<PostedMessage>.NotDone>().Why.ShouldBeOfType<Failure.Refused>().Sentence.ShouldContain(says);
    }

    [Theory]
    [InlineData("")]
    [InlineData("<html>")]
    [InlineData("[1]")]
    [InlineData("""{"code":"x","message":7,"errors":[1]}""")]
    public async Task A_refusal_need_not_be_what_was_promised(string body)
    {
        using var discord = new ScriptedDiscord(_ => Reply(400, body));

        (await discord.Post()).ShouldBeOfType<Outcome<PostedMessage>.NotDone>().Why.ShouldBeOfType<Failure.Refused>().Status.ShouldBe(400);
    }

    [Theory]
    [InlineData("")]
    [InlineData("null")]
    [InlineData("""{"id":7}""")]
    public async Task What_was_done_and_is_answered_strangely_is_unknown(string body)
    {
        using var discord = new ScriptedDiscord(_ => Reply(200, body));

        (await discord.Post()).ShouldBeOfType<Outcome<PostedMessage>.NotDone>().Why.ShouldBeOfType<Failure.Unknown>();
        discord.Came.ShouldHaveSingleItem();
    }

    [Fact]
    public async Task The_bots_token_goes_with_what_is_the_bots_and_with_nothing_else_and_no_token_is_logged()
    {
        using var discord = new ScriptedDiscord(_ => Reply(403, """{"code":50013,"message":"Missing Permissions"}"""));

        await discord.Post();
        var followed = await discord.Run(discord.Api.Follow(Asked, new FollowUp { Content = "a" }, Cancellation));
        await discord.Run(discord.Api.Answer(Somewhere, Asked, InteractionResponse.Suggest([]), Cancellation));

        discord.Came.Select(sent => sent.Authorization).ShouldBe([$"Bot {Token}", null, null]);
        discord.Came[1].Path.ShouldBe($"/api/v10/webhooks/1200000000000000001/{Asked.Secret}");
        discord.Log.ShouldContain("webhooks/{0}/{1}");
        $"{discord.Log} {followed} {new Interaction { Id = Somewhere, ApplicationId = Somewhere, Type = 1, Token = Asked }}".ShouldNotContain(
            "secret"
        );
    }

    [Fact]
    public async Task A_first_answer_that_is_there_already_is_given_and_what_is_gone_is_deleted()
    {
        using var discord = new ScriptedDiscord(sent =>
            sent.Method == "DELETE"
                ? Reply(404, """{"code":10008,"message":"Unknown Message"}""")
                : Reply(400, """{"code":40060,"message":"Already acknowledged"}""")
        );

        (
            await discord.Run(discord.Api.Answer(Somewhere, Asked, InteractionResponse.Suggest([]), Cancellation))
        ).ShouldBeOfType<Outcome<NoContent>.Done>();
        (await discord.Run(discord.Api.Delete(Somewhere, Somewhere, Cancellation))).ShouldBeOfType<Outcome<NoContent>.Done>();
    }

    [Fact]
    public async Task A_first_answer_whose_answer_does_not_come_is_asked_for_again_while_Discord_still_waits()
    {
        using var discord = new ScriptedDiscord(sent =>
            sent.Number == 1
                ? new TaskCompletionSource<HttpResponseMessage>().Task
                : Task.FromResult(Reply(400, """{"code":40060,"message":"Already acknowledged"}"""))
        );

        (
            await discord.Run(discord.Api.Answer(Somewhere, Asked, InteractionResponse.Later, Cancellation))
        ).ShouldBeOfType<Outcome<NoContent>.Done>();

        discord.Came.Count.ShouldBe(2);
        discord.Came[1].At.ShouldBeLessThan(TimeSpan.FromSeconds(2));
    }

    [Fact]
    public async Task Where_patience_ends_between_two_tries_it_is_said_what_was_wrong_with_the_last()
    {
        using var discord = new ScriptedDiscord(
            Task<HttpResponseMessage> (_) => throw new HttpRequestException(HttpRequestError.NameResolutionError, "no such host")
        );

        var outcome = await discord.Run(discord.Api.Answer(Somewhere, Asked, InteractionResponse.Later, Cancellation));

        outcome
            .ShouldBeOfType<Outcome<NoContent>.NotDone>()
            .Why.ShouldBeOfType<Failure.Unreachable>()
            .Sentence.ShouldContain("cannot be reached");
        (discord.Time.GetUtcNow() - discord.Time.Start).ShouldBeLessThan(TimeSpan.FromSeconds(3));
        discord.Came.Count.ShouldBeLessThan(Attempts.Most);
    }

    [Fact]
    public async Task After_a_thousand_refusals_nothing_is_sent_for_a_while_and_shared_limits_do_not_count()
    {
        using var discord = new ScriptedDiscord(sent =>
            sent.Path.EndsWith("roles", StringComparison.Ordinal)
                ? Reply(429, """{"retry_after":0.0,"global":false}""", ("X-RateLimit-Scope", "shared"))
                : Reply(403, """{"code":50001,"message":"Missing Access"}""")
        );
        for (var i = 0; i < 20; i++)
        {
            await discord.Run(discord.Api.Roles(Somewhere, Cancellation));
        }

        for (var i = 0; i < Breaker.MostRefusals; i++)
        {
            (await discord.Run(discord.Api.Channel(Somewhere, Cancellation)))
                .ShouldBeOfType<Outcome<Channel>.NotDone>()
                .Why.ShouldBeOfType<Failure.Refused>();
        }

        var came = discord.Came.Count;
        (await discord.Run(discord.Api.Follow(Asked, new FollowUp { Content = "a" }, Cancellation)))
            .ShouldBeOfType<Outcome<PostedMessage>.NotDone>()
            .Why.ShouldBeOfType<Failure.Unreachable>()
            .Sentence.ShouldContain("nothing is sent for now");
        discord.Came.Count.ShouldBe(came);
        discord.Log.ShouldContain("Nothing is sent to Discord", Case.Sensitive);

        discord.Time.Advance(Breaker.Within);
        await discord.Run(discord.Api.Channel(Somewhere, Cancellation));
        discord.Came.Count.ShouldBe(came + 1);
    }

    [Fact]
    public async Task A_refused_token_is_not_shown_again_for_a_while_and_answers_go_on()
    {
        using var discord = new ScriptedDiscord(sent =>
            sent.Authorization is null ? Message() : Reply(401, """{"code":0,"message":"401: Unauthorized"}""")
        );

        (await discord.Post())
            .ShouldBeOfType<Outcome<PostedMessage>.NotDone>()
            .Why.ShouldBeOfType<Failure.Refused>()
            .Sentence.ShouldContain("Discord:BotToken");
        var again = (await discord.Post()).ShouldBeOfType<Outcome<PostedMessage>.NotDone>().Why.ShouldBeOfType<Failure.Refused>();
        again.Status.ShouldBe(401);
        again.Sentence.ShouldContain("Discord:BotToken");
        (
            await discord.Run(discord.Api.Follow(Asked, new FollowUp { Content = "a" }, Cancellation))
        ).ShouldBeOfType<Outcome<PostedMessage>.Done>();

        discord.Came.Count.ShouldBe(2);
    }

    [Fact]
    public async Task Where_a_try_may_have_been_done_a_token_that_is_refused_afterwards_does_not_undo_that()
    {
        using var discord = new ScriptedDiscord(sent =>
            sent.Number == 1 ? Reply(503, "") : Reply(401, """{"code":0,"message":"401: Unauthorized"}""")
        );

        (await discord.Post())
            .ShouldBeOfType<Outcome<PostedMessage>.NotDone>()
            .Why.ShouldBeOfType<Failure.Unknown>()
            .Sentence.ShouldContain("Discord:BotToken");
        discord.Came.Count.ShouldBe(2);
    }

    [Fact]
    public async Task The_Gateway_is_given_up_at_once_where_something_else_found_that_the_token_is_refused()
    {
        using var discord = new ScriptedDiscord(_ => Reply(401, """{"code":0,"message":"401: Unauthorized"}"""));
        var gate = new IdentifyGate(new GatewayApi(discord.Api), discord.Time, bytes => bytes.Clear(), NullLogger<IdentifyGate>.Instance);

        await discord.Post();
        var sentence = await discord.Run(gate.Wait(new Shard(0, 1), Cancellation), step: 1);

        sentence.ShouldBe(Sentences.TokenRefused);
        discord.Came.ShouldHaveSingleItem();
    }

    [Fact]
    public async Task Cancelling_throws_and_gives_the_turn_back()
    {
        using var discord = new ScriptedDiscord(sent =>
            sent.Number == 1 ? new TaskCompletionSource<HttpResponseMessage>().Task : Task.FromResult(Message())
        );
        using var caller = new CancellationTokenSource();
        var first = discord.Api.Message(Somewhere, Somewhere, caller.Token);

        await caller.CancelAsync();

        await Should.ThrowAsync<OperationCanceledException>(first);
        (await discord.Run(discord.Api.Message(Somewhere, Somewhere, Cancellation))).ShouldBeOfType<Outcome<PostedMessage>.Done>();
    }
}
