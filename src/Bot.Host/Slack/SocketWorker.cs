using Bot.Core.Journal;
using Bot.Slack.SocketMode;

namespace Bot.Host.Slack;

/// <summary>Connects to Slack once there are stories to answer from.</summary>
internal sealed class SocketWorker(SlackSockets sockets, StoryKeeper keeper) : BackgroundService
{
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        try
        {
            await keeper.Loaded.WaitAsync(stoppingToken);
            await sockets.Run(stoppingToken);
        }
        catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
        {
            // Stopping is no fault.
        }
    }
}
