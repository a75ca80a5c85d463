using Bot.Core.Journal;
using Bot.Host.Paths;
using Bot.Storage;
using Microsoft.Extensions.Options;

namespace Bot.Host.Stores;

internal static class StoreServices
{
    private const string DefaultFile = "data/dateline.db";

    public static void AddStore(this WebApplicationBuilder builder, ProgramPaths paths)
    {
        builder.Services.AddSingleton<OpenStore>(provider =>
            new(Find(provider.GetRequiredService<IOptions<StoreOptions>>().Value, paths, provider.GetRequiredService<TimeProvider>()))
        );
        builder.Services.AddSingleton(provider =>
            provider.GetRequiredService<OpenStore>().Store?.Journal ?? new InMemoryJournal(provider.GetRequiredService<TimeProvider>())
        );
    }

    /// <summary>The store that the settings name; null where all is kept in memory.</summary>
    public static Store? Find(StoreOptions options, ProgramPaths paths, TimeProvider time) =>
        options.Provider switch
        {
            StoreOptions.Sqlite => Store.Sqlite(File(options, paths), time),
            StoreOptions.Postgres => Store.Postgres(options.ConnectionString, time),
            _ => null,
        };

    /// <summary>The file of a store in one.</summary>
    public static string File(StoreOptions options, ProgramPaths paths) =>
        options.ConnectionString.Length > 0 ? paths.FromSettings(options.ConnectionString) : paths.Data(DefaultFile);

    /// <summary>Closed with the service.</summary>
    private sealed class OpenStore(Store? store) : IAsyncDisposable
    {
        public Store? Store => store;

        public ValueTask DisposeAsync() => store?.DisposeAsync() ?? ValueTask.CompletedTask;
    }
}
