using Bot.Core.Communities;
using Bot.Core.Conversation;
using Bot.Core.Corrections;
using Bot.Core.Corrections.Watching;
using Bot.Core.Journal;

namespace Bot.Host.Corrections;

/// <summary>Corrects what was posted, as soon as it is due, and tells those who wanted to be told. After a restore nothing is corrected until somebody says so.</summary>
internal sealed partial class CorrectionWorker(
    CorrectionRounds rounds,
    WatchRounds watches,
    StoryKeeper keeper,
    FrozenSince frozen,
    TimeProvider time,
    NoteFault note,
    ILogger<CorrectionWorker> logger
) : BackgroundService
{
    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(2);
    private static readonly TimeSpan LongPause = TimeSpan.FromMinutes(1);
    private static readonly TimeSpan BetweenLooks = TimeSpan.FromSeconds(30);
    private DateTimeOffset nextLook;

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        try
        {
            await keeper.Loaded.WaitAsync(stoppingToken);
            while (true)
            {
                await Task.Delay(await Go(stoppingToken), time, stoppingToken);
            }
        }
        catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
        {
            // Stopping is no fault.
        }
    }

    /// <returns>How long to wait before the next look.</returns>
    private async Task<TimeSpan> Go(CancellationToken cancellation)
    {
        try
        {
            if (await frozen(cancellation) is { } restored)
            {
                Log.Waits(logger, restored.UtcDateTime);
                return LongPause;
            }

            while (await rounds.Go(cancellation)) { }

            await LookAtWatches(cancellation);
            return Pause;
        }
        catch (Exception fault) when (!cancellation.IsCancellationRequested)
        {
            note(fault, "correcting what was posted");
            return LongPause;
        }
    }

    /// <summary>Nobody waits for it by the second.</summary>
    private async Task LookAtWatches(CancellationToken cancellation)
    {
        var now = time.GetUtcNow();
        if (now >= nextLook)
        {
            nextLook = now + BetweenLooks;
            await watches.Go(cancellation);
        }
    }

    private static partial class Log
    {
        [LoggerMessage(
            LogLevel.Warning,
            "What was posted is not corrected, since the store was restored at {Restored:u}: `resume` lets it go on."
        )]
        public static partial void Waits(ILogger logger, DateTime restored);
    }
}
