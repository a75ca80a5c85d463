using Bot.Core.Delivery;
using Bot.Core.Moderation.Cards;

namespace Bot.Host.Moderation;

/// <summary>What moderators' channels show.</summary>
internal static class CardServices
{
    /// <summary>After the platforms: where there is none to post on, nobody looks.</summary>
    public static void AddCards(this WebApplicationBuilder builder)
    {
        var services = builder.Services;
        services.AddSingleton<CardTroubles>().AddSingleton<CardChannel>().AddSingleton<CardSender>().AddSingleton<CardRounds>();
        if (services.Any(service => service.ServiceType == typeof(IPlatform)))
        {
            services.AddHostedService<CardWorker>();
        }
    }
}
