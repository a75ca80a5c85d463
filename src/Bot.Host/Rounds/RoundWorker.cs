using Bot.Core.Communities;
using Bot.Core.Conversation;
using Bot.Core.Journal;

namespace Bot.Host.Rounds;

/// <summary>
/// Does what falls due round by round, as soon as the stories are loaded. After a restore nothing is done until somebody says so, and what fails is tried again after a while.
/// </summary>
/// <param name="doing">What is done, as the log has it where that fails.</param>
internal abstract class RoundWorker(StoryKeeper keeper, FrozenSince frozen, TimeProvider time, NoteFault note, string doing)
    : BackgroundService
{
    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(2);
    private static readonly TimeSpan LongPause = TimeSpan.FromMinutes(1);

    protected TimeProvider Time => time;

    protected abstract Task Round(CancellationToken cancellation);

    /// <summary>Said in place of a round, as long as the store that was restored is left alone.</summary>
    protected virtual void SayThatItWaits(DateTimeOffset restored) { }

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

    /// <returns>How long to wait before the next round.</returns>
    private async Task<TimeSpan> Go(CancellationToken cancellation)
    {
        try
        {
            if (await frozen(cancellation) is { } restored)
            {
                SayThatItWaits(restored);
                return LongPause;
            }

            await Round(cancellation);
            return Pause;
        }
        catch (Exception fault) when (!cancellation.IsCancellationRequested)
        {
            note(fault, doing);
            return LongPause;
        }
    }
}
