using Bot.Core.Conversation;
using Bot.Core.Journal;
using Bot.Storage;

namespace Bot.Host.Stores;

/// <summary>Makes up for what could not be cleaned up after an erasure, from the start on and every minute.</summary>
/// <param name="store">Null where all is kept in memory.</param>
internal sealed partial class CleaningWorker(
    Store? store,
    StoryKeeper keeper,
    TimeProvider time,
    NoteFault note,
    ILogger<CleaningWorker> logger
) : BackgroundService
{
    private static readonly TimeSpan Minute = TimeSpan.FromMinutes(1);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(Minute, time);
        try
        {
            await keeper.Loaded.WaitAsync(stoppingToken);
            do
            {
                await CleanUp(stoppingToken);
            } while (store is not null && await timer.WaitForNextTickAsync(stoppingToken));
        }
        catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
        {
            // Stopping is no fault.
        }
    }

    private async Task CleanUp(CancellationToken cancellation)
    {
        try
        {
            if (store is not null && await store.CleanUp(cancellation) is { } left)
            {
                Log.Left(logger, left);
            }
        }
        catch (Exception fault) when (fault is not OperationCanceledException || !cancellation.IsCancellationRequested)
        {
            note(fault, "cleaning up after erasures, which is tried again in a minute");
        }
    }

    private static partial class Log
    {
        [LoggerMessage(LogLevel.Warning, "{Left}")]
        public static partial void Left(ILogger logger, string left);
    }
}
