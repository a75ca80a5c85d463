using Bot.Core.Communities;
using Bot.Slack.Api;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace Bot.Slack.Installs;

/// <summary>Adds to the program how the bot comes into workspaces: by one token of the settings, or by installations of their own.</summary>
public static class SlackInstalls
{
    /// <summary>Where an installation begins.</summary>
    public const string Begin = "/slack/install";

    /// <summary>Where Slack leads back to.</summary>
    public const string Back = "/slack/oauth";

    /// <summary>One workspace, by its token.</summary>
    public static IServiceCollection AddSlackWorkspace(this IServiceCollection services, string botToken) =>
        services
            .AddSpeaking()
            .AddSingleton<IBotTokens>(new SettingsToken(Credential.Bearer(botToken)))
            .AddHostedService(provider => new WorkspaceWorker(
                provider.GetRequiredService<SlackAppApi>(),
                Credential.Bearer(botToken),
                provider.GetRequiredService<ICommunities>(),
                provider.GetRequiredService<ILogger<WorkspaceWorker>>()
            ));

    /// <summary>Any number of workspaces, each by an installation. Needs a <see cref="ShowPage"/>, and data protection.</summary>
    /// <param name="command">The app's command, with its slash.</param>
    /// <param name="baseUrl">Where the world reaches this service.</param>
    public static IServiceCollection AddSlackInstalls(
        this IServiceCollection services,
        string clientId,
        string clientSecret,
        string command,
        string baseUrl
    )
    {
        var client = Credential.Client(clientId, clientSecret);
        return services
            .AddSpeaking()
            .AddSingleton<TokenSeal>()
            .AddSingleton<InstallState>()
            .AddSingleton(new InstallWords(command))
            .AddSingleton<IBotTokens>(provider => new WorkspaceTokens(
                provider.GetRequiredService<IInstallations>(),
                provider.GetRequiredService<TokenSeal>(),
                provider.GetRequiredService<SlackAppApi>(),
                client,
                provider.GetRequiredService<TimeProvider>(),
                provider.GetRequiredService<ILogger<WorkspaceTokens>>()
            ))
            .AddSingleton<DropTokens>(provider => new Removal(provider.GetRequiredService<IInstallations>()).Drop)
            .AddSingleton(provider => ActivatorUtilities.CreateInstance<Installer>(provider, client))
            .AddSingleton(provider => ActivatorUtilities.CreateInstance<InstallEndpoints>(provider, clientId, baseUrl));
    }

    public static void MapSlackInstalls(this IEndpointRouteBuilder endpoints)
    {
        endpoints
            .MapGet(Begin, (RequestDelegate)(context => context.RequestServices.GetRequiredService<InstallEndpoints>().Begin(context)))
            .ExcludeFromDescription();
        endpoints
            .MapGet(Back, (RequestDelegate)(context => context.RequestServices.GetRequiredService<InstallEndpoints>().Finish(context)))
            .ExcludeFromDescription();
    }
}
