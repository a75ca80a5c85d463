using System.Text;
using Bot.Core.Communities;
using Bot.Core.Journal;
using Bot.Knowledge;
using Bot.Storage;
using Bot.Testing.Model;

namespace Bot.Benchmarks.Crash;

/// <summary>Looks into the store that a killed child left.</summary>
internal static class StoreCheck
{
    /// <param name="told">By community, the hash of what the child said it had, as long as nothing was changed since.</param>
    /// <returns>What is wrong.</returns>
    public static async Task<IReadOnlyList<string>> Problems(
        Store store,
        LibraryResult files,
        Ledger ledger,
        IReadOnlyDictionary<string, string> told,
        DirectoryInfo folder
    )
    {
        var problems = (await store.Verify(CancellationToken.None)).Problems.ToList();
        var commands = new Dictionary<(string, string), List<long>>();
        await foreach (var envelope in store.Journal.Read(0, CancellationToken.None))
        {
            var key = (envelope.Community.Value, envelope.Command.Value);
            commands.TryAdd(key, []);
            commands[key].Add(envelope.Position);
        }

        problems.AddRange(
            commands
                .Where(command => command.Value[^1] - command.Value[0] != command.Value.Count - 1)
                .Select(command => $"{command.Key} stands at {string.Join(", ", command.Value)}.")
        );
        problems.AddRange(
            ledger
                .Done.Where(done =>
                    !commands.TryGetValue((done.Asked.Community, done.Asked.Delivery), out var at)
                    || (at[0], at[^1]) != (done.First, done.Last)
                )
                .Select(done => $"{done.Asked.Delivery} of {done.Asked.Community} was acknowledged at {done.First}, and is not there.")
        );

        var shelf = new Shelf();
        var keeper = new StoryKeeper(store.Journal, shelf, TimeProvider.System, development: false);
        problems.AddRange(
            (await keeper.Load(files.Books, files.Lexicon, null, CancellationToken.None)).Select(problem => problem.ToString())
        );
        problems.AddRange(
            told.Where(community => HashChain.Content(Told.Of(shelf, new CommunityId(community.Key))) != community.Value)
                .Select(community => $"What {community.Key} was given is not what a fold from nothing gives.")
        );
        problems.AddRange(ledger.Done.Where(done => done.Asked.Kind == "erase").SelectMany(done => Left(folder, done.Asked)));
        return problems;
    }

    /// <summary>The files that still hold what was erased.</summary>
    private static IEnumerable<string> Left(DirectoryInfo folder, WireLine erase)
    {
        var text = Encoding.UTF8.GetBytes(Requests.Of(erase.Community, erase.Fact));
        return folder
            .EnumerateFiles("*", SearchOption.AllDirectories)
            .Where(file => Bytes(file).AsSpan().IndexOf(text) >= 0)
            .Select(file => $"What {erase.Delivery} erased is still in {file.Name}.");
    }

    private static byte[] Bytes(FileInfo file)
    {
        using var stream = file.Open(FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete);
        using var copy = new MemoryStream();
        stream.CopyTo(copy);
        return copy.ToArray();
    }
}
