using Bot.Core.Communities;
using Bot.Core.Conversation;
using Bot.Core.Journal;

namespace Bot.Host.Moderation;

/// <summary>
/// Deletes what is kept of communities that left thirty days ago; after a restore not until somebody says so. Looked at every hour, so that a restart changes nothing.
/// </summary>
internal sealed partial class Departures(
    ICommunities communities,
    FrozenSince frozen,
    StoryKeeper keeper,
    TimeProvider time,
    NoteFault note,
    ILogger<Departures> logger
) : BackgroundService
{
    private static readonly TimeSpan Hour = TimeSpan.FromHours(1);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(Hour, time);
        try
        {
            await keeper.Loaded.WaitAsync(stoppingToken);
            do
            {
                await Delete(stoppingToken);
            } while (await timer.WaitForNextTickAsync(stoppingToken));
        }
        catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
        {
            // Stopping is no fault.
        }
    }

    private async Task Delete(CancellationToken cancellation)
    {
        try
        {
            var now = time.GetUtcNow();
            var due = (await communities.All(cancellation)).Where(community => community.IsDue(now)).ToList();
            if (due.Count > 0 && await frozen(cancellation) is { } restored)
            {
                Log.Waits(logger, due.Count, restored.UtcDateTime);
                return;
            }

            foreach (var community in due)
            {
                if (await communities.Delete(community.Id, now - KnownCommunity.KeptAfterLeaving, cancellation))
                {
                    Log.Deleted(logger, community.Id);
                    await keeper.Follow(cancellation);
                }
            }
        }
        catch (Exception fault) when (fault is not OperationCanceledException || !cancellation.IsCancellationRequested)
        {
            note(fault, "deleting what is kept of a community that left, which is tried again in an hour");
        }
    }

    private static partial class Log
    {
        [LoggerMessage(LogLevel.Information, "All that was kept of {Community}, which left thirty days ago, was deleted.")]
        public static partial void Deleted(ILogger logger, CommunityId community);

        [LoggerMessage(
            LogLevel.Warning,
            "{Count} communities that are due to be deleted wait, since the store was restored at {Restored:u}: `resume` names them and lets it go on."
        )]
        public static partial void Waits(ILogger logger, int count, DateTime restored);
    }
}
