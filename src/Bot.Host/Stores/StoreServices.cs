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
        builder.Services.AddSingleton(provider => new OpenedStore(
            provider.GetRequiredService<IOptions<StoreOptions>>().Value,
            paths,
            provider.GetRequiredService<TimeProvider>()
        ));
        builder.Services.AddSingleton(provider => provider.GetRequiredService<OpenedStore>().Journal);
    }

    /// <summary>The store that the settings name.</summary>
    private sealed class OpenedStore : IAsyncDisposable
    {
        private readonly Store? store;

        public OpenedStore(StoreOptions options, ProgramPaths paths, TimeProvider time)
        {
            store = options.Provider switch
            {
                StoreOptions.Sqlite => Store.Sqlite(File(options, paths), time),
                StoreOptions.Postgres => Store.Postgres(options.ConnectionString, time),
                _ => null,
            };
            Journal = store?.Journal ?? new InMemoryJournal(time);
        }

        public IJournal Journal { get; }

        public ValueTask DisposeAsync() => store?.DisposeAsync() ?? ValueTask.CompletedTask;

        private static string File(StoreOptions options, ProgramPaths paths) =>
            options.ConnectionString.Length > 0 ? paths.FromSettings(options.ConnectionString) : paths.Data(DefaultFile);
    }
}
