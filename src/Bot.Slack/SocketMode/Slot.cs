using Bot.Wire;

namespace Bot.Slack.SocketMode;

/// <summary>A place for one connection: it waits to be opened, is being opened, or is live. One that is to be replaced leaves its place first and drains beside it.</summary>
/// <param name="openAt">When its first connection is to be opened; the longest time for not yet.</param>
internal sealed class Slot(Backoff backoff, TimeSpan openAt)
{
    public static readonly TimeSpan NotYet = TimeSpan.MaxValue;

    private static readonly TimeSpan HelloDeadline = TimeSpan.FromSeconds(30);

    /// <summary>A connection that held for so long shows that all is well: the next loss counts as the first.</summary>
    private static readonly TimeSpan Steady = TimeSpan.FromMinutes(1);

    /// <summary>Where Slack does not say how long a connection lasts.</summary>
    private static readonly TimeSpan UsualLife = TimeSpan.FromHours(5);
    private static readonly TimeSpan LongestLife = TimeSpan.FromDays(1);

    /// <summary>A connection that Slack should have replaced long ago is not trusted any more.</summary>
    private static readonly TimeSpan Overdue = TimeSpan.FromMinutes(10);

    private int losses;
    private TimeSpan due = openAt;

    /// <summary>Null while it waits.</summary>
    public int? Link { get; private set; }
    public TimeSpan? LiveSince { get; private set; }

    /// <summary>When it wants to be looked at: to be opened, to hear a hello, or to be replaced.</summary>
    public TimeSpan Due => due;

    public bool IsLive => LiveSince is not null;
    public bool IsWaiting => Link is null;

    /// <summary>The connection is asked for.</summary>
    public void Begin(int link) => (Link, LiveSince, due) = (link, null, NotYet);

    /// <summary>The connection is made, and Slack is to say hello.</summary>
    public void Opened(TimeSpan now) => due = now + HelloDeadline;

    public void Greeted(TimeSpan now, DebugInfo? info)
    {
        LiveSince ??= now;
        var life = info?.ApproximateConnectionTime is > 0 and var seconds
            ? TimeSpan.FromSeconds(Math.Min(seconds, LongestLife.TotalSeconds))
            : UsualLife;
        due = now + life + Overdue;
    }

    /// <summary>The connection was lost, or never came.</summary>
    public void Lost(TimeSpan now)
    {
        losses = now - LiveSince >= Steady ? 1 : losses + 1;
        OpenAt(now + backoff.After(losses));
    }

    /// <summary>The next connection is opened at that time.</summary>
    public void OpenAt(TimeSpan time) => (Link, LiveSince, due) = (null, null, time);
}
