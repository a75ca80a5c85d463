using Bot.Wire;

namespace Bot.Discord.Api.Limits;

/// <summary>
/// Stops before Discord does: it shuts out an address for 10,000 refusals (401, 403, 429) within ten minutes
/// (<see href="https://discord.com/developers/docs/topics/rate-limits#invalid-request-limit-aka-cloudflare-bans"/>), and a refused token would be refused again.
/// </summary>
internal sealed class Breaker(TimeProvider time)
{
    /// <summary>A tenth of what Discord takes, since others may send from the same address.</summary>
    public const int MostRefusals = 1_000;

    public static readonly TimeSpan Within = TimeSpan.FromMinutes(10);

    private readonly Lock gate = new();
    private readonly Rolling refusals = new(Within);
    private TimeSpan tokenRefusedUntil;

    private readonly long start = time.GetTimestamp();

    private TimeSpan Now => time.GetElapsedTime(start);

    /// <summary>Why a request is not sent; null when it may be. A refused token is refused here as Discord would: waiting changes nothing.</summary>
    public Failure? Closed(Request request)
    {
        lock (gate)
        {
            return !request.Route.HasToken && Now < tokenRefusedUntil
                    ? new Failure.Refused(401, "", Sentences.TokenRefused) { Unread = true }
                : refusals.Count(Now) >= MostRefusals
                    ? new Failure.Unreachable(
                        $"Discord has refused {MostRefusals} requests within ten minutes, and would soon shut out this machine, so that nothing is sent for now. "
                            + "See in the log what it refused."
                    )
                : null;
        }
    }

    /// <returns>Whether this closed it, so that it is told once.</returns>
    public bool Note(Request request, int status, LimitHeaders said)
    {
        if (status is not (401 or 403 or 429) || said.Limited is { Scope: RefusalScope.Shared })
        {
            return false;
        }

        lock (gate)
        {
            var wasOpen = Closed(request) is null;
            refusals.Add(Now);
            if (status == 401 && !request.Route.HasToken)
            {
                tokenRefusedUntil = Now + Within;
            }

            return wasOpen && Closed(request) is not null;
        }
    }
}
