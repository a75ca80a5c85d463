using Bot.Core.Journal;
using Bot.Storage;

namespace Bot.Host.Stores;

/// <summary>Keeps what the store derives from its journal up to it, once the stories are there to be asked about.</summary>
/// <param name="store">Null where all is kept in memory.</param>
internal sealed partial class DerivingWorker(Store? store, StoryKeeper keeper, TimeProvider time, ILogger<DerivingWorker> logger)
    : BackgroundService
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
                Log.Interrupted(logger, fault);
                await Task.Delay(Pause, time, stoppingToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            }
        }
    }

    private static partial class Log
    {
        [LoggerMessage(
            LogLevel.Warning,
            "Deriving from the journal was interrupted; a start may take longer until it goes on, and it is tried again every ten seconds."
        )]
        public static partial void Interrupted(ILogger logger, Exception fault);
    }
}
