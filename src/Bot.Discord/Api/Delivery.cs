using Bot.Discord.Interactions;
using Bot.Discord.Wire;
using Bot.Wire;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace Bot.Discord.Api;

/// <summary>
/// How this service expects to be told what people do. Discord has one way at a time: an application with an Interactions Endpoint URL is told there and nowhere else
/// (<see href="https://discord.com/developers/docs/interactions/receiving-and-responding#receiving-an-interaction"/>).
/// </summary>
public abstract record Delivery
{
    private Delivery() { }

    /// <param name="BaseUrl">Where the world reaches this service; null where nobody said.</param>
    public sealed record Http(string? BaseUrl) : Delivery
    {
        internal string? Endpoint => string.IsNullOrWhiteSpace(BaseUrl) ? null : BaseUrl.TrimEnd('/') + DiscordInteractions.Path;
    }

    public sealed record Gateway : Delivery;

    /// <param name="endpoint">The application's Interactions Endpoint URL; null where it has none.</param>
    /// <returns>What contradicts that, and what to do; null for nothing.</returns>
    internal string? Contradiction(string? endpoint) =>
        (this, endpoint) switch
        {
            (Gateway, { Length: > 0 }) =>
                $"`Discord:Mode` is gateway, but the application has an Interactions Endpoint URL ({endpoint}), so Discord sends commands and buttons there, and none of them is answered here. "
                    + "Empty it in the Developer Portal, under General Information, or set `Discord:Mode=http`.",
            (Http http, null or "") =>
                $"`Discord:Mode` is http, but the application has no Interactions Endpoint URL, so Discord sends nothing here. In the Developer Portal, under General Information, set it to {http.Endpoint ?? $"https://YOUR-ADDRESS{DiscordInteractions.Path}"}, "
                    + "or set `Discord:Mode=gateway`.",
            (Http { Endpoint: { } ours }, _) when !string.Equals(ours, endpoint.TrimEnd('/'), StringComparison.OrdinalIgnoreCase) =>
                $"Discord sends what people do to {endpoint}, and by `Public:BaseUrl` this service is at {ours}. Set the Interactions Endpoint URL in the Developer Portal, under General Information, or `Public:BaseUrl`, unless another service is meant.",
            _ => null,
        };
}

/// <summary>Says at the start where the portal and the settings contradict each other.</summary>
internal sealed partial class DeliveryWorker(Delivery delivery, DiscordApi api, ILogger<DeliveryWorker> logger) : BackgroundService
{
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        try
        {
            if (
                await api.Application(stoppingToken) is Outcome<Application>.Done { Value: var application }
                && delivery.Contradiction(application.InteractionsEndpointUrl) is { } sentence
            )
            {
                Log.Contradiction(logger, sentence);
            }
        }
        catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
        {
            // Stopping is no fault.
        }
    }

    private static partial class Log
    {
        [LoggerMessage(LogLevel.Error, "{Sentence}")]
        public static partial void Contradiction(ILogger logger, string sentence);
    }
}

/// <summary>Adds the look at how Discord delivers.</summary>
public static class DiscordDelivery
{
    /// <summary>Needs <see cref="DiscordRequests.AddDiscordApi"/>.</summary>
    public static IServiceCollection AddDiscordDelivery(this IServiceCollection services, Delivery delivery) =>
        services.AddSingleton(delivery).AddHostedService<DeliveryWorker>();
}
