using System.Globalization;

namespace Bot.Testing.Slack;

/// <summary>Counts calls as Slack does: by method and workspace in minutes, and posts by channel in seconds. Its numbers can be set, since nobody may rely on them.</summary>
public sealed class SlackLimits(TimeProvider time)
{
    private readonly Dictionary<string, Limit> set = new(StringComparer.Ordinal);
    private readonly Dictionary<string, (DateTimeOffset End, int Taken)> windows = new(StringComparer.Ordinal);

    /// <summary>Posts to one channel: one a second, and a burst is let pass.</summary>
    public Limit Posts { get; set; } = new(10, TimeSpan.FromSeconds(10));

    /// <summary>How many calls were too many.</summary>
    public int Exceeded { get; private set; }

    public sealed record Limit(int Most, TimeSpan Within);

    /// <summary>For a method in each workspace.</summary>
    public void Set(string method, Limit limit) => set[method] = limit;

    /// <returns>The answer where it is too much.</returns>
    internal SlackReply? Count(SlackCall call, SlackMethod method)
    {
        var team = call.By?.Team ?? "";
        var usual = method.Often == 0 ? null : new Limit(method.Often, TimeSpan.FromMinutes(1));
        var wait = set.GetValueOrDefault(method.Name, usual!) is { } limit ? Take($"{method.Name} {team}", limit) : null;
        wait ??= method.Name == "chat.postMessage" ? Take($"{team} {call.Form.GetValueOrDefault("channel")}", Posts) : null;
        if (wait is null)
        {
            return null;
        }

        Exceeded++;
        return Refusal(wait.Value);
    }

    internal static SlackReply Refusal(TimeSpan wait) =>
        SlackReply.Error("ratelimited") with
        {
            Status = 429,
            Headers = [("Retry-After", Math.Ceiling(wait.TotalSeconds).ToString(CultureInfo.InvariantCulture))],
        };

    /// <returns>How long to wait; null where it is not too much.</returns>
    private TimeSpan? Take(string key, Limit limit)
    {
        var now = time.GetUtcNow();
        var (end, taken) = windows.GetValueOrDefault(key);
        if (now >= end)
        {
            (end, taken) = (now + limit.Within, 0);
        }

        windows[key] = (end, taken + 1);
        return taken + 1 > limit.Most ? end - now : null;
    }
}
