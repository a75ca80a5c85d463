using Bot.Core.Delivery;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace Bot.Discord.Posts;

/// <summary>Tells at the start of which posts nobody knows whether they arrived: the service died between sending one and noting that it is there.</summary>
internal sealed partial class UnknownPosts(IReceipts receipts, TimeProvider time, ILogger<UnknownPosts> logger) : BackgroundService
{
    /// <summary>Another replica may be sending one at this moment.</summary>
    private static readonly TimeSpan StillSending = TimeSpan.FromMinutes(3);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        foreach (var receipt in await receipts.Unknown(time.GetUtcNow() - StillSending, stoppingToken))
        {
            Log.Unknown(logger, receipt.Community.Value, receipt.Place.Value, receipt.At, receipt.Delivery.Value);
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
