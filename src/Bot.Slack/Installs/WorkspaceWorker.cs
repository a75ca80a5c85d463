using Bot.Core.Communities;
using Bot.Slack.Api;
using Bot.Wire;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace Bot.Slack.Installs;

/// <summary>Looks at the start whose the token of the settings is, so that the workspace is known, and says what is wrong with it.</summary>
internal sealed partial class WorkspaceWorker(SlackAppApi app, Credential bot, ICommunities communities, ILogger<WorkspaceWorker> logger)
    : BackgroundService
{
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        try
        {
            switch (await app.Test(bot, stoppingToken))
            {
                case Outcome<AuthTest>.Done { Value.IsEnterpriseInstall: true }:
                    Log.Wrong(logger, InstallWords.Enterprise);
                    break;
                case Outcome<AuthTest>.Done { Value: var test }:
                    await communities.Seen(SlackCommunity.Of(test.TeamId), stoppingToken);
                    Log.Workspace(logger, test.TeamId);
                    break;
                case Outcome<AuthTest>.NotDone { Why: var why }:
                    Log.Wrong(logger, why.Sentence);
                    break;
            }
        }
        catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
        {
            // Stopping is no fault.
        }
    }

    private static partial class Log
    {
        [LoggerMessage(LogLevel.Information, "The bot is in the workspace {Team}.")]
        public static partial void Workspace(ILogger logger, string team);

        [LoggerMessage(LogLevel.Error, "The bot cannot speak in Slack. {Sentence}")]
        public static partial void Wrong(ILogger logger, string sentence);
    }
}
