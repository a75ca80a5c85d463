using Bot.Core.Communities;
using Bot.Core.Conversation;
using Bot.Core.Journal;
using Bot.Core.Moderation.Cards;

namespace Bot.Host.Moderation;

/// <summary>Shows moderators in their channel what waits. After a restore nothing is shown anew until somebody says so: the log says it for all that falls due.</summary>
internal sealed class CardWorker(CardRounds rounds, StoryKeeper keeper, FrozenSince frozen, TimeProvider time, NoteFault note)
    : BackgroundService
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
            if (await frozen(cancellation) is not null)
            {
                return LongPause;
            }

            await rounds.Go(cancellation);
            return Pause;
        }
        catch (Exception fault) when (!cancellation.IsCancellationRequested)
        {
            note(fault, "showing moderators what waits");
            return LongPause;
        }
    }
}
