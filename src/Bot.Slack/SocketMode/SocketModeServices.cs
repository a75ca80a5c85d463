using Bot.Core.Communities;
using Bot.Core.Conversation;
using Bot.Core.Replicas;
using Bot.Slack.Api;
using Bot.Wire;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Logging;

namespace Bot.Slack.SocketMode;

/// <summary>Adds Socket Mode to the program.</summary>
public static class SocketModeServices
{
    /// <summary>A form with all that is in it takes some hundred thousand bytes.</summary>
    private const int LargestMessage = 4 * 1024 * 1024;

    /// <summary>A connection that does not answer is found within half a minute.</summary>
    private static readonly Pings Pings = new(Every: TimeSpan.FromSeconds(10), Within: TimeSpan.FromSeconds(20));

    /// <summary>Needs <see cref="SlackRequests.AddSlackApi"/>, and what answers over HTTP.</summary>
    /// <param name="appToken">The app-level token.</param>
    public static IServiceCollection AddSlackSockets(this IServiceCollection services, string appToken)
    {
        services.TryAddKeyedSingleton<ITextSockets>(
            SlackRequests.Door,
            (provider, _) => new ClientSockets(LargestMessage, provider.GetRequiredService<TimeProvider>(), Pings)
        );
        return services
            .AddSingleton<SocketModeStatus>()
            .AddSingleton<SocketEvents>()
            .AddSingleton(provider => new SlackSockets(
                () => Runner(provider, appToken),
                provider.GetRequiredService<SocketEvents>(),
                provider.GetRequiredService<SocketModeStatus>(),
                provider.GetRequiredService<ILeases>(),
                provider.GetRequiredService<TimeProvider>(),
                provider.GetRequiredService<ILogger<SlackSockets>>()
            ));
    }

    private static SocketRunner Runner(IServiceProvider provider, string appToken) =>
        new(
            new SocketSession(SlackSockets.AppOf(appToken), provider.GetRequiredService<Randomness>()),
            cancellation => provider.GetRequiredService<SlackAppApi>().OpenSocket(Credential.Bearer(appToken), cancellation),
            provider.GetRequiredKeyedService<ITextSockets>(SlackRequests.Door),
            provider.GetRequiredService<SocketEvents>().Take,
            provider.GetRequiredService<SocketModeStatus>(),
            provider.GetRequiredService<TimeProvider>(),
            provider.GetRequiredService<NoteFault>(),
            provider.GetRequiredService<ILogger<SocketRunner>>()
        );
}
