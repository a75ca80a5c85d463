using Bot.Core.Communities;
using Bot.Core.Delivery;
using Bot.Wire;

namespace Bot.Slack.Api.Limits;

/// <summary>
/// Gives turns to calls (<see href="https://docs.slack.dev/apis/web-api/rate-limits"/>): posts in one channel one by one, a second apart and in the order they came, not too many posts
/// and edits in one workspace, and none of a method that Slack has asked to leave alone there.
/// </summary>
internal sealed class RateLimits(TimeProvider time)
{
    /// <summary>Slack speaks of several hundred messages a minute in a workspace.</summary>
    public const int MostPostsPerMinute = 200;

    /// <summary>Edits are of Slack's third tier: fifty and some more a minute in a workspace.</summary>
    public const int MostEditsPerMinute = 50;

    private const string Edit = "chat.update";

    /// <summary>How long after a post was answered the next one goes to the same channel.</summary>
    public static readonly TimeSpan Apart = TimeSpan.FromSeconds(1);

    private const int SweptFrom = 1_000;

    private readonly Lock gate = new();
    private readonly Dictionary<(CommunityId?, PlaceId), Line> lines = [];
    private readonly Dictionary<(CommunityId, bool IsEdit), Share> shares = [];
    private readonly Dictionary<(CommunityId?, string), TimeSpan> held = [];
    private readonly long start = time.GetTimestamp();

    private TimeSpan Now => time.GetElapsedTime(start);

    /// <summary>Waits for a turn.</summary>
    /// <returns>Disposed when the call was answered, or nobody waits for its answer any more: until then it may be under way.</returns>
    public async Task<IDisposable> Enter(Call call, CancellationToken cancellation)
    {
        var line = call.PostsTo is { } channel ? LineOf(call, channel) : null;
        var place = line is null ? null : await line.Stand(cancellation);
        try
        {
            var share = ShareOf(call, isPost: line is not null);
            while (Wait(call, line, share) is { } wait)
            {
                await Task.Delay(Timers.Whole(wait), time, cancellation);
            }

            return new Turn(this, line, share, place);
        }
        catch (OperationCanceledException)
        {
            place?.Dispose();
            throw;
        }
    }

    /// <summary>Slack wants a method left alone in a workspace.</summary>
    public void Hold(Call call, TimeSpan wait)
    {
        lock (gate)
        {
            var key = (call.Workspace, call.Method);
            held[key] = Later(held.GetValueOrDefault(key), Now + wait);
        }
    }

    /// <returns>Null when the turn was given; else how long to wait before asking again.</returns>
    private TimeSpan? Wait(Call call, Line? line, Share? share)
    {
        lock (gate)
        {
            var now = Now;
            var until = Later(held.GetValueOrDefault((call.Workspace, call.Method)), line?.Next ?? TimeSpan.Zero);
            return now < until ? until - now : share?.Take(now);
        }
    }

    private void Answered(Line? line, Share? share)
    {
        lock (gate)
        {
            share?.Answered(Now);
            line?.Next = Now + Apart;
        }
    }

    private Share? ShareOf(Call call, bool isPost)
    {
        var isEdit = call.Method == Edit;
        if (call.Workspace is not { } workspace || !(isPost || isEdit))
        {
            return null;
        }

        lock (gate)
        {
            return shares.TryGetValue((workspace, isEdit), out var known)
                ? known
                : shares[(workspace, isEdit)] = new Share(isEdit ? MostEditsPerMinute : MostPostsPerMinute);
        }
    }

    private Line LineOf(Call call, PlaceId channel)
    {
        lock (gate)
        {
            if (lines.Count >= SweptFrom)
            {
                Sweep();
            }

            var key = (call.Workspace, channel);
            var line = lines.TryGetValue(key, out var known) ? known : lines[key] = new Line();
            line.Come();
            return line;
        }
    }

    private void Sweep()
    {
        foreach (var (key, _) in lines.Where(each => each.Value.IsEmpty && each.Value.Next <= Now).ToList())
        {
            lines.Remove(key);
        }

        foreach (var (key, _) in held.Where(each => each.Value <= Now).ToList())
        {
            held.Remove(key);
        }
    }

    private static TimeSpan Later(TimeSpan one, TimeSpan other) => one > other ? one : other;

    private sealed class Turn(RateLimits limits, Line? line, Share? share, IDisposable? place) : IDisposable
    {
        public void Dispose()
        {
            limits.Answered(line, share);
            place?.Dispose();
        }
    }
}
