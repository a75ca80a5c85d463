using System.Diagnostics;
using System.Globalization;
using Bot.Core.Communities;
using Bot.Core.Journal;
using Bot.Core.Questions;
using Bot.Storage;
using Bot.Storage.Databases;
using Bot.Storage.Packed;
using Bot.Storage.Subscribers;
using Microsoft.Data.Sqlite;

namespace Bot.Benchmarks.Journals;

/// <summary>From a journal on disk to stories that answer, and where the time goes.</summary>
internal sealed class Replay(Lexicon lexicon)
{
    private const int Each = 500;
    private const int AFact = 5;
    private const int WarmUp = 20_000;

    /// <summary>Memory is collected as the service collects it, which is settled when a process starts: so it is one of its own.</summary>
    public static async Task RunAsServiceDoes(int events, CancellationToken cancellation)
    {
        var start = new ProcessStartInfo("dotnet", [typeof(Replay).Assembly.Location, ReplayVerb.Verb, $"{events}"])
        {
            Environment = { ["DOTNET_gcServer"] = "1" },
        };
        using var process = Process.Start(start)!;
        await process.WaitForExitAsync(cancellation);
    }

    public async Task Run(int events, CancellationToken cancellation)
    {
        await Measure(WarmUp, cancellation);
        var measured = await Measure(events, cancellation);
        Console.WriteLine($"{events:N0} events of {events / Each:N0} communities over a base of {MadeAppends.Base.Facts.Count:N0} facts");
        Console.WriteLine($"  written in {measured.Write.Wall.TotalSeconds:0.0} s, {Each} to an append");
        Console.WriteLine(
            $"  packed in {measured.Pack}; {measured.Bytes.Packed / 1e6:N0} MB beside a file of {measured.Bytes.Rows / 1e6:N0} MB"
        );
        measured.FromRows.Show("rows alone");
        measured.FromPacked.Show("packed");
        Console.WriteLine($"  reading and decoding packed: {measured.FromPacked.Read.Beside(measured.FromRows.Read)}");
        Console.WriteLine($"  ready from packed: {measured.FromPacked.Ready.Beside(measured.FromRows.Ready)}");
    }

    private async Task<ReplayMeasured> Measure(int events, CancellationToken cancellation)
    {
        var folder = Directory.CreateTempSubdirectory("dateline-replay-");
        var file = Path.Combine(folder.FullName, "dateline.db");
        try
        {
            var write = await Write(file, events, cancellation);
            await using var store = Store.Sqlite(file, TimeProvider.System);
            await store.Open();
            var rowBytes = new FileInfo(file).Length;
            var fromRows = await Start(store, events, cancellation);
            var pack = await Cost.Of(() => Pack(store, cancellation));
            var fromPacked = await Start(store, events, cancellation);
            var packedBytes = await (await store.Opened()).Read(
                "SELECT sum(length(payload)) FROM packed",
                row => row.GetInt64(0),
                cancellation
            );
            return new ReplayMeasured(write, pack, fromRows, fromPacked, (rowBytes, packedBytes.Single()));
        }
        finally
        {
            SqliteConnection.ClearAllPools();
            folder.Delete(recursive: true);
        }
    }

    private async Task<ReplayedStart> Start(Store store, int events, CancellationToken cancellation)
    {
        var read = await Cost.Of(() => Read(store.Journal, cancellation));
        var shelf = new Shelf();
        var keeper = new StoryKeeper(store.Journal, shelf, TimeProvider.System, development: false);
        var ready = await Cost.Of(() => keeper.Load([MadeAppends.Base], lexicon, wanted: null, cancellation));
        var communities = Communities(events).Select(community => shelf.Story(shelf.Now, community)!).ToList();
        var fold = await Cost.Of(() =>
        {
            communities.ForEach(story => OverlayFold.Of(story.Below!, story.Own));
            return Task.CompletedTask;
        });
        var build = await Cost.Of(() =>
        {
            communities.ForEach(story => story.Below!.With(story.Community, story.Own));
            return Task.CompletedTask;
        });
        return new ReplayedStart(read, ready, fold, build);
    }

    private static async Task Pack(Store store, CancellationToken cancellation)
    {
        var packing = new Subscription(store.Opened, new Packing(), TimeProvider.System);
        while (await packing.Step(cancellation)) { }
    }

    private async Task<Cost> Write(string file, int events, CancellationToken cancellation)
    {
        await using var store = Store.Sqlite(file, TimeProvider.System);
        var keeper = new StoryKeeper(store.Journal, new Shelf(), TimeProvider.System, development: false);
        await keeper.Load([MadeAppends.Base], lexicon, wanted: null, cancellation);
        return await Cost.Of(async () =>
        {
            foreach (var community in Communities(events))
            {
                await store.Journal.Append(MadeAppends.Many(community, 0, Each, AFact), cancellation);
            }
        });
    }

    private static IEnumerable<CommunityId> Communities(int events) =>
        Enumerable
            .Range(0, events / Each)
            .Select(number => new CommunityId(string.Create(CultureInfo.InvariantCulture, $"discord:{number}")));

    private static async Task Read(IJournal journal, CancellationToken cancellation)
    {
        await foreach (var _ in journal.Read(0, cancellation)) { }
    }
}
