using Bot.Host.Paths;
using Bot.Testing;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace Bot.Host.Tests.Hosting;

/// <summary>The real service in this process, on a port of its own, with real connections.</summary>
internal sealed class RunningHost : IAsyncDisposable
{
    private readonly WebApplication app;

    private RunningHost(WebApplication app, CollectedLog log)
    {
        (this.app, Log) = (app, log);
        Address = new Uri(app.Urls.First());
        Client = new HttpClient(new SocketsHttpHandler { AllowAutoRedirect = false }) { BaseAddress = Address };
    }

    public Uri Address { get; }

    public HttpClient Client { get; }

    public CollectedLog Log { get; }

    public IServiceProvider Services => app.Services;

    /// <param name="development">As if started inside the repository: edited files make local editions.</param>
    public static Task<RunningHost> Start(
        TemporaryStories stories,
        CancellationToken cancellation,
        TimeProvider? time = null,
        bool development = false,
        params (string Key, string Value)[] settings
    ) => Start(stories, _ => { }, cancellation, time, development, settings);

    /// <param name="outside">What stands in for things outside.</param>
    public static async Task<RunningHost> Start(
        TemporaryStories stories,
        Action<IServiceCollection> outside,
        CancellationToken cancellation,
        TimeProvider? time = null,
        bool development = false,
        params (string Key, string Value)[] settings
    )
    {
        var log = new CollectedLog();
        var built = Build(stories, log, outside, time ?? TimeProvider.System, development, settings);
        try
        {
            await built.StartAsync(cancellation);
            return new RunningHost(built, log);
        }
        catch
        {
            await built.DisposeAsync();
            throw;
        }
    }

    public async ValueTask DisposeAsync()
    {
        Client.Dispose();
        await app.StopAsync();
        await app.DisposeAsync();
    }

    private static WebApplication Build(
        TemporaryStories stories,
        CollectedLog log,
        Action<IServiceCollection> outside,
        TimeProvider time,
        bool development,
        (string Key, string Value)[] settings
    )
    {
        var builder = WebApplication.CreateBuilder(
            new WebApplicationOptions
            {
                ApplicationName = typeof(DatelineBuilder).Assembly.GetName().Name,
                ContentRootPath = AppContext.BaseDirectory,
            }
        );
        var given = new Dictionary<string, string?>
        {
            ["Urls"] = "http://127.0.0.1:0",
            ["Store:Provider"] = "memory",
            ["Stories:Seeds"] = stories.Seeds,
            ["Stories:Knowledge"] = stories.Knowledge,
        };
        foreach (var (key, value) in settings)
        {
            given[key] = value;
        }

        builder.Configuration.AddInMemoryCollection(given);
        builder.Logging.ClearProviders().AddProvider(log).SetMinimumLevel(LogLevel.Trace);
        builder.Services.AddSingleton(time);
        builder.AddDateline(new ProgramPaths(AppContext.BaseDirectory, stories.Root, development ? stories.Root : null));
        outside(builder.Services);
        var built = builder.Build();
        built.UseDateline();
        return built;
    }
}
