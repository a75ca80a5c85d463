using Bot.Wire;

namespace Bot.Slack.Api.Limits;

/// <summary>
/// What one workspace takes of one kind in a minute. A call counts from when it is sent until a minute after it was answered, since Slack counts it somewhere between: so
/// however long calls are on their way, there never come too many. Only used under the lock of <see cref="RateLimits"/>.
/// </summary>
internal sealed class Share(int most)
{
    private static readonly TimeSpan Within = TimeSpan.FromMinutes(1);

    private readonly Rolling answered = new(Within);
    private int underWay;

    /// <returns>Null when the turn was given; else how long to wait before asking again.</returns>
    public TimeSpan? Take(TimeSpan now)
    {
        var lately = answered.Count(now);
        if (lately + underWay < most)
        {
            underWay++;
            return null;
        }

        return lately > 0 ? answered.UntilOneLess(now) : Within;
    }

    public void Answered(TimeSpan now)
    {
        underWay--;
        answered.Add(now);
    }
}
