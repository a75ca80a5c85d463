using System.Net;
using System.Security.Cryptography;
using Bot.Core.Communities;
using Bot.Host.Listeners;
using Bot.Slack.Api;
using Bot.Slack.Doctor;
using Bot.Slack.Installs;
using Microsoft.Extensions.Options;

namespace Bot.Host.Slack;

internal static class SlackServices
{
    public static void AddSlack(this WebApplicationBuilder builder)
    {
        var options = builder.Configuration.GetSection("Slack").Get<SlackOptions>() ?? new SlackOptions();
        if (options.Mode == SlackOptions.Off)
        {
            return;
        }

        var services = builder.Services;
        services.AddSlackApi(options.Api);
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
        if (app.Services.GetRequiredService<IOptions<SlackOptions>>().Value is { Mode: not SlackOptions.Off, IsForMany: true })
        {
            app.MapSlackInstalls();
        }
    }

    private static Task Show(HttpContext context, string title, string sentence, int status) =>
        BarePage.Show(title, $"<p>{WebUtility.HtmlEncode(sentence)}</p>", status).ExecuteAsync(context);
}
