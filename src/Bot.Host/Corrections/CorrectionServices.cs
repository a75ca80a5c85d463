using Bot.Core.Communities;
using Bot.Core.Conversation;
using Bot.Core.Corrections;
using Bot.Core.Corrections.Watching;
using Bot.Core.Delivery;
using Bot.Core.Journal;
using Microsoft.Extensions.Options;

namespace Bot.Host.Corrections;

internal static class CorrectionServices
{
    public static void AddCorrections(this WebApplicationBuilder builder)
    {
        var services = builder.Services;
        services.AddSingleton(provider => new CorrectionRules(provider.GetRequiredService<IOptions<ModerationOptions>>().Value.Grace));
        services.AddSingleton<Corrector>();
        services.AddSingleton(provider =>
        {
            var note = provider.GetRequiredService<NoteFault>();
            return new CorrectionRounds(
                provider.GetRequiredService<ICorrections>(),
                provider.GetRequiredService<Corrector>(),
                provider.GetServices<IPlatform>(),
                provider.GetRequiredService<StoryKeeper>(),
                provider.GetRequiredService<TimeProvider>(),
                provider.GetRequiredService<CorrectionRules>(),
                fault => note(fault, "correcting a post")
            );
        });
        services.AddSingleton(provider =>
        {
            var note = provider.GetRequiredService<NoteFault>();
            return new WatchRounds(
                provider.GetRequiredService<IWatches>(),
                provider.GetRequiredService<IPeople>(),
                provider.GetRequiredService<Shelf>(),
                provider.GetServices<IPlatform>(),
                provider.GetRequiredService<TimeProvider>(),
                provider.GetRequiredService<CorrectionRules>(),
                fault => note(fault, "telling somebody of a change")
            );
        });

        // Where no platform can be spoken to there is nothing that could be corrected.
        if (services.Any(service => service.ServiceType == typeof(IPlatform)))
        {
            services.AddHostedService<CorrectionWorker>();
        }
    }
}
