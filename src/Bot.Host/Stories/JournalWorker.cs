using Bot.Core.Conversation;
using Bot.Core.Journal;

namespace Bot.Host.Stories;

/// <summary>
/// Brings to readers what others write to the same store: another replica, or a verb on the command line. Where the store was put back to a backup, the service
/// stops, since its answers would be those of before.
/// </summary>
internal sealed class JournalWorker(IJournal journal, StoryKeeper keeper, TimeProvider time, NoteFault note) : BackgroundService
{
    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(1);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        while (!stoppingToken.IsCancellationRequested)
        {
            try
            {
                await Follow(stoppingToken);
            }
            catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
            {
                return;
            }
            catch (Exception fault) when (fault is not JournalReplacedException)
            {
                note(fault, "reading on in the journal, which is tried again every second; answers stay as they are until then");
                await Task.Delay(Pause, time, stoppingToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            }
        }
    }

    private async Task Follow(CancellationToken cancellation)
    {
        await keeper.Loaded.WaitAsync(cancellation);
        await foreach (var envelope in journal.Follow(keeper.Position, cancellation))
        {
            if (envelope.Position > keeper.Position)
            {
                await keeper.Follow(cancellation);
            }
        }
    }
}
