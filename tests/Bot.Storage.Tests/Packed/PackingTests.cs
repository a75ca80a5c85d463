using Bot.Core.Communities;
using Bot.Core.Journal;
using Bot.Storage.Communities;
using Bot.Storage.Databases;
using Bot.Storage.Journals;
using Bot.Storage.Packed;
using Bot.Storage.Subscribers;
using Bot.Storage.Tests.Subscribers;
using Bot.Testing.Model;

namespace Bot.Storage.Tests.Packed;

/// <summary>What is packed follows from the journal, is never more than the journal has, and is never needed.</summary>
public abstract class PackingTests
{
    private const int Size = 8;

    protected static CancellationToken Cancel => TestContext.Current.CancellationToken;

    /// <summary>Two replicas of one new store.</summary>
    private protected abstract Task<(Database Here, Database There)> Open();

    [Fact]
    public async Task Whole_chunks_are_packed_and_the_rest_stays_in_rows()
    {
        var (here, _) = await Open();
        var journal = Journal(here);
        await Erased.Write(journal, Erased.Guild, Cancel);
        await Erased.Append(journal, Erased.Guild, 40, Cancel);

        await Pack(here);

        (await Chunks(here)).ShouldBe([(1, 8), (9, 16), (17, 24), (25, 32), (33, 40)]);
        await ReadsAsItsRows(here);
        foreach (var after in new[] { 3L, 8, 39, 40, 41 })
        {
            (await All(journal, after))
                .Select(envelope => envelope.Position)
                .ShouldBe(Enumerable.Range(1, 41).Select(i => (long)i).Where(i => i > after));
        }
    }

    [Fact]
    public async Task An_erasure_takes_away_its_chunk_and_all_after_it_and_they_are_packed_again_without_it()
    {
        var (here, _) = await Open();
        var journal = Journal(here);
        await Erased.Write(journal, Erased.Team, Cancel);
        var last = await Erased.Write(journal, Erased.Guild, Cancel);
        await Pack(here);

        await Erased.Blank(journal, Erased.Guild, last, Cancel);

        (await Chunks(here)).ShouldBe([(1, 8), (9, 16), (17, 24), (25, 32), (33, 40)]);
        await Pack(here);
        (await Chunks(here)).Count.ShouldBe(10);
        (await All(journal, 40)).Count(envelope => envelope.Event is StoryEvent.Blanked).ShouldBe(40);
        await ReadsAsItsRows(here);
    }

    [Fact]
    public async Task A_community_that_is_deleted_is_in_no_chunk_whoever_deletes_it()
    {
        var (here, there) = await Open();
        await Erased.Write(Journal(here), Erased.Team, Cancel);
        foreach (var delete in new Func<CommunityId, CancellationToken, ValueTask>[] { Journal(there).Delete, Depart })
        {
            await Erased.Write(Journal(here), Erased.Guild, Cancel);
            await Pack(here);
            (await Packed(here)).Count(envelope => envelope.Community == Erased.Guild).ShouldBeGreaterThan(30);

            await delete(Erased.Guild, Cancel);

            (await Packed(here)).Count(envelope => envelope.Community == Erased.Guild).ShouldBe(0);
            await Pack(here);
            await ReadsAsItsRows(here);
        }

        async ValueTask Depart(CommunityId community, CancellationToken cancellation)
        {
            var communities = new SqlCommunities(() => Task.FromResult(there), TimeProvider.System);
            await communities.Left(community, cancellation);
            (await communities.Delete(community, DateTimeOffset.MaxValue, cancellation)).ShouldBeTrue();
        }
    }

    [Fact]
    public async Task What_is_erased_while_replicas_pack_is_in_no_chunk()
    {
        var (here, there) = await Open();
        for (var round = 0; round < 5; round++)
        {
            var last = await Erased.Write(Journal(here), new($"discord:{round}"), Cancel);
            var packing = new[] { here, there }.Select(replica => Task.Run(() => Pack(replica), Cancel)).ToList();

            await Erased.Blank(Journal(here), new($"discord:{round}"), last, Cancel);

            await Task.WhenAll(packing);
            await Pack(there);
            (await Packed(here)).Any(envelope => Told.Of(envelope).Contains(Erased.Secret, StringComparison.Ordinal)).ShouldBeFalse();
            await ReadsAsItsRows(here);
        }
    }

    [Fact]
    public async Task A_fault_between_packing_and_the_commit_leaves_things_as_they_were()
    {
        var (here, _) = await Open();
        await Erased.Write(Journal(here), Erased.Guild, Cancel);
        var subscription = new Subscription(() => Task.FromResult(here), new Failing(new Packing(Size)), TimeProvider.System);

        for (var chunk = 0; chunk < 5; chunk++)
        {
            await Should.ThrowAsync<FailedOnPurposeException>(() => subscription.Step(Cancel));
            (await Chunks(here)).Count.ShouldBe(chunk);
            await ReadsAsItsRows(here);
            (await subscription.Step(Cancel)).ShouldBeTrue();
            (await Chunks(here)).Count.ShouldBe(chunk + 1);
        }

        (await subscription.Step(Cancel)).ShouldBeFalse();
    }

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(100)]
    public async Task A_chunk_that_cannot_be_read_is_read_from_its_rows_and_packed_again(int brokenByte)
    {
        var (here, _) = await Open();
        var journal = Journal(here);
        await Erased.Write(journal, Erased.Guild, Cancel);
        await Pack(here);
        await Change(here, 16, payload => payload[brokenByte] ^= 1);

        await ReadsAsItsRows(here);
        (await journal.Verify(Cancel)).Problems.ShouldBeEmpty();
        (await All(journal)).Count.ShouldBe(40);

        await journal.DropUnreadable(Cancel);
        (await Chunks(here)).ShouldBe([(1, 8)]);
        await Pack(here);
        (await journal.Verify(Cancel)).Packed.ShouldBe(40);
    }

    [Fact]
    public async Task A_check_tells_what_is_packed_otherwise_than_its_rows_and_throws_it_away()
    {
        var (here, _) = await Open();
        var journal = Journal(here);
        await Erased.Write(journal, Erased.Guild, Cancel);
        await Pack(here);
        (await journal.Verify(Cancel)).Packed.ShouldBe(40);
        var packed = await Packed(here);
        var wrong = PackedEvents.Pack([.. packed.Skip(8).Take(8).Select(e => e.Position == 11 ? e with { Reason = "because" } : e)]);
        await Write(here, 16, wrong);

        (await journal.Verify(Cancel)).Problems.ShouldBe([
            "Positions 9 to 16 are packed otherwise than they stand in the journal, from position 11 on. The packed form is thrown away; the service makes it again.",
        ]);

        (await Chunks(here)).ShouldBe([(1, 8)]);
        (await journal.Verify(Cancel)).Problems.ShouldBeEmpty();
    }

    [Fact]
    public async Task Where_the_rows_do_not_hold_nothing_that_is_packed_is_thrown_away()
    {
        var (here, _) = await Open();
        var journal = Journal(here);
        await Erased.Write(journal, Erased.Guild, Cancel);
        await Pack(here);
        await using (var writing = await here.OpenToWrite(Cancel))
        {
            await writing.Run("UPDATE journal SET payload = ' ' WHERE position = 3", Cancel);
            await writing.Commit(Cancel);
        }

        (await journal.Verify(Cancel)).Problems.ShouldBe([
            "The content of position 3 is not what was written.",
            "Positions 1 to 8 are packed otherwise than they stand in the journal, from position 3 on.",
        ]);
        (await Chunks(here)).Count.ShouldBe(5);
    }

    private static SqlJournal Journal(Database database) => new(() => Task.FromResult(database), TimeProvider.System);

    private static async Task Pack(Database database)
    {
        var subscription = new Subscription(() => Task.FromResult(database), new Packing(Size), TimeProvider.System);
        while (await subscription.Step(Cancel)) { }
    }

    private static async Task<List<(long, long)>> Chunks(Database database) =>
        await database.Read("SELECT first, last FROM packed ORDER BY last", row => (row.GetInt64(0), row.GetInt64(1)), Cancel);

    private static async Task<List<Envelope>> Packed(Database database)
    {
        var payloads = await database.Read("SELECT payload FROM packed ORDER BY last", row => row.GetFieldValue<byte[]>(0), Cancel);
        return [.. payloads.SelectMany(payload => PackedEvents.Unpack(payload)!)];
    }

    private static async Task ReadsAsItsRows(Database database)
    {
        await using var connection = await database.OpenToRead(Cancel);
        await using var command = connection.CreateCommand();
        var rows = await JournalRows.Read(command, 0, int.MaxValue, Cancel);

        var read = await All(Journal(database));

        read.Select(Told.Of).ShouldBe(rows.Select(row => Told.Of(row.Open())));
    }

    private static async Task<List<Envelope>> All(IJournal journal, long after = 0)
    {
        var read = new List<Envelope>();
        await foreach (var envelope in journal.Read(after, Cancel))
        {
            read.Add(envelope);
        }

        return read;
    }

    private static async Task Change(Database database, long last, Action<byte[]> change)
    {
        var payload = (await PackedChunk.Find(database, last - 1, Cancel))!.Payload;
        change(payload);
        await Write(database, last, payload);
    }

    private static async Task Write(Database database, long last, byte[] payload)
    {
        await using var writing = await database.OpenToWrite(Cancel);
        await writing.Run("UPDATE packed SET payload = @payload WHERE last = @last", Cancel, ("payload", payload), ("last", last));
        await writing.Commit(Cancel);
    }

    /// <summary>Fails every second time, after it packed.</summary>
    private sealed class Failing(ISubscriber packing) : ISubscriber
    {
        private bool fails;

        public string Name => packing.Name;

        public IReadOnlyList<string> Tables => packing.Tables;

        public int? Whole => packing.Whole;

        public async Task Apply(JournalPage page, Transaction writing, CancellationToken cancellation)
        {
            await packing.Apply(page, writing, cancellation);
            fails = !fails;
            if (fails)
            {
                throw new FailedOnPurposeException();
            }
        }
    }
}
