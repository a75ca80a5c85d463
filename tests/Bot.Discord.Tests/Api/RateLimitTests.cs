using Bot.Discord.Api;
using Bot.Discord.Api.Limits;
using Bot.Discord.Wire;
using Bot.Wire;
using static Bot.Discord.Tests.Api.ScriptedDiscord;

namespace Bot.Discord.Tests.Api;

/// <summary>Turns, as they come to be on a fake clock.</summary>
public sealed class RateLimitTests
{
    private static readonly Snowflake Elsewhere = new(1200000000000000005);

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Of_many_at_once_one_goes_ahead_and_then_as_many_as_there_are_places()
    {
        using var discord = new ScriptedDiscord(sent => Message(Limit("b", remaining: (5 - sent.Number % 5) % 5, resetAfter: 1.5)));

        await discord.Run(Task.WhenAll(Enumerable.Range(0, 15).Select(n => discord.Posting($"{n}"))));

        var at = discord.Came.Select(sent => sent.At).ToList();
        at.Count.ShouldBe(15);
        (at[5] - at[4]).ShouldBeGreaterThanOrEqualTo(TimeSpan.FromSeconds(1.5));
        (at[10] - at[9]).ShouldBeGreaterThanOrEqualTo(TimeSpan.FromSeconds(1.5));
        discord.Came.Select(sent => sent.Body).ShouldBe(discord.Came.OrderBy(sent => sent.Number).Select(sent => sent.Body));
    }

    [Fact]
    public async Task Channels_do_not_wait_for_each_other_and_routes_of_one_bucket_do()
    {
        using var discord = new ScriptedDiscord(_ => Message(Limit("shared-by-both", remaining: 0, resetAfter: 60)));
        await discord.Post();

        await discord.Run(discord.Posting("b", Elsewhere));
        (discord.Came[1].At - discord.Came[0].At).ShouldBeLessThan(TimeSpan.FromSeconds(10));

        // The first of another route cannot know yet that it shares the bucket; the second does.
        await discord.Run(discord.Api.Message(Somewhere, Somewhere, Cancellation));
        await discord.Run(discord.Api.Message(Somewhere, Somewhere, Cancellation), step: 1);
        (discord.Came[3].At - discord.Came[2].At).ShouldBeGreaterThanOrEqualTo(TimeSpan.FromSeconds(60));
    }

    [Theory]
    [InlineData("user")]
    [InlineData("shared")]
    public async Task A_limit_of_one_bucket_holds_that_bucket_for_the_longer_of_both_times(string scope)
    {
        using var discord = new ScriptedDiscord(sent =>
            sent.Number == 1
                ? Reply(429, """{"message":"x","retry_after":4.125,"global":false}""", ("Retry-After", "3"), ("X-RateLimit-Scope", scope))
                : Message()
        );

        var limited = discord.Posting();
        (await discord.Run(discord.Posting("b", Elsewhere))).ShouldBeOfType<Outcome<PostedMessage>.Done>();
        (await discord.Run(limited)).ShouldBeOfType<Outcome<PostedMessage>.Done>();

        (discord.Came[1].At - discord.Came[0].At).ShouldBeLessThan(TimeSpan.FromSeconds(3));
        (discord.Came[2].At - discord.Came[0].At).ShouldBeGreaterThanOrEqualTo(TimeSpan.FromSeconds(4.125));
    }

    [Theory]
    [InlineData("header")]
    [InlineData("scope")]
    [InlineData("body")]
    public async Task A_limit_over_all_holds_all_that_is_the_bots_and_lets_answers_go(string by)
    {
        using var discord = new ScriptedDiscord(sent =>
            sent.Number > 1
                ? Message()
                : by switch
                {
                    "header" => Reply(429, """{"retry_after":5}""", ("X-RateLimit-Global", "true")),
                    "scope" => Reply(429, """{"retry_after":5}""", ("X-RateLimit-Scope", "global")),
                    _ => Reply(429, """{"retry_after":5,"global":true}"""),
                }
        );

        var limited = discord.Posting();
        await discord.Run(discord.Api.Follow(Asked, new FollowUp { Content = "a" }, Cancellation));
        await discord.Run(Task.WhenAll(discord.Posting("b", Elsewhere), limited));

        (discord.Came[1].At - discord.Came[0].At).ShouldBeLessThan(TimeSpan.FromSeconds(4));
        discord.Came.Skip(2).ShouldAllBe(sent => sent.At - discord.Came[0].At >= TimeSpan.FromSeconds(5));
        discord.Came.Count.ShouldBe(4);
    }

    [Theory]
    [InlineData("<html>error 1015</html>", "7", 7)]
    [InlineData("<html>error 1015</html>", null, 60)]
    [InlineData("""{"code":0,"message":"You are being blocked"}""", null, 60)]
    public async Task What_the_edge_refuses_holds_all_also_answers(string body, string? retryAfter, double seconds)
    {
        using var discord = new ScriptedDiscord(sent =>
            sent.Number > 1 ? Message()
            : retryAfter is null ? Reply(429, body)
            : Reply(429, body, ("Retry-After", retryAfter))
        );

        var limited = discord.Posting();
        await discord.Run(discord.Api.Follow(Asked, new FollowUp { Content = "a" }, Cancellation), step: 1);
        await discord.Run(limited);

        discord.Came.Skip(1).ShouldAllBe(sent => sent.At - discord.Came[0].At >= TimeSpan.FromSeconds(seconds));
    }

    [Theory]
    [InlineData(null, 120)]
    [InlineData(20.0, 20)]
    public async Task What_waits_longer_than_it_may_was_not_done(double? patience, int seconds)
    {
        using var discord = new ScriptedDiscord(_ => Reply(429, """{"retry_after":3600}"""));

        var outcome = await discord.Run(
            discord.Api.Post(
                Somewhere,
                new MessageCreate { Content = "a", Nonce = Nonce.Of("a") },
                Cancellation,
                patience is { } some ? TimeSpan.FromSeconds(some) : null
            ),
            step: 1
        );

        outcome.ShouldBeOfType<Outcome<PostedMessage>.NotDone>().Why.ShouldBeOfType<Failure.Unreachable>().Sentence.ShouldContain("slower");
        discord.Came.ShouldHaveSingleItem();
        (discord.Time.GetUtcNow() - discord.Time.Start).TotalSeconds.ShouldBeInRange(seconds, seconds + 10);
    }

    [Theory]
    [InlineData("-1", "x", "NaN")]
    [InlineData("1e999", "1e999", "Infinity")]
    public async Task Numbers_that_are_none_stop_nothing(string remaining, string after, string retry)
    {
        using var discord = new ScriptedDiscord(sent =>
            sent.Number == 1
                ? Reply(429, """{"retry_after":0.5}""", ("Retry-After", retry == "Infinity" ? "1" : retry))
                : Message(("X-RateLimit-Remaining", remaining), ("X-RateLimit-Reset-After", after), ("X-RateLimit-Bucket", "b"))
        );

        (await discord.Post()).ShouldBeOfType<Outcome<PostedMessage>.Done>();
    }

    [Fact]
    public async Task Never_more_than_the_global_limit_go_out_in_any_second_and_answers_are_not_counted()
    {
        using var discord = new ScriptedDiscord(_ => Message());
        var posts = Enumerable.Range(0, 200).Select(n => discord.Posting($"{n}", new Snowflake((ulong)(5000 + n))));
        var answers = Enumerable
            .Range(0, 200)
            .Select(n => discord.Api.EditOriginal(new InteractionToken($"t{n}"), new MessageEdit(), Cancellation));

        await discord.Run(Task.WhenAll(posts.Concat(answers)));

        var at = discord.Came.Where(sent => sent.Authorization is not null).Select(sent => sent.At).Order().ToList();
        at.Count.ShouldBe(200);
        at.Zip(at.Skip(RateLimits.MostPerSecond)).ShouldAllBe(pair => pair.Second - pair.First >= TimeSpan.FromSeconds(1));
        discord.Came.Where(sent => sent.Authorization is null).Max(sent => sent.At).ShouldBeLessThan(TimeSpan.FromSeconds(1));
    }
}
