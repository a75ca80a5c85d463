using System.Security.Cryptography;
using Bot.Core.Communities;
using Bot.Core.Conversation;
using Bot.Core.Corrections;
using Bot.Core.Corrections.Watching;
using Bot.Core.Delivery;
using Bot.Core.Digests;
using Bot.Core.Journal;
using Bot.Core.Moderation.Cards;
using Bot.Core.Operating;
using Bot.Core.Replicas;
using Bot.Host.Paths;
using Bot.Storage;
using Microsoft.AspNetCore.DataProtection.KeyManagement;
using Microsoft.Extensions.Options;

namespace Bot.Host.Stores;

internal static partial class StoreServices
{
    private const string DefaultFile = "data/dateline.db";

    public static void AddStore(this WebApplicationBuilder builder, ProgramPaths paths)
    {
        var services = builder.Services;
        services.AddSingleton<OpenStore>(provider =>
            new(
                Find(
                    provider.GetRequiredService<IOptions<StoreOptions>>().Value,
                    paths,
                    provider.GetRequiredService<TimeProvider>(),
                    away => Log.NoLease(provider.GetRequiredService<ILogger<Store>>(), away.Message)
                )
            )
        );
        services.AddSingleton<Randomness>(RandomNumberGenerator.Fill);
        services.AddSingleton(provider => new KeptInMemory(provider.GetRequiredService<TimeProvider>()));
        services.AddKept(store => store.Journal, memory => memory.Journal);
        services.AddKept(store => store.People, memory => memory.People);
        services.AddKept(store => store.Communities, memory => memory.Communities);
        services.AddKept(store => store.SignInLinks, memory => memory.SignInLinks);
        services.AddKept(store => store.Receipts, memory => memory.Receipts);
        services.AddKept(store => store.SealKey, memory => memory.SealKey);
        services.AddKept(store => store.Corrections, memory => memory.Corrections);
        services.AddKept(store => store.Digests, memory => memory.Digests);
        services.AddKept(store => store.Slots, memory => memory.Slots);
        services.AddKept(store => store.Watches, memory => memory.Watches);
        services.AddKept(store => store.Cards, memory => memory.Cards);
        services.AddKept(store => store.Concerns, memory => memory.Concerns);
        services.AddKept(store => store.Leases, _ => SoleReplica.Instance);
        services.AddKept(store => store.Installations, memory => memory.Installations);
        services.AddSingleton<ISeal>(provider =>
        {
            // Read when something is first sealed, as the key ring is.
            var key = provider.GetRequiredService<ISealKey>();
            return new KeyedSeal(() => key.Key(CancellationToken.None).AsTask().GetAwaiter().GetResult());
        });
        services.AddKept<FrozenSince>(store => store.FrozenSince, _ => _ => ValueTask.FromResult<DateTimeOffset?>(null));
        services.AddKeyRing();
        services.AddHostedService(provider => new DerivingWorker(
            provider.GetRequiredService<OpenStore>().Store,
            provider.GetRequiredService<StoryKeeper>(),
            provider.GetRequiredService<TimeProvider>(),
            provider.GetRequiredService<NoteFault>()
        ));
        services.AddHostedService(provider => new CleaningWorker(
            provider.GetRequiredService<OpenStore>().Store,
            provider.GetRequiredService<StoryKeeper>(),
            provider.GetRequiredService<TimeProvider>(),
            provider.GetRequiredService<NoteFault>(),
            provider.GetRequiredService<ILogger<CleaningWorker>>()
        ));
    }

    /// <summary>The store that the settings name; null where all is kept in memory.</summary>
    /// <param name="away">Is told why the store cannot be asked for what only one replica may do.</param>
    public static Store? Find(StoreOptions options, ProgramPaths paths, TimeProvider time, Action<Exception>? away = null) =>
        options.Provider switch
        {
            StoreOptions.Sqlite => Store.Sqlite(File(options, paths), time),
            StoreOptions.Postgres => Store.Postgres(options.ConnectionString, time, away: away),
            _ => null,
        };

    /// <summary>The file of a store in one.</summary>
    public static string File(StoreOptions options, ProgramPaths paths) =>
        options.ConnectionString.Length > 0 ? paths.FromSettings(options.ConnectionString) : paths.Data(DefaultFile);

    private static void AddKept<T>(this IServiceCollection services, Func<Store, T> stored, Func<KeptInMemory, T> inMemory)
        where T : class =>
        services.AddSingleton(provider =>
            provider.GetRequiredService<OpenStore>().Store is { } store
                ? stored(store)
                : inMemory(provider.GetRequiredService<KeptInMemory>())
        );

    /// <summary>The key ring is read, and its first key made, when something is first sealed: not at the start.</summary>
    private static void AddKeyRing(this IServiceCollection services)
    {
        services.AddDataProtection(protection => protection.ApplicationDiscriminator = "dateline");
        services
            .AddOptions<KeyManagementOptions>()
            .Configure<OpenStore>(
                (keys, opened) => keys.XmlRepository = opened.Store is { } store ? new StoredKeys(store.ProtectionKeys) : new KeysInMemory()
            );
    }

    private static partial class Log
    {
        [LoggerMessage(
            LogLevel.Warning,
            "PostgreSQL cannot be asked which replica connects to Discord or Slack, so this one does not; it asks on. PostgreSQL 14 or newer is needed, and a connection for each of these. {Why}"
        )]
        public static partial void NoLease(ILogger logger, string why);
    }

    /// <summary>Closed with the service.</summary>
    private sealed class OpenStore(Store? store) : IAsyncDisposable
    {
        public Store? Store => store;

        public ValueTask DisposeAsync() => store?.DisposeAsync() ?? ValueTask.CompletedTask;
    }

    /// <summary>What stands in for the store where the settings want none.</summary>
    private sealed class KeptInMemory
    {
        public KeptInMemory(TimeProvider time)
        {
            Journal = new InMemoryJournal(time);
            var people = new InMemoryPeople(RandomNumberGenerator.Fill);
            var links = new InMemorySignInLinks(RandomNumberGenerator.Fill, time);
            var receipts = new InMemoryReceipts();
            var installations = new InMemoryInstallations(time);
            var digests = new InMemoryDigests();
            (People, SignInLinks, Receipts, Installations) = (people, links, receipts, installations);
            (Digests, Slots) = (digests, digests);
            var (watches, cards) = (new InMemoryWatches(), new InMemoryCards());
            (Corrections, Watches, Cards) = (new InMemoryCorrections(Journal, receipts), watches, cards);
            Communities = new InMemoryCommunities(
                time,
                (InMemoryJournal)Journal,
                people,
                links,
                receipts,
                installations,
                digests,
                watches,
                cards
            );
        }

        public IJournal Journal { get; }
        public IPeople People { get; }
        public ICommunities Communities { get; }
        public ISignInLinks SignInLinks { get; }
        public IReceipts Receipts { get; }
        public IInstallations Installations { get; }
        public ICorrections Corrections { get; }
        public IDigests Digests { get; }
        public ISlots Slots { get; }
        public IWatches Watches { get; }
        public ICards Cards { get; }
        public IConcerns Concerns { get; } = new InMemoryConcerns();
        public ISealKey SealKey { get; } = new InMemorySealKey(RandomNumberGenerator.Fill);
    }
}
