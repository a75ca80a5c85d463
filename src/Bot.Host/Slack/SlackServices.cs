using System.Net;
using System.Security.Cryptography;
using Bot.Core.Communities;
using Bot.Host.Listeners;
using Bot.Host.Posts;
using Bot.Slack.Api;
using Bot.Slack.Doctor;
using Bot.Slack.Events;
using Bot.Slack.Installs;
using Bot.Slack.SocketMode;
using Microsoft.Extensions.Options;

namespace Bot.Host.Slack;

internal static partial class SlackServices
{
    public static void AddSlack(this WebApplicationBuilder builder)
    {
        var options = builder.Configuration.GetSection("Slack").Get<SlackOptions>() ?? new SlackOptions();
        if (options.Mode == SlackOptions.Off)
        {
            return;
        }

        var services = builder.Services;
        services.AddSlackApi(options.Api).AddSlackEvents(options.Command);
        if (options.IsHttp)
        {
            services.AddSlackEndpoints(options.SigningSecret);
        }

        if (options.IsSocket)
        {
            services.AddSlackSockets(options.AppToken.Trim()).AddHostedService<SocketWorker>();
        }

        if (options.Speaks)
        {
            services.AddSlackPosts().AddHostedService<UnknownPosts>();
        }

        if (options.BotToken.Trim() is { Length: > 0 } token)
        {
            services.AddSlackWorkspace(token);
        }

        if (options.IsForMany)
        {
            services
                .AddSingleton<ShowPage>(Show)
                .AddSlackInstalls(options.ClientId, options.ClientSecret, options.Command, builder.Configuration["Public:BaseUrl"]!);
        }
    }

    /// <summary>What it takes to look at how Slack is set up. Needs a token, or the app's id and secret.</summary>
    public static ServiceProvider Examining(TimeProvider time, SlackOptions options, string? baseUrl) =>
        new ServiceCollection()
            .AddLogging()
            .AddSingleton(time)
            .AddSingleton<Randomness>(RandomNumberGenerator.Fill)
            .AddSlackApi(options.Api)
            .AddSlackDoctor(options.Setup(baseUrl))
            .BuildServiceProvider();

    public static void MapSlack(this WebApplication app)
    {
        var options = app.Services.GetRequiredService<IOptions<SlackOptions>>().Value;
        if (options.Mode == SlackOptions.Off)
        {
            return;
        }

        if (options.IsHttp)
        {
            app.MapSlackEndpoints();
        }

        if (options.IsForMany)
        {
            app.MapSlackInstalls();
        }

        if (!options.Speaks)
        {
            CannotPost(app.Logger);
        }
    }

    [LoggerMessage(
        LogLevel.Warning,
        "Slack is answered, but without `Slack:BotToken` nothing can be posted: mentions get no answer, there are no forms and no home page, and what is shared cannot be corrected."
    )]
    private static partial void CannotPost(ILogger logger);

    private static Task Show(HttpContext context, string title, string sentence, int status) =>
        BarePage.Show(title, $"<p>{WebUtility.HtmlEncode(sentence)}</p>", status).ExecuteAsync(context);
}
