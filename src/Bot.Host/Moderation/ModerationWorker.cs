using Bot.Core.Communities;
using Bot.Core.Conversation;
using Bot.Core.Journal;
using Bot.Core.Moderation;

namespace Bot.Host.Moderation;

/// <summary>Lets acts take effect that are due, and tells reporters what became of what they reported. After a restore neither is done until somebody says so.</summary>
internal sealed partial class ModerationWorker(
    DueActs due,
    ReporterNotices notices,
    StoryKeeper keeper,
    FrozenSince frozen,
    TimeProvider time,
    NoteFault note,
    ILogger<ModerationWorker> logger
) : BackgroundService
{
    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(2);
    private static readonly TimeSpan LongPause = TimeSpan.FromMinutes(1);

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

            await due.Go(cancellation);
            await notices.Go(cancellation);
            return Pause;
        }
        catch (Exception fault) when (!cancellation.IsCancellationRequested)
        {
            note(fault, "what falls due in moderation");
            return LongPause;
        }
    }

    private static partial class Log
    {
        [LoggerMessage(
            LogLevel.Warning,
            "What moderators proposed does not take effect by itself, and no reporter is told, since the store was restored at {Restored:u}: `resume` lets it go on."
        )]
        public static partial void Waits(ILogger logger, DateTime restored);
    }
}
