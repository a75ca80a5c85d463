using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Nodes;

namespace Bot.Testing.Discord;

/// <summary>Counts requests as Discord does: by bucket and top-level resource, and over all that is sent as the bot. Its numbers can be set, since nobody may rely on them.</summary>
public sealed class StandInLimits(TimeProvider time)
{
    private readonly Dictionary<string, Limit> limits = new(StringComparer.Ordinal);
    private readonly Dictionary<string, Window> windows = new(StringComparer.Ordinal);
    private readonly Window overAll = new() { Limit = new Limit("global", 50, TimeSpan.FromSeconds(1)) };

    /// <summary>For routes that have none of their own.</summary>
    public Limit Usual { get; set; } = new("", 5, TimeSpan.FromSeconds(1));

    /// <summary>How many requests were too many.</summary>
    public int Exceeded { get; private set; }

    /// <param name="Bucket">Routes that name the same one share it; empty: the route's own.</param>
    public sealed record Limit(string Bucket, int Most, TimeSpan Within);

    /// <param name="route">As in <c>POST /channels/{channel_id}/messages</c>.</param>
    public void Set(string route, Limit limit) => limits[route] = limit;

    /// <returns>The answer where it is too much, and the headers of any answer.</returns>
    internal (Reply? Refusal, IReadOnlyList<(string, string)> Headers) Count(StandInCall call)
    {
        var now = time.GetUtcNow();
        if (call.Authorization is not null && !overAll.Take(now))
        {
            return (Refuse(overAll.End - now, "global", []), []);
        }

        // Nothing is known of a limit on first answers.
        if (call.Template.StartsWith("/interactions/", StringComparison.Ordinal))
        {
            return (null, []);
        }

        var route = $"{call.Method} {call.Template}";
        var limit = limits.GetValueOrDefault(route, Usual);
        var bucket =
            limit.Bucket.Length > 0 ? limit.Bucket : Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(route)).AsSpan(0, 16));
        var key = $"{bucket} {Resource(call)}";
        if (!windows.TryGetValue(key, out var window))
        {
            windows[key] = window = new Window { Limit = limit };
        }

        window.Limit = limit;
        var taken = window.Take(now);
        (string, string)[] headers =
        [
            ("X-RateLimit-Bucket", bucket),
            ("X-RateLimit-Limit", limit.Most.ToString(CultureInfo.InvariantCulture)),
            ("X-RateLimit-Remaining", Math.Max(0, limit.Most - window.Taken).ToString(CultureInfo.InvariantCulture)),
            ("X-RateLimit-Reset", Seconds(window.End - DateTimeOffset.UnixEpoch)),
            ("X-RateLimit-Reset-After", Seconds(window.End - now)),
        ];
        return (taken ? null : Refuse(window.End - now, "user", headers), headers);
    }

    /// <summary>A 429 of that scope.</summary>
    internal static Reply Refusal(TimeSpan wait, string scope) =>
        Reply.Json(
            new JsonObject
            {
                ["message"] = "You are being rate limited.",
                ["retry_after"] = Math.Round(wait.TotalSeconds, 3),
                ["global"] = scope == "global",
            },
            429
        ) with
        {
            Headers =
            [
                ("Retry-After", Math.Ceiling(wait.TotalSeconds).ToString(CultureInfo.InvariantCulture)),
                ("X-RateLimit-Scope", scope),
                .. scope == "global" ? [("X-RateLimit-Global", "true")] : Array.Empty<(string, string)>(),
            ],
        };

    private Reply Refuse(TimeSpan wait, string scope, (string, string)[] headers)
    {
        Exceeded++;
        var refusal = Refusal(wait, scope);
        return refusal with { Headers = [.. refusal.Headers, .. headers] };
    }

    private static string Resource(StandInCall call) =>
        call.Template.Split('/')[1] is "channels" or "guilds" or "webhooks"
            ? string.Join(
                '/',
                call.Values.Where(each => each.Key is "channel_id" or "guild_id" or "webhook_id" or "webhook_token")
                    .Select(each => each.Value)
            )
            : "";

    private static string Seconds(TimeSpan span) => span.TotalSeconds.ToString("F3", CultureInfo.InvariantCulture);

    private sealed class Window
    {
        public required Limit Limit { get; set; }
        public DateTimeOffset End { get; private set; }
        public int Taken { get; private set; }

        public bool Take(DateTimeOffset now)
        {
            if (now >= End)
            {
                (End, Taken) = (now + Limit.Within, 0);
            }

            Taken++;
            return Taken <= Limit.Most;
        }
    }
}
