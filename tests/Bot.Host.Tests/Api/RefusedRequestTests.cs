using System.Net.Http.Headers;
using System.Text;
using Bot.Host.Tests.Hosting;

namespace Bot.Host.Tests.Api;

public sealed class RefusedRequestTests
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("", "not valid JSON")]
    [InlineData("{", "not valid JSON")]
    [InlineData("""{"question": "a" "b"}""", "line 1, byte 18")]
    [InlineData("""{"question": "a", "question": "b"}""", "not valid JSON")]
    [InlineData("[]", "JSON object")]
    [InlineData("null", "JSON object")]
    [InlineData("\"is the bridge shut\"", "JSON object")]
    [InlineData("{}", "no question")]
    [InlineData("""{"question": null}""", "no question")]
    [InlineData("""{"question": ""}""", "no question")]
    [InlineData("""{"question": " \t\n "}""", "no question")]
    [InlineData("""{"question": "\u202e\u200f\u0000\u0007"}""", "no question")]
    [InlineData("""{"question": 1}""", "`question` must be text")]
    [InlineData("""{"question": ["a"]}""", "`question` must be text")]
    [InlineData("""{"question": "\ud83d"}""", "lone surrogate")]
    [InlineData("""{"question": "a", "story": 7}""", "`story` must be text")]
    [InlineData("""{"question": "a", "asof": {}}""", "Did you mean `asOf`?")]
    [InlineData("""{"question": "a", "limit": 5}""", "`limit` is not known")]
    [InlineData("""{"question": "a", "asOf": "2025-09-25"}""", "`asOf` must be an object")]
    [InlineData("""{"question": "a", "asOf": {"knwon": "2025-09-25"}}""", "Did you mean `asOf.known`?")]
    [InlineData("""{"question": "a", "asOf": {"known": 20250925}}""", "`asOf.known` must be text")]
    [InlineData("""{"question": "a", "asOf": {"known": "2025-02-30"}}""", "no real date")]
    [InlineData("""{"question": "a", "asOf": {"happened": "yesterday"}}""", "no real date")]
    public async Task A_body_that_cannot_be_taken_is_refused_with_a_sentence(string body, string sentence)
    {
        using var stories = new TemporaryStories("bridge");
        await using var host = await RunningHost.Start(stories, Cancellation);

        var said = await host.Client.Post(body, Cancellation);

        said.Status.ShouldBe(400);
        said.Error.ShouldContain(sentence);
        said.Error.ShouldEndWith(said.Error.EndsWith('?') ? "?" : ".");
    }

    [Fact]
    public async Task A_story_that_is_not_there_is_named_with_the_nearest_that_is()
    {
        using var stories = new TemporaryStories("bridge");
        await using var host = await RunningHost.Start(stories, Cancellation);

        var said = await host.Client.Post("""{"question": "a", "story": "brigde"}""", Cancellation);

        said.Status.ShouldBe(404);
        said.Error.ShouldContain("Did you mean 'bridge'?");
    }

    [Theory]
    [InlineData(null)]
    [InlineData("text/plain")]
    [InlineData("application/x-www-form-urlencoded")]
    [InlineData("application/json; charset=utf-16")]
    public async Task Another_content_type_is_refused(string? type)
    {
        using var stories = new TemporaryStories("bridge");
        await using var host = await RunningHost.Start(stories, Cancellation);

        var said = await host.Client.Post("""{"question": "is the bridge shut?"}""", Cancellation, type);

        said.Status.ShouldBe(415);
        said.Error.ShouldContain("application/json");
    }

    [Fact]
    public async Task Bytes_that_are_not_UTF_8_are_refused()
    {
        using var stories = new TemporaryStories("bridge");
        await using var host = await RunningHost.Start(stories, Cancellation);
        using var content = new ByteArrayContent([.. "{\"question\": \""u8, 0xC3, 0x28, 0xFF, .. "\"}"u8]);
        content.Headers.ContentType = new MediaTypeHeaderValue("application/json");

        var said = await host.Client.Post(content, Cancellation);

        said.Status.ShouldBe(400);
        said.Error.ShouldContain("UTF-8");
    }

    [Fact]
    public async Task A_question_of_ten_kilobytes_is_refused_with_a_sentence()
    {
        using var stories = new TemporaryStories("bridge");
        await using var host = await RunningHost.Start(stories, Cancellation);

        var said = await host.Client.Ask(new string('q', 10_000), Cancellation);

        said.Status.ShouldBe(400);
        said.Error.ShouldContain("2,000");
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task A_body_of_a_megabyte_is_refused_with_a_sentence_whether_or_not_its_length_is_told(bool chunked)
    {
        using var stories = new TemporaryStories("bridge");
        await using var host = await RunningHost.Start(stories, Cancellation);
        var bytes = Encoding.UTF8.GetBytes($"{{\"question\": \"{new string('q', 1024 * 1024)}\"}}");
        using HttpContent content = chunked ? new StreamContent(new UnseekableStream(bytes)) : new ByteArrayContent(bytes);
        content.Headers.ContentType = new MediaTypeHeaderValue("application/json");

        var said = await host.Client.Post(content, Cancellation);

        said.Status.ShouldBe(413);
        said.Error.ShouldContain("64 KB");
        (await host.Client.Ask(TemporaryStories.Question, Cancellation)).Status.ShouldBe(200);
    }

    [Fact]
    public async Task Deep_JSON_is_refused()
    {
        using var stories = new TemporaryStories("bridge");
        await using var host = await RunningHost.Start(stories, Cancellation);

        var said = await host.Client.Post(new string('[', 20_000), Cancellation);

        said.Status.ShouldBe(400);
    }

    [Fact]
    public async Task Another_method_and_another_path_are_refused_with_a_sentence()
    {
        using var stories = new TemporaryStories("bridge");
        await using var host = await RunningHost.Start(stories, Cancellation);

        (await host.Client.Get("/api/ask", Cancellation)).ShouldSatisfyAllConditions(
            said => said.Status.ShouldBe(405),
            said => said.Error.ShouldContain("POST")
        );
        (await host.Client.Get("/api/questions", Cancellation)).Status.ShouldBe(404);
    }

    private sealed class UnseekableStream(byte[] bytes) : MemoryStream(bytes)
    {
        public override bool CanSeek => false;
    }
}
