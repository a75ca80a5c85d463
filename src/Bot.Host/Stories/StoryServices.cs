using Bot.Core.Conversation;
using Bot.Core.Facts;
using Bot.Core.Journal;
using Bot.Core.Moderation;
using Bot.Host.Paths;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Options;

namespace Bot.Host.Stories;

internal static class StoryServices
{
    public static void AddStories(this WebApplicationBuilder builder, ProgramPaths paths)
    {
        var services = builder.Services;
        services.TryAddSingleton(TimeProvider.System);
        services.AddSingleton(paths);
        services.AddSingleton<Shelf>();
        services.AddSingleton(provider => new StoryKeeper(
            provider.GetRequiredService<IJournal>(),
            provider.GetRequiredService<Shelf>(),
            provider.GetRequiredService<TimeProvider>(),
            paths.IsDevelopment,
            provider.GetRequiredService<IOptions<StoriesOptions>>().Value.Accept
        ));
        services.AddSingleton<Changes>();
        services.AddSingleton<Desk>();
        services.AddSingleton(provider => Files(provider.GetRequiredService<IOptions<StoriesOptions>>().Value, paths));
        services.TryAddSingleton<ReadStories>(provider => provider.GetRequiredService<StoryFiles>().Read);
        services.AddHostedService<StoryWorker>();
        services.AddHostedService<JournalWorker>();

        // Reading the stories and opening the listeners take their time side by side; /readyz tells when both are done.
        services.Configure<HostOptions>(host => host.ServicesStartConcurrently = true);
    }

    public static StoryFiles Files(StoriesOptions options, ProgramPaths paths) =>
        new(paths.FromSettings(options.Seeds), paths.FromSettings(options.Knowledge), StorySlug.TryParse(options.Default));
}
