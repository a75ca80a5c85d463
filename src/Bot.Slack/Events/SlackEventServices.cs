using Bot.Core.Delivery;
using Bot.Core.Moderation;
using Bot.Slack.Asking;
using Bot.Slack.Digests;
using Bot.Slack.Home;
using Bot.Slack.Moderating;
using Bot.Slack.Pictures;
using Bot.Slack.Posts;
using Bot.Slack.Settings;
using Bot.Slack.Sharing;
using Bot.Slack.SocketMode;
using Bot.Wire;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;

namespace Bot.Slack.Events;

/// <summary>Adds to the program what answers Slack.</summary>
public static class SlackEventServices
{
    /// <summary>What HTTP and sockets answer with. Needs what answers at the addresses that come along.</summary>
    /// <param name="command">The one command under which everything is a word, with its slash.</param>
    public static IServiceCollection AddSlackEvents(this IServiceCollection services, string command) =>
        services
            .AddSingleton(new SlackNames(command))
            .AddSingleton<Admins>()
            .AddSingleton<LaterAnswers>()
            .AddSingleton<FormWindows>()
            .AddSingleton<ShareButtons>()
            .AddSingleton<WatchButtons>()
            .AddSingleton<PictureButton>()
            .AddSingleton<Replies>()
            .AddSingleton<ChosenModerators>()
            .AddSingleton<ModeratorMenus>()
            .AddSingleton<PeopleNames>()
            .AddSingleton<SettingsCard>()
            .AddSingleton<WorkspaceModerators>()
            .AddSingleton<IModerators>(provider => provider.GetRequiredService<WorkspaceModerators>())
            .AddSingleton<ModeratorAnswers>()
            .AddSingleton<AskForm>()
            .AddSingleton<CommandHandler>()
            .AddSingleton<InteractionHandler>()
            .AddSingleton<WorkspaceEvents>()
            .AddSingleton<SlackEvents>()
            .AddSingleton<ISlackEvents>(provider => provider.GetRequiredService<SlackEvents>())
            .AddSingleton<DoAfterwards>(provider => provider.GetRequiredService<SlackEvents>().Begin)
            .AddHostedService(provider => provider.GetRequiredService<SlackEvents>());

    /// <summary>What is posted. Needs workspaces to post in: see <see cref="Installs.SlackInstalls"/>.</summary>
    public static IServiceCollection AddSlackPosts(this IServiceCollection services) =>
        services
            .AddSingleton<SlackPlatform>()
            .AddSingleton<DigestCommands>()
            .AddSingleton<IPlatform>(provider => provider.GetRequiredService<SlackPlatform>())
            .AddSingleton<MentionAnswers>()
            .AddSingleton<HomePage>();

    /// <summary>Where Slack sends to over HTTP.</summary>
    /// <param name="signingSecret">The app's: what is not signed with it is refused.</param>
    public static IServiceCollection AddSlackEndpoints(this IServiceCollection services, string signingSecret) =>
        services
            .AddSingleton(new RequestSignature(signingSecret))
            .AddSingleton<SignedBody<RequestSignature>>()
            .AddSingleton<SlackEndpoints>();

    public static void MapSlackEndpoints(this IEndpointRouteBuilder endpoints)
    {
        Map(endpoints, SlackPaths.Commands, (slack, context) => slack.Command(context));
        Map(endpoints, SlackPaths.Interactions, (slack, context) => slack.Interaction(context));
        Map(endpoints, SlackPaths.Events, (slack, context) => slack.Event(context));
    }

    private static void Map(IEndpointRouteBuilder endpoints, string path, Func<SlackEndpoints, HttpContext, Task> answer) =>
        endpoints
            .MapPost(path, (RequestDelegate)(context => answer(context.RequestServices.GetRequiredService<SlackEndpoints>(), context)))
            .ExcludeFromDescription();
}
