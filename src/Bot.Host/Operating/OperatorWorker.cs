using Bot.Core.Conversation;
using Bot.Core.Journal;
using Bot.Core.Operating;

namespace Bot.Host.Operating;

/// <summary>Has a look every few minutes at what needs a person.</summary>
internal sealed class OperatorWorker(OperatorRound round, StoryKeeper keeper, TimeProvider time, NoteFault note) : BackgroundService
{
    private static readonly TimeSpan Every = TimeSpan.FromMinutes(5);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(Every, time);
        try
        {
            await keeper.Loaded.WaitAsync(stoppingToken);
            do
            {
                await Look(stoppingToken);
            } while (await timer.WaitForNextTickAsync(stoppingToken));
        }
        catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
        {
            // Stopping is no fault.
        }
    }

    private async Task Look(CancellationToken cancellation)
    {
        try
        {
            await round.Turn(cancellation);
        }
        catch (Exception fault) when (!cancellation.IsCancellationRequested)
        {
            note(fault, "telling the operator what needs a person");
        }
    }
}
