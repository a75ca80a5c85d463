namespace Bot.Discord.Api.Limits;

/// <summary>
/// One limit at Discord, as far as it is known. Where it is not, one request goes ahead and the others wait for its answer: so never more are sent than the limit allows,
/// whatever it is. Only used under the lock of <see cref="RateLimits"/>.
/// </summary>
internal sealed class Bucket
{
    private readonly LinkedList<object> line = [];
    private Window? window;
    private TimeSpan heldUntil;
    private int underWay;
    private TaskCompletionSource changed = Signal();

    /// <summary>The bucket that this one turned out to be, once that is known.</summary>
    public Bucket? Joined { get; private set; }

    /// <summary>Done when something is different from before.</summary>
    public Task Changed => changed.Task;

    /// <summary>Stands at the end of the line. To be left by <see cref="Left"/>.</summary>
    public void Come(object place) => line.AddLast(place);

    public void Left(object place)
    {
        line.Remove(place);
        Tell();
    }

    /// <returns>Null when the turn was given; else how long to wait, at most, before asking again.</returns>
    public TimeSpan? Take(object place, TimeSpan now)
    {
        if (line.First?.Value != place)
        {
            return Timeout.InfiniteTimeSpan;
        }

        if (now < heldUntil)
        {
            return heldUntil - now;
        }

        if (window is { } past && now >= past.End)
        {
            window = null;
        }

        switch (window)
        {
            case null when underWay > 0:
                return Timeout.InfiniteTimeSpan;
            case { Remaining: <= 0 } full:
                return full.End - now;
            case { } open:
                window = open with { Remaining = open.Remaining - 1 };
                break;
        }

        underWay++;
        return null;
    }

    /// <param name="said">Null where no answer came.</param>
    public void Answered(LimitHeaders? said, TimeSpan now)
    {
        underWay--;
        if (said?.Limited is not null)
        {
            window = null;
        }
        else if (said is { Remaining: { } remaining, ResetAfter: { } after })
        {
            // Those under way may not have been counted yet. Answers overtake one another, so that of two that hold the stricter counts.
            var told = new Window(now + after, remaining - underWay);
            window = window is { } known && now < known.End ? known.And(told) : told;
        }

        Tell();
    }

    public void Hold(TimeSpan until)
    {
        heldUntil = until > heldUntil ? until : heldUntil;
        Tell();
    }

    /// <summary>Leaves what is under way to another bucket: all of it, and whoever comes later, or one request.</summary>
    public void Pass(Bucket other, bool all)
    {
        var passed = all ? underWay : 1;
        underWay -= passed;
        other.underWay += passed;
        if (all)
        {
            other.Hold(heldUntil);
            Joined = other;
        }

        Tell();
    }

    /// <summary>Whether nobody needs it, and a new one would be just as good.</summary>
    public bool IsSpent(TimeSpan now) => line.Count == 0 && underWay == 0 && now >= heldUntil && (window is null || now >= window.End);

    private void Tell()
    {
        var told = changed;
        changed = Signal();
        told.SetResult();
    }

    private static TaskCompletionSource Signal() => new(TaskCreationOptions.RunContinuationsAsynchronously);

    private sealed record Window(TimeSpan End, int Remaining)
    {
        public Window And(Window other) => new(End > other.End ? End : other.End, Math.Min(Remaining, other.Remaining));
    }
}
