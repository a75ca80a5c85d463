using Bot.Core.Communities;
using Bot.Core.Replicas;
using Bot.Discord.Wire;
using Bot.Wire;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace Bot.Discord.Api;

/// <summary>Registers the commands once the service is up. What goes wrong is told, and answering goes on.</summary>
internal sealed partial class RegistrationWorker(CommandRegistration registration, ILeases leases, ILogger<RegistrationWorker> logger)
    : BackgroundService
{
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        try
        {
            // Of replicas that start together one writes, and the next finds that all stands there.
            await using var lease = await leases.Take(new LeaseName("commands at Discord"), stoppingToken);
            switch (await registration.Register(stoppingToken))
            {
                case Outcome<IReadOnlyList<string>>.Done { Value: var written }:
                    Log.Registered(logger, written.Count == 0 ? "they stood there as they are" : string.Join(", ", written));
                    break;
                case Outcome<IReadOnlyList<string>>.NotDone failed:
                    Log.NotRegistered(logger, failed.Why.Sentence);
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
        [LoggerMessage(LogLevel.Information, "Commands registered at Discord: {Written}.")]
        public static partial void Registered(ILogger logger, string written);

        [LoggerMessage(LogLevel.Error, "Discord's commands are not all as they should be, and the next start tries again. {Sentence}")]
        public static partial void NotRegistered(ILogger logger, string sentence);
    }
}

/// <summary>Adds what is asked of Discord to the program.</summary>
public static class DiscordRequests
{
    /// <summary>The key of the <see cref="HttpMessageHandler"/> that all requests to Discord go through; another one can be registered before.</summary>
    public const string Door = "discord";

    /// <param name="api">With a slash at its end.</param>
    /// <param name="applicationId">Digits.</param>
    public static IServiceCollection AddDiscordApi(this IServiceCollection services, Uri api, string applicationId, string token)
    {
        var application = Snowflake.TryParse(applicationId) ?? throw new ArgumentException("This is no id.", nameof(applicationId));
        services.TryAddKeyedSingleton<HttpMessageHandler>(
            Door,
            (_, _) => new SocketsHttpHandler { AllowAutoRedirect = false, PooledConnectionLifetime = TimeSpan.FromMinutes(5) }
        );
        return services
            .AddSingleton(provider => new DiscordClient(
                provider.GetRequiredKeyedService<HttpMessageHandler>(Door),
                api,
                token,
                provider.GetRequiredService<TimeProvider>(),
                provider.GetRequiredService<Randomness>(),
                provider.GetRequiredService<ILogger<DiscordClient>>()
            ))
            .AddSingleton(provider => new DiscordApi(provider.GetRequiredService<DiscordClient>(), application));
    }

    /// <summary>Registers the commands at the start. Needs <see cref="AddDiscordApi"/>.</summary>
    /// <param name="guilds">The guilds in which they are registered; none: they are for everybody.</param>
    public static IServiceCollection AddDiscordCommands(this IServiceCollection services, IReadOnlyList<string> guilds)
    {
        var registered = guilds
            .Select(guild => Snowflake.TryParse(guild) ?? throw new ArgumentException("This is no id.", nameof(guilds)))
            .ToList();
        return services
            .AddSingleton(provider => new CommandRegistration(provider.GetRequiredService<DiscordApi>(), registered))
            .AddHostedService<RegistrationWorker>();
    }
}
