using Bot.Core.Operating;
using Bot.Discord.Gateway;
using Bot.Host.Discord;
using Bot.Host.Slack;
using Bot.Slack.SocketMode;

namespace Bot.Host.Operating;

internal static partial class OperatorServices
{
    /// <summary>A channel where the service has nothing to speak with.</summary>
    public static IEnumerable<string> Problems(IConfiguration configuration)
    {
        var (discord, slack) = (
            configuration.GetSection("Discord").Get<DiscordOptions>() ?? new DiscordOptions(),
            configuration.GetSection("Slack").Get<SlackOptions>() ?? new SlackOptions()
        );
        if (Channel(configuration)?.Community.Value is { } community)
        {
            var speaks = community.StartsWith("discord:", StringComparison.Ordinal)
                ? discord.Mode != DiscordOptions.Off && discord.Token.Length > 0
                : slack.Mode != SlackOptions.Off && slack.Speaks;
            if (!speaks)
            {
                yield return $"`Operator:Channel` is in {community}, where the service cannot say anything: give it that platform's `BotToken`, or name a channel elsewhere.";
            }
        }
    }

    /// <summary>After the platforms.</summary>
    public static void AddOperator(this WebApplicationBuilder builder)
    {
        if (Channel(builder.Configuration) is not { } channel)
        {
            return;
        }

        builder
            .Services.AddSingleton(channel)
            .AddSingleton<ILookout, PausedDigests>()
            .AddSingleton<ILookout, LeftCorrections>()
            .AddSingleton<ILookout, StoryMistakes>()
            .AddSingleton<ILookout, RestoredStore>()
            .AddSingleton<ILookout>(provider =>
            {
                var gateway = provider.GetService<GatewayStatus>();
                return new GivenUpConnection("Discord", () => gateway?.StandsBy == true, () => gateway?.GivenUp);
            })
            .AddSingleton<ILookout>(provider =>
            {
                var sockets = provider.GetService<SocketModeStatus>();
                return new GivenUpConnection("Slack", () => sockets?.StandsBy == true, () => sockets?.Wrong);
            })
            .AddSingleton<NotTold>(provider =>
            {
                var logger = provider.GetRequiredService<ILogger<OperatorRound>>();
                return (sentence, why) => Log.NotTold(logger, sentence, why);
            })
            .AddSingleton<OperatorRound>()
            .AddHostedService<OperatorWorker>();
    }

    private static OperatorChannel? Channel(IConfiguration configuration) =>
        OperatorOptions.Parse((configuration.GetSection("Operator").Get<OperatorOptions>() ?? new OperatorOptions()).Channel);

    private static partial class Log
    {
        [LoggerMessage(LogLevel.Warning, "The operator's channel was not told: {Sentence} It did not take it: {Why}")]
        public static partial void NotTold(ILogger logger, string sentence, string why);
    }
}
