using Bot.Storage.Databases;
using Bot.Storage.Tests.Packed;
using Microsoft.Extensions.Time.Testing;

namespace Bot.Storage.Tests.Sqlite;

/// <summary>What was erased is in no byte of the store's files, while the store is open.</summary>
public sealed class SqliteErasedTests : IAsyncDisposable
{
    private readonly TemporaryFolder folder = new();
    private readonly Store store;

    public SqliteErasedTests() => store = Store.Sqlite(folder.File("dateline.db"), TimeProvider.System);

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    public async ValueTask DisposeAsync()
    {
        await store.DisposeAsync();
        folder.Dispose();
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task What_was_blanked_is_not_on_the_disk_any_more(bool packed)
    {
        var last = await Erased.Write(store.Journal, Erased.Guild, Cancel);
        await Pack(packed);
        Erased.FilesWith(folder.Path, Erased.Secret).ShouldNotBeEmpty();

        await Erased.Blank(store.Journal, Erased.Guild, last, Cancel);

        Erased.FilesWith(folder.Path, Erased.Secret).ShouldBeEmpty();
        Erased.FilesWith(folder.Path, Erased.Kept).ShouldNotBeEmpty();
        (await store.Verify(Cancel)).Problems.ShouldBeEmpty();
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task A_deleted_community_is_not_on_the_disk_any_more(bool packed)
    {
        await Erased.Write(store.Journal, Erased.Guild, Cancel);
        await Pack(packed);

        await store.Journal.Delete(Erased.Guild, Cancel);

        Erased.FilesWith(folder.Path, Erased.Secret).ShouldBeEmpty();
        Erased.FilesWith(folder.Path, Erased.Kept).ShouldBeEmpty();
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task While_others_read_it_is_erased_all_the_same(bool packed)
    {
        var last = await Erased.Write(store.Journal, Erased.Guild, Cancel);
        await Pack(packed);
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(Cancel);
        var reading = Enumerable.Range(0, 3).Select(_ => Task.Run(() => ReadOnAndOn(stop.Token), Cancel)).ToList();

        await Erased.Blank(store.Journal, Erased.Guild, last, Cancel);

        Erased.FilesWith(folder.Path, Erased.Secret).ShouldBeEmpty();
        await stop.CancelAsync();
        await Task.WhenAll(reading);
    }

    [Fact]
    public async Task A_copy_from_before_a_migration_goes_with_what_it_holds()
    {
        var last = await Erased.Write(store.Journal, Erased.Guild, Cancel);
        File.Copy(folder.File("dateline.db"), folder.File("dateline.db.before-0002-something"));
        await File.WriteAllTextAsync(folder.File("dateline.db-backup"), "of somebody else", Cancel);

        await Erased.Blank(store.Journal, Erased.Guild, last, Cancel);

        File.Exists(folder.File("dateline.db-backup")).ShouldBeTrue();
        File.Exists(folder.File("dateline.db.before-0002-something")).ShouldBeFalse();
    }

    [Fact]
    public async Task What_a_reader_kept_on_the_disk_is_cleaned_up_when_it_has_read_though_another_process_erased_it()
    {
        var time = new FakeTimeProvider(DateTimeOffset.UnixEpoch);
        await using var reader = Store.Sqlite(folder.File("dateline.db"), TimeProvider.System);
        await using (var erasing = Store.Sqlite(folder.File("dateline.db"), time))
        {
            var last = await Erased.Write(erasing.Journal, Erased.Guild, Cancel);
            await using var read = await (await reader.Opened()).OpenSnapshot(Cancel);
            await read.Read("SELECT position FROM journal LIMIT 1", row => row.GetInt64(0), Cancel);

            await Waited(Erased.Blank(erasing.Journal, Erased.Guild, last, Cancel), time);

            Erased.FilesWith(folder.Path, Erased.Secret).ShouldNotBeEmpty();
            (await Waited(erasing.CleanUp(Cancel), time))!.ShouldContain("somebody still reads the store as it was before");
        }

        await File.WriteAllTextAsync(folder.File("dateline.db.before-0002-something"), Erased.Secret, Cancel);
        (await store.CleanUp(Cancel)).ShouldBeNull();

        Erased.FilesWith(folder.Path, Erased.Secret).ShouldBeEmpty();
        await File.WriteAllTextAsync(folder.File("dateline.db.before-0002-something"), "of a later migration", Cancel);
        (await store.CleanUp(Cancel)).ShouldBeNull();
        File.Exists(folder.File("dateline.db.before-0002-something")).ShouldBeTrue();
    }

    /// <summary>Lets the time go by for as long as it waits.</summary>
    private static async Task<T> Waited<T>(Task<T> work, FakeTimeProvider time)
    {
        while (!work.IsCompleted)
        {
            time.Advance(TimeSpan.FromMilliseconds(20));
            await Task.Yield();
        }

        return await work;
    }

    /// <summary>Whole chunks, with the secret in all of them.</summary>
    private async Task Pack(bool packed)
    {
        if (packed)
        {
            await new PackedJournal(store, TimeProvider.System, size: 8).Pack(Cancel);
            var payloads = await (await store.Opened()).Read("SELECT payload FROM packed", row => row.GetFieldValue<byte[]>(0), Cancel);
            payloads.Count.ShouldBe(5);
            payloads.ShouldAllBe(payload => Erased.Holds(payload, Erased.Secret));
        }
    }

    private async Task ReadOnAndOn(CancellationToken stop)
    {
        while (!stop.IsCancellationRequested)
        {
            await foreach (var _ in store.Journal.Read(0, Cancel)) { }
        }
    }
}
