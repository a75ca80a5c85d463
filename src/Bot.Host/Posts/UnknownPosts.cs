using Bot.Core.Conversation;
using Bot.Core.Delivery;

namespace Bot.Host.Posts;

/// <summary>
/// Tells at the start of which posts nobody knows whether they arrived: the service died between sending one and noting that it is there. It looks twice, for a service that
/// comes back at once finds what it was sending as young as what another replica is sending at this moment.
/// </summary>
internal sealed partial class UnknownPosts(IReceipts receipts, TimeProvider time, NoteFault note, ILogger<UnknownPosts> logger)
    : BackgroundService
{
    /// <summary>Another replica may be sending what is younger.</summary>
    private static readonly TimeSpan StillSending = TimeSpan.FromMinutes(3);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        var started = time.GetUtcNow();
        var told = await Tell(DateTimeOffset.MinValue, started - StillSending, stoppingToken);
        await Task.Delay(StillSending, time, stoppingToken);
        await Tell(told, started, stoppingToken);
    }

    /// <returns>Up to when it was told: no further than before where the store did not answer.</returns>
    private async Task<DateTimeOffset> Tell(DateTimeOffset from, DateTimeOffset before, CancellationToken stopping)
    {
        try
        {
            foreach (var receipt in (await receipts.Unknown(before, stopping)).Where(receipt => receipt.At >= from))
            {
                Log.Unknown(logger, receipt.Community.Value, receipt.Place.Value, receipt.At, receipt.Delivery.Value);
            }

            return before;
        }
        catch (Exception fault) when (!stopping.IsCancellationRequested)
        {
            note(fault, "looking for posts of which nobody knows whether they arrived");
            return from;
        }
    }

    private static partial class Log
    {
        [LoggerMessage(
            LogLevel.Warning,
            "Nobody knows whether a post arrived: in {Community}, channel {Channel}, at {At:u}, made by {Delivery}. If it is there it will not be corrected: remove it, and share it again."
        )]
        public static partial void Unknown(ILogger logger, string community, string channel, DateTimeOffset at, string delivery);
    }
}
