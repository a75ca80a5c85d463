using Bot.Core.Communities;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Logging;

namespace Bot.Slack.Api;

/// <summary>Adds what is asked of Slack to the program.</summary>
public static class SlackRequests
{
    /// <summary>The key of the <see cref="HttpMessageHandler"/> that all requests to Slack go through; another one can be registered before.</summary>
    public const string Door = "slack";

    /// <summary>What takes no token of a workspace; with <see cref="Installs.SlackInstalls"/> what does, too.</summary>
    /// <param name="api">With a slash at its end.</param>
    public static IServiceCollection AddSlackApi(this IServiceCollection services, Uri api)
    {
        services.TryAddKeyedSingleton<HttpMessageHandler>(
            Door,
            (_, _) =>
                new SocketsHttpHandler
                {
                    AllowAutoRedirect = false,
                    UseCookies = false,
                    PooledConnectionLifetime = TimeSpan.FromMinutes(5),
                }
        );
        return services
            .AddSingleton(provider => new SlackClient(
                provider.GetRequiredKeyedService<HttpMessageHandler>(Door),
                api,
                provider.GetRequiredService<TimeProvider>(),
                provider.GetRequiredService<Randomness>(),
                provider.GetRequiredService<ILogger<SlackClient>>()
            ))
            .AddSingleton<SlackAppApi>()
            .AddSingleton<Responses>()
            .AddSingleton<RespondTo>(provider => provider.GetRequiredService<Responses>().Respond)
            .AddSingleton<DropTokens>((_, _, _) => ValueTask.FromResult(true));
    }

    /// <summary>What is asked in the name of workspaces. Needs <see cref="IBotTokens"/>.</summary>
    internal static IServiceCollection AddSpeaking(this IServiceCollection services) =>
        services.AddSingleton<SlackApi>().AddSingleton<ISlackApi>(provider => provider.GetRequiredService<SlackApi>());
}
