using Bot.Core.Communities;
using Bot.Core.Conversation;
using Bot.Core.Replicas;
using Bot.Discord.Api;
using Bot.Discord.Interactions;
using Bot.Wire;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace Bot.Discord.Gateway;

/// <summary>Adds the Gateway to the program.</summary>
public static class GatewayServices
{
    /// <summary>What Discord tells of a large guild takes some megabytes.</summary>
    private const int LargestMessage = 32 * 1024 * 1024;

    /// <summary>Needs <see cref="DiscordRequests.AddDiscordApi"/>.</summary>
    public static IServiceCollection AddDiscordGateway(this IServiceCollection services, string token) =>
        services
            .AddInteractionAnswers()
            .AddSingleton<ITextSockets>(provider => new ClientSockets(LargestMessage, provider.GetRequiredService<TimeProvider>()))
            .AddSingleton<IGatewayApi, GatewayApi>()
            .AddSingleton<GatewayStatus>()
            .AddSingleton<IdentifyGate>()
            .AddSingleton<GatewayInteractions>()
            .AddSingleton<MentionAnswers>()
            .AddSingleton<GuildRoll>()
            .AddSingleton<GatewayEvents>()
            .AddSingleton(provider => new DiscordGateway(
                token,
                provider.GetRequiredService<ITextSockets>(),
                provider.GetRequiredService<IdentifyGate>(),
                provider.GetRequiredService<GatewayEvents>(),
                provider.GetRequiredService<GatewayStatus>(),
                provider.GetRequiredService<ILeases>(),
                provider.GetRequiredService<TimeProvider>(),
                provider.GetRequiredService<Randomness>(),
                provider.GetRequiredService<NoteFault>(),
                provider.GetRequiredService<ILoggerFactory>()
            ));
}
