using Bot.Core.Conversation;
using Bot.Core.Replicas;
using Bot.Discord.Api;
using Bot.Wire;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace Bot.Discord.Installs;

/// <summary>Has a look at the start and once a day at which guilds have the application. Of several replicas one does.</summary>
internal sealed partial class GuildWorker(
    GuildReview review,
    ILeases leases,
    TimeProvider time,
    NoteFault note,
    ILogger<GuildWorker> logger
) : BackgroundService
{
    private static readonly TimeSpan Day = TimeSpan.FromDays(1);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        try
        {
            await leases.DoWhileHeld(new LeaseName("servers at Discord"), () => { }, (_, held) => LookDaily(held), stoppingToken);
        }
        catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
        {
            // Stopping is no fault.
        }
    }

    private async Task<NoContent> LookDaily(CancellationToken cancellation)
    {
        while (true)
        {
            await Look(cancellation);
            await Task.Delay(Day, time, cancellation);
        }
    }

    private async Task Look(CancellationToken cancellation)
    {
        try
        {
            if (await review.Look(cancellation) is { } failure)
            {
                Log.NotAllAsked(logger, failure.Sentence);
            }
        }
        catch (Exception fault) when (!cancellation.IsCancellationRequested)
        {
            note(fault, "writing down which servers added or removed the application; it is tried again in a day");
        }
    }

    private static partial class Log
    {
        [LoggerMessage(
            LogLevel.Error,
            "Which servers have the application could not be asked of Discord for all of them; it is tried again in a day. {Sentence}"
        )]
        public static partial void NotAllAsked(ILogger logger, string sentence);
    }
}

/// <summary>Adds the look at which servers have the application, where no Gateway tells.</summary>
public static class GuildReviews
{
    /// <summary>Needs <see cref="DiscordRequests.AddDiscordApi"/>.</summary>
    public static IServiceCollection AddGuildReviews(this IServiceCollection services) =>
        services.AddSingleton<GuildReview>().AddHostedService<GuildWorker>();
}
