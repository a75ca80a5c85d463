using System.Collections.Concurrent;
using Bot.Wire;

namespace Bot.Slack.Api.Limits;

/// <summary>Tokens that Slack does not take, so that they are not shown to it again and again. A new token of the same workspace is another one.</summary>
internal sealed class RefusedTokens(TimeProvider time)
{
    public static readonly TimeSpan Within = TimeSpan.FromMinutes(10);

    private readonly ConcurrentDictionary<Credential, (Failure.Refused Why, DateTimeOffset Until)> known = new();

    /// <summary>Why it was refused a while ago; null where it may be shown.</summary>
    public Failure.Refused? Why(Credential credential) =>
        known.TryGetValue(credential, out var refused) && time.GetUtcNow() < refused.Until ? refused.Why : null;

    /// <returns>Whether this is news, so that it is told once.</returns>
    public bool Note(Credential credential, Failure.Refused why)
    {
        var now = time.GetUtcNow();
        foreach (var (over, _) in known.Where(each => each.Value.Until <= now))
        {
            known.TryRemove(over, out _);
        }

        return known.TryAdd(credential, (why, now + Within));
    }
}
