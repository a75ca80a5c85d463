using System.Text.Json.Nodes;
using Bot.Slack.Api;
using Bot.Slack.Wire;
using Bot.Wire;
using static Bot.Slack.Tests.Api.ScriptedSlack;

namespace Bot.Slack.Tests.Api;

/// <summary>Answers at the address that came with an interaction.</summary>
public sealed class ResponsesTests
{
    private static readonly ResponseUrl Hook = new("https://hooks.slack.com/commands/T0HARBOR1/1/secret");

    private static readonly ResponseMessage Message = new() { Text = "Two facts about the crane." };

    [Theory]
    [InlineData("https://hooks.slack.com/commands/T/1/a", true)]
    [InlineData("https://hooks.slack-gov.com/commands/T/1/a", true)]
    [InlineData("http://hooks.slack.com/commands/T/1/a", false)]
    [InlineData("https://hooks.slack.com.evil.example/a", false)]
    [InlineData("https://evil.example/https://hooks.slack.com/", false)]
    [InlineData("https://hooks.slack.com@evil.example/a", false)]
    [InlineData("https://files.slack.com/a", false)]
    [InlineData("https://169.254.169.254/latest/meta-data", false)]
    [InlineData("//hooks.slack.com/a", false)]
    [InlineData("", false)]
    public async Task An_answer_goes_to_slack_and_to_nobody_else(string address, bool sent)
    {
        using var slack = new ScriptedSlack(_ => Reply(200, "ok"));

        (await Respond(slack, new ResponseUrl(address)) is Outcome<NoContent>.Done).ShouldBe(sent);
        slack.Came.Count.ShouldBe(sent ? 1 : 0);
    }

    [Theory]
    [InlineData("http://127.0.0.1:5098/api/", "http://127.0.0.1:5098/hooks/1", true)]
    [InlineData("http://127.0.0.1:5098/api/", "http://127.0.0.1:5097/hooks/1", false)]
    [InlineData("https://slack.com/api/", "https://slack.com/hooks/1", false)]
    public async Task For_trying_out_the_place_that_is_set_for_slack_is_taken_and_never_in_earnest(string api, string address, bool sent)
    {
        using var slack = new ScriptedSlack(_ => Reply(200, "ok"), api);

        (await Respond(slack, new ResponseUrl(address)) is Outcome<NoContent>.Done).ShouldBe(sent);
    }

    [Fact]
    public async Task It_is_json_without_a_token_and_the_address_is_nowhere_in_the_log()
    {
        using var slack = new ScriptedSlack(_ => Reply(404, "expired_url"));

        var refused = await Respond(slack, Hook);

        var sent = slack.Came.ShouldHaveSingleItem();
        (sent.Type, sent.Authorization).ShouldBe(("application/json; charset=utf-8", null));
        var body = JsonNode.Parse(sent.Body)!;
        ((string?)body["response_type"], (bool?)body["replace_original"], (bool?)body["unfurl_links"]).ShouldBe(
            ("ephemeral", false, false)
        );
        refused.ShouldBeOfType<Outcome<NoContent>.NotDone>().Why.Sentence.ShouldContain("30 minutes");
        $"{slack.Log} {refused} {Hook}".ShouldNotContain("secret");
    }

    [Fact]
    public async Task The_sixth_answer_within_half_an_hour_is_not_sent_and_another_command_has_five_of_its_own()
    {
        using var slack = new ScriptedSlack(_ => Reply(200, """{"ok":true}"""));
        for (var i = 0; i < Responses.Most; i++)
        {
            (await Respond(slack, Hook)).ShouldBeOfType<Outcome<NoContent>.Done>();
        }

        (await Respond(slack, Hook)).ShouldBeOfType<Outcome<NoContent>.NotDone>().Why.Sentence.ShouldContain("five answers");
        slack.Came.Count.ShouldBe(Responses.Most);
        (await Respond(slack, new ResponseUrl(Hook.Secret + "2"))).ShouldBeOfType<Outcome<NoContent>.Done>();
    }

    [Fact]
    public async Task A_limit_is_waited_for_and_a_disturbance_leaves_it_unknown()
    {
        using var slack = new ScriptedSlack(sent =>
            sent.Number switch
            {
                1 => Reply(429, "", ("Retry-After", "3")),
                2 => Reply(200, "ok"),
                _ => Reply(502, ""),
            }
        );

        (await Respond(slack, Hook)).ShouldBeOfType<Outcome<NoContent>.Done>();
        slack.Came[1].At.ShouldBeGreaterThanOrEqualTo(TimeSpan.FromSeconds(3));
        (await Respond(slack, Hook)).ShouldBeOfType<Outcome<NoContent>.NotDone>().Why.ShouldBeOfType<Failure.Unknown>();
        slack.Came.Count.ShouldBe(3);
    }

    private static Task<Outcome<NoContent>> Respond(ScriptedSlack slack, ResponseUrl address) =>
        slack.Run(slack.Responses.Respond(address, Message, TestContext.Current.CancellationToken));
}
