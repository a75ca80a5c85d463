using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.TestHost;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace Bot.Testing.Discord;

/// <summary>The stand-in behind HTTP: in the process of a test, or on a port.</summary>
public sealed class StandInServer : IAsyncDisposable
{
    private readonly WebApplication app;

    private StandInServer(WebApplication app) => this.app = app;

    /// <summary>What a client in the same process sends through.</summary>
    public HttpMessageHandler Door() => app.GetTestServer().CreateHandler();

    /// <summary>Where the API is, with a slash at its end.</summary>
    public Uri Api => new(new Uri(app.Urls.FirstOrDefault() ?? "http://discord.test"), $"{StandInDiscord.Base}/");

    /// <param name="more">What else is served.</param>
    public static Task<StandInServer> InProcess(StandInDiscord discord, Action<WebApplication>? more = null) =>
        Start(discord, web => web.UseTestServer(), more);

    /// <param name="url">With port 0 a free one is taken.</param>
    /// <param name="more">What else is served.</param>
    public static Task<StandInServer> On(string url, StandInDiscord discord, Action<WebApplication>? more = null) =>
        Start(discord, web => web.UseKestrel().UseUrls(url), more);

    public async ValueTask DisposeAsync()
    {
        await app.StopAsync();
        await app.DisposeAsync();
    }

    private static async Task<StandInServer> Start(StandInDiscord discord, Action<IWebHostBuilder> by, Action<WebApplication>? more)
    {
        var builder = WebApplication.CreateEmptyBuilder(new WebApplicationOptions());
        builder.Logging.ClearProviders();
        by(builder.WebHost);
        builder.Services.AddRoutingCore();
        var app = builder.Build();
        app.UseRouting();
        more?.Invoke(app);
        discord.Map(app);
        await app.StartAsync();
        return new StandInServer(app);
    }
}
