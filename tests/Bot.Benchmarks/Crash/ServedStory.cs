using Bot.Benchmarks.Stores;
using Bot.Knowledge;
using Bot.Knowledge.Lexicons;
using Bot.Testing;

namespace Bot.Benchmarks.Crash;

/// <summary>The small story of the tests, as children serve it and as it is read beside them.</summary>
internal static class ServedStory
{
    private static readonly string Seeds = Repository.Folder("tests", "stories", "bridge", "seeds");
    private static readonly string Knowledge = Repository.Folder("tests", "stories", "bridge", "knowledge");

    public static LibraryResult Read() => Library.Read(Seeds, Knowledge, ShippedLexicon.Read());

    /// <summary>What a child is started with.</summary>
    public static IReadOnlyList<string> Settings(StoreKind store, string connection) =>
        [
            $"--Store:Provider={store.ToString().ToLowerInvariant()}",
            $"--Store:ConnectionString={connection}",
            $"--Stories:Seeds={Seeds}",
            $"--Stories:Knowledge={Knowledge}",
        ];
}
