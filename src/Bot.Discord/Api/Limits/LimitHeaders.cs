using System.Globalization;
using System.Net.Http.Headers;
using System.Text.Json;
using System.Text.Json.Nodes;
using Bot.Wire;

namespace Bot.Discord.Api.Limits;

/// <summary>What an answer says about limits (<see href="https://discord.com/developers/docs/topics/rate-limits#header-format"/>). All may be missing.</summary>
internal sealed record LimitHeaders
{
    private const int TooManyRequests = 429;

    /// <summary>What is held when Discord's edge refuses and does not say for how long.</summary>
    private static readonly TimeSpan WhenUnsaid = TimeSpan.FromMinutes(1);

    /// <summary>The limit that was counted, without its top-level resource.</summary>
    public string? Bucket { get; private init; }

    /// <summary>How many may still be sent until the reset.</summary>
    public int? Remaining { get; private init; }

    /// <summary>Until when, counted from the answer: Discord's clock need not be ours.</summary>
    public TimeSpan? ResetAfter { get; private init; }

    /// <summary>Null where nothing was limited.</summary>
    public Refusal? Limited { get; private init; }

    /// <summary>A 429.</summary>
    internal sealed record Refusal(TimeSpan Wait, RefusalScope Scope);

    public static LimitHeaders Read(int status, HttpResponseHeaders headers, byte[] body)
    {
        var remaining = Number(headers, "X-RateLimit-Remaining");
        return new LimitHeaders
        {
            Bucket = Text(headers, "X-RateLimit-Bucket"),
            Remaining = remaining is { } left ? (int)Math.Min(left, int.MaxValue) : null,
            ResetAfter = Number(headers, "X-RateLimit-Reset-After") is { } after ? RetryAfter.Span(after) : null,
            Limited = status == TooManyRequests ? Refused(headers, body) : null,
        };
    }

    private static Refusal Refused(HttpResponseHeaders headers, byte[] body)
    {
        var said = Parsed(body);
        var header = RetryAfter.Of(headers);
        var inBody = Number(said?["retry_after"]) is { } seconds ? RetryAfter.Span(seconds) : (TimeSpan?)null;
        var scope = Text(headers, "X-RateLimit-Scope") switch
        {
            "shared" => RefusalScope.Shared,
            "global" => RefusalScope.Global,
            _ when Text(headers, "X-RateLimit-Global") is "true"
                    || (said?["global"] is JsonValue global && global.TryGetValue(out bool all) && all) => RefusalScope.Global,
            "user" => RefusalScope.User,
            // Discord itself says how long in the body. What does not comes from its edge, which refuses an address as a whole.
            _ => inBody is null ? RefusalScope.Address : RefusalScope.User,
        };
        return new Refusal(header > inBody ? header.Value : inBody ?? header ?? WhenUnsaid, scope);
    }

    private static JsonObject? Parsed(byte[] body)
    {
        try
        {
            return JsonNode.Parse(body) as JsonObject;
        }
        catch (JsonException)
        {
            return null;
        }
    }

    private static string? Text(HttpResponseHeaders headers, string name) =>
        headers.TryGetValues(name, out var values) ? values.First() : null;

    private static double? Number(HttpResponseHeaders headers, string name) =>
        double.TryParse(Text(headers, name), NumberStyles.Float, CultureInfo.InvariantCulture, out var number) && number >= 0
            ? number
            : null;

    private static double? Number(JsonNode? node) =>
        node is JsonValue value && value.TryGetValue(out double number) && number >= 0 ? number : null;
}

/// <summary>Whose limit was met.</summary>
internal enum RefusalScope
{
    /// <summary>The bot's, on one bucket.</summary>
    User,

    /// <summary>One that others use too, so that it does not count against the bot.</summary>
    Shared,

    /// <summary>The bot's, over all it sends.</summary>
    Global,

    /// <summary>That of the machine's address, at Discord's edge: whatever it sends.</summary>
    Address,
}
