using Bot.Core.Communities;
using Bot.Core.Facts;
using Bot.Core.Journal;
using Bot.Host.Tests.Hosting;
using Bot.Storage;
using Microsoft.Data.Sqlite;
using Microsoft.Extensions.Time.Testing;

namespace Bot.Host.Tests.Stores;

/// <summary>What could not be cleaned up after an erasure is made up for by whoever runs the service next.</summary>
public sealed class CleaningTests
{
    private static readonly CommunityId Guild = new("discord:1");

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_service_that_starts_cleans_up_after_an_erasure_that_was_cut_short()
    {
        using var stories = new TemporaryStories("bridge");
        var file = Path.Combine(stories.Root, "data", "dateline.db");
        Directory.CreateDirectory(Path.GetDirectoryName(file)!);
        await EraseWhileRead(file);
        var copy = $"{file}.before-0002-something";
        await File.WriteAllTextAsync(copy, "A raft of barrels.", Cancellation);

        await using var host = await RunningHost.Start(
            stories,
            Cancellation,
            settings: [("Store:Provider", "sqlite"), ("Store:ConnectionString", file)]
        );

        while (File.Exists(copy))
        {
            await Task.Yield();
            Cancellation.ThrowIfCancellationRequested();
        }

        foreach (var kept in Directory.EnumerateFiles(Path.GetDirectoryName(file)!))
        {
            (await File.ReadAllBytesAsync(kept, Cancellation)).AsSpan().IndexOf("barrels"u8).ShouldBe(-1, kept);
        }
    }

    /// <summary>An erasure that cannot be cleaned up after, since somebody reads what was there before all the time.</summary>
    private static async Task EraseWhileRead(string file)
    {
        var time = new FakeTimeProvider(DateTimeOffset.UnixEpoch);
        await using (var store = Store.Sqlite(file, time))
        {
            (await store.Journal.Append(Hold("hold", "Were there barrels?", 0, []), Cancellation)).ShouldBeOfType<AppendResult.Appended>();
            await using var reader = new SqliteConnection($"Data Source={file};Pooling=False");
            await reader.OpenAsync(Cancellation);
            await using var reading = reader.BeginTransaction(deferred: true);
            await using var command = reader.CreateCommand();
            (command.Transaction, command.CommandText) = (reading, "SELECT count(*) FROM journal");
            await command.ExecuteScalarAsync(Cancellation);
            var erasing = store.Journal.Append(Hold("erase", "", 1, [1]), Cancellation).AsTask();
            while (!erasing.IsCompleted)
            {
                time.Advance(TimeSpan.FromMilliseconds(20));
                await Task.Yield();
            }

            (await erasing).ShouldBeOfType<AppendResult.Appended>();
        }

        SqliteConnection.ClearAllPools();
    }

    private static Append Hold(string command, string reason, long version, IReadOnlyList<long> blanks) =>
        new()
        {
            Command = new CommandId(command),
            Community = Guild,
            Story = new StorySlug("bridge"),
            By = new PersonKey("p1"),
            Reason = reason,
            Events =
            [
                new Proposed(
                    new StreamId("discord:1/bridge/fact/bridge-closed"),
                    version,
                    new StoryEvent.FactHeld(new FactId("bridge-closed"))
                ),
            ],
            Blanks = blanks,
        };
}
