using System.Diagnostics;
using System.Globalization;
using Bot.Core.Communities;
using Bot.Core.Journal;
using Bot.Core.Questions;
using Bot.Storage;
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
        var (write, read, decoded, ready, paused, fold, build) = await Measure(events, cancellation);
        Console.WriteLine($"{events:N0} events of {events / Each:N0} communities over a base of {MadeAppends.Base.Facts.Count:N0} facts");
        Console.WriteLine($"  written in {write.TotalSeconds:0.0} s, {events / write.TotalSeconds:N0} a second, {Each} to an append");
        Console.WriteLine($"  ready after {ready.TotalSeconds:0.0} s, {events / ready.TotalSeconds:N0} events a second");
        Part("reading rows", read);
        Part("decoding", decoded - read);
        Part("folding", fold);
        Part("indexing", build - fold);
        Part("all else", ready - decoded - build);
        Console.WriteLine($"  of all that the collecting of memory held it up for {paused.TotalSeconds:0.0} s, {paused / ready:0%}");

        void Part(string what, TimeSpan time) => Console.WriteLine($"    {what, -14}{time.TotalSeconds, 6:0.0} s  {time / ready, 5:0%}");
    }

    private async Task<(
        TimeSpan Write,
        TimeSpan Read,
        TimeSpan Decoded,
        TimeSpan Ready,
        TimeSpan Paused,
        TimeSpan Fold,
        TimeSpan Build
    )> Measure(int events, CancellationToken cancellation)
    {
        var folder = Directory.CreateTempSubdirectory("dateline-replay-");
        var file = Path.Combine(folder.FullName, "dateline.db");
        try
        {
            var write = await Write(file, events, cancellation);
            var read = await Time(() => ReadRows(file, cancellation));
            await using var store = Store.Sqlite(file, TimeProvider.System);
            await store.Open();
            var decoded = await Time(() => Decode(store.Journal, cancellation));
            var shelf = new Shelf();
            var keeper = new StoryKeeper(store.Journal, shelf, TimeProvider.System, development: false);
            var before = GC.GetTotalPauseDuration();
            var ready = await Time(() => keeper.Load([MadeAppends.Base], lexicon, wanted: null, cancellation));
            var paused = GC.GetTotalPauseDuration() - before;
            var communities = Communities(events).Select(community => shelf.Story(shelf.Now, community)!).ToList();
            var fold = await Time(() =>
            {
                communities.ForEach(story => OverlayFold.Of(story.Below!, story.Own));
                return Task.CompletedTask;
            });
            var build = await Time(() =>
            {
                communities.ForEach(story => story.Below!.With(story.Community, story.Own));
                return Task.CompletedTask;
            });
            return (write, read, decoded, ready, paused, fold, build);
        }
        finally
        {
            SqliteConnection.ClearAllPools();
            folder.Delete(recursive: true);
        }
    }

    private async Task<TimeSpan> Write(string file, int events, CancellationToken cancellation)
    {
        await using var store = Store.Sqlite(file, TimeProvider.System);
        var keeper = new StoryKeeper(store.Journal, new Shelf(), TimeProvider.System, development: false);
        await keeper.Load([MadeAppends.Base], lexicon, wanted: null, cancellation);
        return await Time(async () =>
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

    private static async Task ReadRows(string file, CancellationToken cancellation)
    {
        await using var connection = new SqliteConnection($"Data Source={file}");
        await connection.OpenAsync(cancellation);
        await using var command = connection.CreateCommand();
        command.CommandText = "SELECT * FROM journal ORDER BY position";
        await using var reader = await command.ExecuteReaderAsync(cancellation);
        var row = new object[reader.FieldCount];
        while (reader.Read())
        {
            reader.GetValues(row);
        }
    }

    private static async Task Decode(IJournal journal, CancellationToken cancellation)
    {
        await foreach (var _ in journal.Read(0, cancellation)) { }
    }

    private static async Task<TimeSpan> Time(Func<Task> work)
    {
        GC.Collect();
        var started = Stopwatch.GetTimestamp();
        await work();
        return Stopwatch.GetElapsedTime(started);
    }
}
