using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.TestHost;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace Bot.Testing.Serving;

/// <summary>A stand-in behind HTTP: in the process of a test, or on a port.</summary>
public sealed class LocalServer : IAsyncDisposable
{
    private readonly WebApplication app;

    private LocalServer(WebApplication app) => this.app = app;

    /// <summary>What a client in the same process sends through.</summary>
    public HttpMessageHandler Door() => app.GetTestServer().CreateHandler();

    /// <summary>Null where it is in the process.</summary>
    public Uri? Address => app.Urls.FirstOrDefault() is { } url ? new Uri(url) : null;

    public static Task<LocalServer> InProcess(Action<WebApplication> serve) => Start(serve, web => web.UseTestServer());

    /// <param name="url">With port 0 a free one is taken.</param>
    public static Task<LocalServer> On(string url, Action<WebApplication> serve) => Start(serve, web => web.UseKestrel().UseUrls(url));

    public async ValueTask DisposeAsync()
    {
        await app.StopAsync();
        await app.DisposeAsync();
    }

    private static async Task<LocalServer> Start(Action<WebApplication> serve, Action<IWebHostBuilder> by)
    {
        var builder = WebApplication.CreateEmptyBuilder(new WebApplicationOptions());
        builder.Logging.ClearProviders();
        by(builder.WebHost);
        builder.Services.AddRoutingCore();
        var app = builder.Build();
        app.UseRouting();
        serve(app);
        await app.StartAsync();
        return new LocalServer(app);
    }
}
