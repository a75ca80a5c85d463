using Bot.Slack.Wire;
using Bot.Wire;
using static Bot.Slack.Tests.Api.ScriptedSlack;

namespace Bot.Slack.Tests.Api;

/// <summary>The three calls of an upload.</summary>
public sealed class UploadTests
{
    private static readonly FileUpload Timeline = new("timeline.png", [1, 2, 3], "A line with two marks", Quay)
    {
        ThreadTs = "1.2",
        Comment = "The timeline",
    };

    [Fact]
    public async Task A_file_is_put_where_slack_says_and_shown_with_its_alternative_text_and_no_token_goes_there()
    {
        using var slack = new ScriptedSlack(sent =>
            sent.Method switch
            {
                "files.getUploadURLExternal" => Ok("\"upload_url\":\"https://files.slack.com/upload/v1/abc\",\"file_id\":\"F0HARBOR1\""),
                "abc" => Reply(200, "OK - 3"),
                _ => Ok("\"files\":[{\"id\":\"F0HARBOR1\"}]"),
            }
        );

        (
            await slack.Run(slack.Api.Upload(Harbour, Timeline, TestContext.Current.CancellationToken))
        ).ShouldBeOfType<Outcome<SlackFile>.Done>();

        slack.Came.Select(sent => sent.Method).ShouldBe(["files.getUploadURLExternal", "abc", "files.completeUploadExternal"]);
        (slack.Came[0]["length"], slack.Came[0]["alt_txt"]).ShouldBe(("3", "A line with two marks"));
        (slack.Came[1].Type, slack.Came[1].Body, slack.Came[1].Authorization).ShouldBe(
            ("application/octet-stream", "\u0001\u0002\u0003", null)
        );
        slack.Came[2]["files"].ShouldBe("""[{"id":"F0HARBOR1","title":"timeline.png"}]""");
        (slack.Came[2]["channel_id"], slack.Came[2]["thread_ts"], slack.Came[2]["initial_comment"]).ShouldBe((Quay, "1.2", "The timeline"));
    }

    [Theory]
    [InlineData("https://files.slack.com.evil.example/upload")]
    [InlineData("https://evilslack.com/upload")]
    [InlineData("http://files.slack.com/upload")]
    [InlineData("https://someone@files.slack.com/upload")]
    [InlineData("https://files.slack.com:8443/upload")]
    [InlineData("file:///etc/passwd")]
    [InlineData("upload")]
    public async Task A_file_goes_nowhere_else_than_to_slack(string address)
    {
        using var slack = new ScriptedSlack(_ => Ok($"\"upload_url\":\"{address}\",\"file_id\":\"F0HARBOR1\""));

        (await slack.Run(slack.Api.Upload(Harbour, Timeline, TestContext.Current.CancellationToken)))
            .ShouldBeOfType<Outcome<SlackFile>.NotDone>()
            .Why.ShouldBeOfType<Failure.Unreachable>();
        slack.Came.ShouldHaveSingleItem();
    }

    [Theory]
    [InlineData(500)]
    [InlineData(403)]
    public async Task Where_the_file_is_not_taken_nothing_is_shown_and_it_is_known_that_nothing_was(int status)
    {
        using var slack = new ScriptedSlack(sent =>
            sent.Number == 1 ? Ok("\"upload_url\":\"https://files.slack.com/u\",\"file_id\":\"F1\"") : Reply(status, "no")
        );

        (await slack.Run(slack.Api.Upload(Harbour, Timeline, TestContext.Current.CancellationToken)))
            .ShouldBeOfType<Outcome<SlackFile>.NotDone>()
            .Why.ShouldNotBeOfType<Failure.Unknown>();
        slack.Came.Count.ShouldBe(2);
    }
}
