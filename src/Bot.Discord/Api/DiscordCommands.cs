using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace Bot.Discord.Api;

/// <summary>Registers the commands once the service is up. What goes wrong is told, and answering goes on.</summary>
internal sealed partial class RegistrationWorker(CommandRegistration registration, ILogger<RegistrationWorker> logger) : BackgroundService
{
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        try
        {
            var written = await registration.Register(stoppingToken);
            Log.Registered(logger, written.Count == 0 ? "they stood there as they are" : string.Join(", ", written));
        }
        catch (DiscordRefusedException refused)
        {
            Log.Refused(logger, refused.Message);
        }
        catch (HttpRequestException away)
        {
            Log.Refused(
                logger,
                $"Discord cannot be reached ({away.HttpRequestError}); the commands are as they were. Start again when it can."
            );
        }
        catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
        {
            // Stopping is no fault.
        }
    }

    private static partial class Log
    {
        [LoggerMessage(LogLevel.Information, "Commands registered at Discord: {Written}.")]
        public static partial void Registered(ILogger logger, string written);

        [LoggerMessage(LogLevel.Error, "{Sentence}")]
        public static partial void Refused(ILogger logger, string sentence);
    }
}

/// <summary>Adds the registration of commands to the program.</summary>
public static class DiscordCommands
{
    /// <param name="api">With a slash at its end.</param>
    /// <param name="guilds">The guilds in which they are registered; none: they are for everybody.</param>
    public static IServiceCollection AddDiscordCommands(
        this IServiceCollection services,
        Uri api,
        string applicationId,
        IReadOnlyList<string> guilds,
        string token
    )
    {
        services
            .AddHttpClient<CommandRegistration>(http => CommandRegistration.Introduce(http, api, token))
            .AddTypedClient((http, provider) => new CommandRegistration(http, applicationId, guilds, provider.GetRequiredService<TimeProvider>()))
            .RemoveAllLoggers();
        return services.AddHostedService<RegistrationWorker>();
    }
}
