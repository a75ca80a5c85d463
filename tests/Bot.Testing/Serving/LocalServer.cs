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
    private int underWay;

    private LocalServer(WebApplication app) => this.app = app;

    /// <summary>What a client in the same process sends through.</summary>
    public HttpMessageHandler Door() => new Counted(this) { InnerHandler = app.GetTestServer().CreateHandler() };

    /// <summary>
    /// Waits until everything that was asked through a door is answered: a test whose clock went on meanwhile would take a busy machine for a platform that answers after minutes.
    /// What is never answered is waited for half a second.
    /// </summary>
    public async Task Settle(CancellationToken cancellation)
    {
        for (var tries = 0; tries < 50 && Volatile.Read(ref underWay) > 0; tries++)
        {
            await Task.Delay(TimeSpan.FromMilliseconds(10), TimeProvider.System, cancellation);
        }
    }

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

    private sealed class Counted(LocalServer server) : DelegatingHandler
    {
        protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
        {
            Interlocked.Increment(ref server.underWay);
            try
            {
                return await base.SendAsync(request, cancellationToken);
            }
            finally
            {
                Interlocked.Decrement(ref server.underWay);
            }
        }
    }
}
