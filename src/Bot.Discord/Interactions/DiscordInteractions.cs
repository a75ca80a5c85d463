using Bot.Core.Delivery;
using Bot.Core.Moderation;
using Bot.Discord.Api;
using Bot.Discord.Digests;
using Bot.Discord.Installs;
using Bot.Discord.Moderating;
using Bot.Discord.Pictures;
using Bot.Discord.Posts;
using Bot.Discord.Settings;
using Bot.Discord.Sharing;
using Bot.Discord.Wire;
using Bot.Wire;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;

namespace Bot.Discord.Interactions;

/// <summary>Adds Discord to the program.</summary>
public static class DiscordInteractions
{
    /// <summary>Where Discord sends what people do.</summary>
    public const string Path = "/discord/interactions";

    /// <summary>Where Discord tells which servers added the application.</summary>
    public const string Events = "/discord/events";

    /// <param name="publicKey">The application's, 64 hex digits.</param>
    public static IServiceCollection AddDiscordInteractions(this IServiceCollection services, string publicKey) =>
        services
            .AddInteractionAnswers()
            .AddSingleton(RequestSignature.Of(publicKey) ?? throw new ArgumentException("This is no public key.", nameof(publicKey)))
            .AddSingleton<SignedBody<RequestSignature>>()
            .AddSingleton<InteractionEndpoint>()
            .AddSingleton<EventEndpoint>();

    /// <summary>What HTTP and the Gateway answer with.</summary>
    internal static IServiceCollection AddInteractionAnswers(this IServiceCollection services) =>
        services
            .AddSingleton<ShareButtons>()
            .AddSingleton<WatchButtons>()
            .AddSingleton<PictureButton>()
            .AddSingleton<SettingsCard>()
            .AddSingleton<DigestCommands>()
            .AddSingleton<GuildModerators>()
            .AddSingleton<ModeratorAnswers>()
            .AddSingleton<InteractionHandler>()
            .AddSingleton<InteractionAnswers>();

    /// <summary>What is posted, and what is answered later. Needs <see cref="DiscordRequests.AddDiscordApi"/>.</summary>
    public static IServiceCollection AddDiscordPosts(this IServiceCollection services) =>
        services
            .AddSingleton<IMessageApi>(provider => provider.GetRequiredService<DiscordApi>())
            .AddSingleton<DiscordPlatform>()
            .AddSingleton<IPlatform>(provider => provider.GetRequiredService<DiscordPlatform>())
            .AddSingleton<IModerators, AskedModerators>()
            .AddSingleton<GiveAnswer>(provider =>
                (interaction, answer, cancellation) =>
                    provider.GetRequiredService<DiscordApi>().Answer(interaction.Id, interaction.Token, answer, cancellation)
            )
            .AddSingleton<ReplaceAnswer>(provider =>
                (token, finished, cancellation) =>
                    finished.Beside
                        ? provider
                            .GetRequiredService<DiscordApi>()
                            .Follow(token, FollowUp.Privately(finished.Message), cancellation, finished.Files)
                        : provider
                            .GetRequiredService<DiscordApi>()
                            .EditOriginal(token, MessageEdit.To(finished.Message), cancellation, finished.Files)
            )
            .AddSingleton<Afterwards>()
            .AddHostedService(provider => provider.GetRequiredService<Afterwards>());

    public static void MapDiscordInteractions(this IEndpointRouteBuilder endpoints)
    {
        endpoints
            .MapPost(Path, (RequestDelegate)(context => context.RequestServices.GetRequiredService<InteractionEndpoint>().Answer(context)))
            .ExcludeFromDescription();
        endpoints
            .MapPost(Events, (RequestDelegate)(context => context.RequestServices.GetRequiredService<EventEndpoint>().Answer(context)))
            .ExcludeFromDescription();
    }

    /// <summary>Whether a text is a public key: 64 hex digits that name a point of the curve.</summary>
    public static bool IsPublicKey(string text) => RequestSignature.Of(text) is not null;
}
