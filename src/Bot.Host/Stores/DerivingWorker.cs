using Bot.Core.Conversation;
using Bot.Core.Journal;
using Bot.Storage;

namespace Bot.Host.Stores;

/// <summary>Keeps what the store derives from its journal up to it, once the stories are there to be asked about.</summary>
/// <param name="store">Null where all is kept in memory.</param>
internal sealed class DerivingWorker(Store? store, StoryKeeper keeper, TimeProvider time, NoteFault note) : BackgroundService
{
    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(10);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        while (store is not null && !stoppingToken.IsCancellationRequested)
        {
            try
            {
                await keeper.Loaded.WaitAsync(stoppingToken);
                await store.Derive(stoppingToken);
            }
            catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
            {
                return;
            }
            catch (Exception fault)
            {
                note(fault, "deriving from the journal, which is tried again every ten seconds; a start may take longer until then");
                await Task.Delay(Pause, time, stoppingToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            }
        }
    }
}
