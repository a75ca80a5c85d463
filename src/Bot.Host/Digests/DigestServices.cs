using Bot.Core.Delivery;
using Bot.Core.Digests;
using Bot.Host.Corrections;
using Microsoft.Extensions.Options;
using Quartz;

namespace Bot.Host.Digests;

/// <summary>Digests, and the clock that they come by.</summary>
internal static class DigestServices
{
    /// <summary>After the platforms: where there is none to post on, no clock runs.</summary>
    public static void AddDigests(this WebApplicationBuilder builder)
    {
        var services = builder.Services;
        services
            .AddSingleton<FindZone>(_ => id => TimeZoneInfo.TryFindSystemTimeZoneById(id, out var zone) ? zone : null)
            .AddSingleton(provider => provider.GetRequiredService<IOptions<DigestOptions>>().Value.Rules(Grace(provider)))
            .AddSingleton<DigestPictures>()
            .AddSingleton<DigestSender>()
            .AddSingleton<DigestRound>()
            .AddSingleton<DigestReports>()
            .AddSingleton<DigestChannel>()
            .AddSingleton<DigestSetup>()
            .AddSingleton<RunningDigests>()
            .AddSingleton<DigestDesk>();
        if (services.All(service => service.ServiceType != typeof(IPlatform)))
        {
            return;
        }

        services.AddQuartz(quartz =>
            quartz.ScheduleJob<DigestTick>(trigger =>
                trigger
                    .WithIdentity("each minute")
                    .StartNow()
                    .WithSimpleSchedule(schedule => schedule.WithInterval(DigestTick.Every).RepeatForever())
            )
        );
        services.AddQuartzHostedService(options => options.WaitForJobsToComplete = true);
    }

    private static TimeSpan Grace(IServiceProvider provider) => provider.GetRequiredService<IOptions<ModerationOptions>>().Value.Grace;
}
