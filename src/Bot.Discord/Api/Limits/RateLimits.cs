using Bot.Core.Communities;
using Bot.Wire;

namespace Bot.Discord.Api.Limits;

/// <summary>
/// Gives turns to requests, so that Discord's limits are kept and not met: by bucket as it tells them, and over all that is sent as the bot. A request whose bucket is not
/// known yet waits in one of its own, which becomes the real one with the first answer.
/// </summary>
internal sealed class RateLimits(TimeProvider time, Randomness random)
{
    /// <summary>A little fewer than the 50 that are allowed, since what is sent evenly does not arrive so.</summary>
    public const int MostPerSecond = 45;

    private readonly Lock gate = new();
    private readonly Buckets buckets = new();
    private readonly Rolling asTheBot = new(TimeSpan.FromSeconds(1));
    private TimeSpan botHeldUntil;
    private TimeSpan allHeldUntil;

    private readonly long start = time.GetTimestamp();

    private TimeSpan Now => time.GetElapsedTime(start);

    /// <summary>Waits for a turn. What is returned must be given back by <see cref="Leave"/>, whatever became of the request.</summary>
    public async Task<Bucket> Enter(Request request, CancellationToken cancellation)
    {
        var place = new object();
        var bucket = default(Bucket);
        while (bucket is null)
        {
            bucket = await TurnIn(Come(request, place), place, cancellation);
        }

        try
        {
            while (Over(request) is { } wait)
            {
                await Task.Delay(Timers.Whole(wait), time, cancellation);
            }
        }
        catch (OperationCanceledException)
        {
            Leave(request, bucket, null);
            throw;
        }

        return bucket;
    }

    /// <param name="said">Null where no answer came.</param>
    public void Leave(Request request, Bucket bucket, LimitHeaders? said)
    {
        lock (gate)
        {
            var real = buckets.Told(request, bucket, said?.Bucket);
            real.Answered(said, Now);
            if (said?.Limited is { } limited)
            {
                // Not exactly when the time is over, when all others come too.
                var until = Now + limited.Wait + (TimeSpan.FromMilliseconds(250) * random.Fraction());
                switch (limited.Scope)
                {
                    case RefusalScope.Address:
                    case RefusalScope.Global when request.Route.HasToken:
                        allHeldUntil = Later(allHeldUntil, until);
                        break;
                    case RefusalScope.Global:
                        botHeldUntil = Later(botHeldUntil, until);
                        break;
                    default:
                        real.Hold(until);
                        break;
                }
            }
        }
    }

    private Bucket Come(Request request, object place)
    {
        lock (gate)
        {
            var bucket = buckets.Of(request, Now);
            bucket.Come(place);
            return bucket;
        }
    }

    /// <returns>Null when the bucket has become part of another one.</returns>
    private async Task<Bucket?> TurnIn(Bucket bucket, object place, CancellationToken cancellation)
    {
        try
        {
            while (true)
            {
                cancellation.ThrowIfCancellationRequested();
                Task changed;
                TimeSpan wait;
                lock (gate)
                {
                    if (bucket.Joined is not null)
                    {
                        return null;
                    }

                    if (bucket.Take(place, Now) is not { } until)
                    {
                        return bucket;
                    }

                    (changed, wait) = (bucket.Changed, until);
                }

                await changed.WaitAsync(Timers.Whole(wait), time, cancellation).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            }
        }
        finally
        {
            lock (gate)
            {
                bucket.Left(place);
            }
        }
    }

    private TimeSpan? Over(Request request)
    {
        lock (gate)
        {
            var until = request.Route.HasToken ? allHeldUntil : Later(allHeldUntil, botHeldUntil);
            if (Now < until)
            {
                return until - Now;
            }

            if (request.Route.HasToken)
            {
                return null;
            }

            if (asTheBot.Count(Now) >= MostPerSecond)
            {
                return asTheBot.UntilOneLess(Now);
            }

            asTheBot.Add(Now);
            return null;
        }
    }

    private static TimeSpan Later(TimeSpan one, TimeSpan other) => one > other ? one : other;
}
