using Bot.Benchmarks.Programs;
using Bot.Core.Facts;
using Bot.Core.Questions;
using Bot.Host;
using Bot.Host.Paths;
using Bot.Host.Stories;
using Bot.Knowledge;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace Bot.Benchmarks.Interactions;

/// <summary>The service as the program starts it, over a made story: answers Discord over HTTP, limits nobody, and keeps its journal in memory unless it is set up otherwise.</summary>
internal static class MadeService
{
    /// <param name="outside">What stands in for things outside.</param>
    public static async Task<(WebApplication Service, Uri Interactions)> Start(
        FactBook book,
        Lexicon lexicon,
        CancellationToken cancellation,
        Action<IServiceCollection>? outside = null,
        params (string Key, string Value)[] settings
    )
    {
        var address = $"http://127.0.0.1:{StartedProgram.FreePort()}";
        var builder = WebApplication.CreateBuilder(
            new WebApplicationOptions
            {
                ApplicationName = typeof(DatelineBuilder).Assembly.GetName().Name,
                ContentRootPath = AppContext.BaseDirectory,
            }
        );
        builder.Configuration.AddInMemoryCollection(
            new Dictionary<string, string?>
            {
                ["Urls"] = "http://127.0.0.1:0",
                ["Public:Urls"] = address,
                ["Store:Provider"] = "memory",
                ["Discord:Mode"] = "http",
                ["Limits:Off"] = "true",
                ["Discord:PublicKey"] = SigningKey.Public,
                ["Logging:LogLevel:Default"] = "Error",
                ["Logging:LogLevel:Microsoft.Hosting.Lifetime"] = "Error",
            }
        );
        builder.Configuration.AddInMemoryCollection(settings.Select(each => KeyValuePair.Create(each.Key, (string?)each.Value)));
        outside?.Invoke(builder.Services);
        builder.Services.AddSingleton<ReadStories>(() => new LibraryResult([book], lexicon, []));
        builder.AddDateline(new ProgramPaths(AppContext.BaseDirectory, Environment.CurrentDirectory, Repository: null));
        var service = builder.Build();
        service.UseDateline();
        await service.StartAsync(cancellation);
        return (service, new Uri($"{address}/discord/interactions"));
    }
}
