using System.Net.Http.Headers;
using System.Text;
using System.Text.Json;

namespace Bot.Benchmarks.Hammer;

/// <summary>One sort of request: a good question, or something nobody should send.</summary>
internal sealed record Blow(string Name, byte[] Body, string Type = Blow.Json)
{
    private const string Json = "application/json";
    private const string RightToLeft = "\u202E";

    private static readonly string[] Questions =
    [
        "What is going on?",
        "Who responded?",
        "What was suspended, and what was not?",
        "When did it begin?",
        "Who said that the review is still going on?",
        "Why did they do it?",
        "how many peple were affected",
        "What is the capital of France?",
    ];

    /// <summary>Half good, half hostile, so that neither hides behind the other.</summary>
    public static IReadOnlyList<Blow> All { get; } =
    [
        .. Questions.Select(question => Ask("good question", question)),
        Ask("10 KB question", string.Concat(Enumerable.Repeat("why who what ", 800))),
        Ask("2,000 letters without a space", new string('q', 2_000)),
        Ask("control characters", "who\u0000 \u0007respon\u001bded\u0085?"),
        Ask("right-to-left marks", $"{RightToLeft}who responded\u200F?{RightToLeft}"),
        Ask("emoji", "👩‍👩‍👧‍👦 who responded 🔥🔥🔥?"),
        Ask("Arabic", "من الذي رد على ذلك؟"),
        Ask("empty question", ""),
        new("empty body", []),
        new("1 MB body", Encoding.UTF8.GetBytes(Quoted(new string('x', 1 << 20)))),
        new("broken JSON", "{\"question\": \"who respon"u8.ToArray()),
        new("not UTF-8", [.. "{\"question\": \""u8, 0xC3, 0x28, .. "\"}"u8]),
        new("half a character", "{\"question\": \"\\uD800\"}"u8.ToArray()),
        new("deep JSON", Encoding.UTF8.GetBytes(new string('[', 5_000))),
        new("wrong content type", Encoding.UTF8.GetBytes(Quoted("who responded?")), "text/plain"),
    ];

    public bool IsGood => Name == "good question";

    public HttpContent Content()
    {
        var content = new ByteArrayContent(Body);
        content.Headers.ContentType = new MediaTypeHeaderValue(Type);
        return content;
    }

    private static Blow Ask(string name, string question) => new(name, Encoding.UTF8.GetBytes(Quoted(question)));

    private static string Quoted(string question) => JsonSerializer.Serialize(new { question });
}
