using System.Security.Cryptography;
using Bot.Core.Communities;
using Bot.Discord.Api;
using Bot.Discord.Doctor;
using Bot.Discord.Gateway;
using Bot.Discord.Installs;
using Bot.Discord.Interactions;
using Bot.Host.Posts;
using Microsoft.Extensions.Options;

namespace Bot.Host.Discord;

internal static partial class DiscordServices
{
    public static void AddDiscord(this WebApplicationBuilder builder)
    {
        var options = builder.Configuration.GetSection("Discord").Get<DiscordOptions>() ?? new DiscordOptions();
        if (options.Mode == DiscordOptions.Off)
        {
            return;
        }

        var services = builder.Services;
        if (options.IsHttp)
        {
            services.AddDiscordInteractions(options.PublicKey);
        }

        if (options.Token.Length > 0)
        {
            services
                .AddDiscordApi(options.Api, options.ApplicationId, options.Token)
                .AddDiscordPosts()
                .AddHostedService<UnknownPosts>()
                .AddDiscordCommands(options.Guilds)
                .AddDiscordDelivery(DeliveryOf(options, builder.Configuration["Public:BaseUrl"]));
        }

        if (options.IsHttp && options.Token.Length > 0)
        {
            services.AddGuildReviews();
        }

        if (options.IsGateway)
        {
            services.AddDiscordGateway(options.Token).AddHostedService<GatewayWorker>();
        }
    }

    /// <summary>What it takes to look at how Discord is set up. Needs a token.</summary>
    public static ServiceProvider Examining(TimeProvider time, DiscordOptions options, string? baseUrl) =>
        new ServiceCollection()
            .AddLogging()
            .AddSingleton(time)
            .AddSingleton<Randomness>(RandomNumberGenerator.Fill)
            .AddDiscordApi(options.Api, options.ApplicationId, options.Token)
            .AddDiscordDoctor(options.ApplicationId, options.PublicKey, options.Guilds, DeliveryOf(options, baseUrl))
            .BuildServiceProvider();

    private static Delivery DeliveryOf(DiscordOptions options, string? baseUrl) =>
        options.IsGateway ? new Delivery.Gateway() : new Delivery.Http(baseUrl);

    public static void MapDiscord(this WebApplication app)
    {
        var options = app.Services.GetRequiredService<IOptions<DiscordOptions>>().Value;
        if (!options.IsHttp)
        {
            return;
        }

        app.MapDiscordInteractions();
        if (options.Token.Length == 0)
        {
            NotRegistered(app.Logger);
        }
    }

    [LoggerMessage(
        LogLevel.Warning,
        "Discord is answered, but without `Discord:BotToken` its commands are not registered: people see only those that were registered before."
    )]
    private static partial void NotRegistered(ILogger logger);
}
