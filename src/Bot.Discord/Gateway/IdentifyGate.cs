using Bot.Core.Communities;
using Bot.Discord.Wire;
using Bot.Wire;
using Microsoft.Extensions.Logging;

namespace Bot.Discord.Gateway;

/// <summary>
/// Lets shards identify one after the other: as many at once as Discord says, each group five seconds after the last
/// (<see href="https://discord.com/developers/docs/events/gateway#rate-limiting"/>), and none when the day's logins are nearly used up. Discord counts them, so a restart forgets none.
/// </summary>
internal sealed partial class IdentifyGate(IGatewayApi api, TimeProvider time, Randomness random, ILogger<IdentifyGate> logger)
{
    private const int Unauthorized = 401;

    /// <summary>Kept for whoever has to start the service by hand.</summary>
    private const int Spared = 5;

    /// <summary>A little more than the five seconds, since the two clocks differ.</summary>
    public static readonly TimeSpan Apart = TimeSpan.FromSeconds(5.5);

    private readonly Backoff backoff = new(TimeSpan.FromSeconds(1), TimeSpan.FromMinutes(1), random);
    private readonly Lock gate = new();
    private readonly Dictionary<int, DateTimeOffset> next = [];

    /// <summary>Where the Gateway is. Asks until Discord answers; only a token that it does not take ends that.</summary>
    public async Task<Outcome<GatewayBot>> Look(CancellationToken cancellation)
    {
        for (var tries = 1; ; tries++)
        {
            var outcome = await api.Gateway(cancellation);
            if (outcome is not Outcome<GatewayBot>.NotDone not || not.Why is Failure.Refused { Status: Unauthorized })
            {
                return outcome;
            }

            Log.Away(logger, not.Why.Sentence);
            await Task.Delay(backoff.After(tries), time, cancellation);
        }
    }

    /// <summary>Completes when a shard may identify.</summary>
    /// <returns>Null; or why it never may.</returns>
    public async Task<string?> Wait(Shard shard, CancellationToken cancellation)
    {
        while (true)
        {
            var outcome = await Look(cancellation);
            if (outcome is Outcome<GatewayBot>.NotDone refused)
            {
                return refused.Why.Sentence;
            }

            var limit = ((Outcome<GatewayBot>.Done)outcome).Value.SessionStartLimit;
            if (limit.Remaining > Math.Min(Spared, limit.Total / 10))
            {
                await Task.Delay(Turn(shard.Index % Math.Max(limit.MaxConcurrency, 1)), time, cancellation);
                return null;
            }

            var reset = TimeSpan.FromMilliseconds(Math.Clamp(limit.ResetAfter, 1_000, TimeSpan.FromDays(1).TotalMilliseconds));
            Log.UsedUp(logger, limit.Remaining, limit.Total, time.GetUtcNow() + reset);
            await Task.Delay(reset, time, cancellation);
        }
    }

    private TimeSpan Turn(int key)
    {
        var now = time.GetUtcNow();
        lock (gate)
        {
            var turn = next.GetValueOrDefault(key) is var free && free > now ? free : now;
            next[key] = turn + Apart;
            return turn - now;
        }
    }

    private static partial class Log
    {
        [LoggerMessage(LogLevel.Warning, "Discord does not say where its Gateway is, and is asked again. {Why}")]
        public static partial void Away(ILogger logger, string why);

        [LoggerMessage(
            LogLevel.Warning,
            "Of {Total} logins a day at Discord {Remaining} are left, so none is made until {Until}: something makes the connection end again and again, or the token is used elsewhere too."
        )]
        public static partial void UsedUp(ILogger logger, int remaining, int total, DateTimeOffset until);
    }
}
