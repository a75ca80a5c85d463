using Bot.Host.Api;
using Bot.Host.Console;
using Bot.Host.Corrections;
using Bot.Host.Digests;
using Bot.Host.Discord;
using Bot.Host.Faults;
using Bot.Host.Health;
using Bot.Host.Limits;
using Bot.Host.Listeners;
using Bot.Host.Moderation;
using Bot.Host.Operating;
using Bot.Host.Paths;
using Bot.Host.Posts;
using Bot.Host.Settings;
using Bot.Host.Slack;
using Bot.Host.Stores;
using Bot.Host.Stories;
using Bot.Host.Telemetry;

namespace Bot.Host;

/// <summary>The service, put together. Tests and benchmarks start it through the same two calls.</summary>
public static class DatelineBuilder
{
    /// <exception cref="StartupRefusedException">A setting is wrong; every one that is wrong is named.</exception>
    public static WebApplicationBuilder AddDateline(this WebApplicationBuilder builder, ProgramPaths paths)
    {
        builder.AddSettings();
        builder.AddListeners();
        builder.AddHealth();
        builder.AddStore(paths);
        builder.AddStories(paths);
        builder.AddTelemetry();
        builder.AddAsking();
        builder.AddModeration();
        builder.AddLimits();
        builder.AddPosts();
        builder.AddDiscord();
        builder.AddSlack();
        builder.AddCorrections();
        builder.AddDigests();
        builder.AddCards();
        builder.AddOperator();
        builder.Services.AddConsole();
        return builder;
    }

    /// <remarks>Starting throws <see cref="StartupRefusedException"/> when the stories' files have mistakes.</remarks>
    public static WebApplication UseDateline(this WebApplication app)
    {
        app.UseFaultReports();
        app.UseListeners();
        app.UsePrivateKey();
        app.UseModeration();
        app.MapHealth();
        app.MapTelemetry();
        app.MapAsking();
        app.MapDiscord();
        app.MapSlack();
        app.MapSignInLinks();
        app.MapConsole();
        return app;
    }
}
