using Bot.Core.Journal;
using Bot.Discord.Gateway;

namespace Bot.Host.Discord;

/// <summary>Connects to Discord once there are stories to answer from.</summary>
internal sealed class GatewayWorker(DiscordGateway gateway, StoryKeeper keeper) : BackgroundService
{
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        try
        {
            await keeper.Loaded.WaitAsync(stoppingToken);
            await gateway.Run(stoppingToken);
        }
        catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
        {
            // Stopping is no fault.
        }
    }
}
