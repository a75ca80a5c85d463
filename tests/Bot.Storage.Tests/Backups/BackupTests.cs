using Bot.Core.Communities;
using Bot.Core.Delivery;
using Bot.Core.Facts;
using Bot.Core.Journal;
using Bot.Storage.Sqlite;
using Bot.Storage.Tests.Packed;
using Microsoft.Data.Sqlite;
using Microsoft.Extensions.Time.Testing;

namespace Bot.Storage.Tests.Backups;

/// <summary>A backup is taken while the service goes on, and a store that is put back to one keeps what was erased since erased.</summary>
public abstract class BackupTests : IDisposable
{
    private readonly TemporaryFolder folder = new();

    protected static CancellationToken Cancel => TestContext.Current.CancellationToken;

    protected FakeTimeProvider Time { get; } = new(new DateTimeOffset(2026, 3, 2, 9, 0, 0, TimeSpan.Zero));

    private string File => folder.File("taken.db");

    /// <summary>A way to open the same store again and again; empty at first.</summary>
    /// <param name="folder">Gone after the test.</param>
    protected abstract Task<Func<Store>> Make(string folder);

    public void Dispose()
    {
        folder.Dispose();
        GC.SuppressFinalize(this);
    }

    [Fact]
    public async Task A_store_that_is_lost_comes_back_whole()
    {
        var (one, other) = (await Make(folder.Path), await Make(folder.Path));
        IReadOnlyList<string> events;
        PersonKey ann;
        await using (var store = one())
        {
            await Fill(store);
            ann = await store.People.Key(Erased.Guild, new UserId("ann"), Cancel);
            events = await Events(store);
            await store.BackUp(File, Cancel);
        }

        await using var back = other();
        var restored = await Restore(back);

        restored.Events.ShouldBe(80);
        restored.PresentPosition.ShouldBe(0);
        restored.Erasures.ShouldBe(0);
        restored.LastEventAt.ShouldBe(Time.GetUtcNow());
        (await Events(back)).SkipLast(1).ShouldBe(events);
        (await back.Verify(Cancel)).Problems.ShouldBeEmpty();
        (await back.People.User(Erased.Guild, ann, Cancel)).ShouldBe(new UserId("ann"));
        (await back.Communities.All(Cancel)).Select(community => community.Id).ShouldBe([Erased.Guild, Erased.Team]);
        (await back.ProtectionKeys.All(Cancel)).ShouldBe(["<key/>"]);
        await Erased.Append(back.Journal, Erased.Guild, 40, Cancel);
        (await back.Verify(Cancel)).Problems.ShouldBeEmpty();
    }

    [Fact]
    public async Task A_backup_that_is_taken_while_others_write_is_of_one_moment()
    {
        var make = await Make(folder.Path);
        await using var store = make();
        await Fill(store);
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(Cancel);
        var writing = Task.Run(
            async () =>
            {
                for (var version = 40; !stop.IsCancellationRequested; version++)
                {
                    await Erased.Append(store.Journal, Erased.Guild, version, Cancel);
                }
            },
            Cancel
        );
        for (var i = 0; i < 3; i++)
        {
            var taken = await store.BackUp(folder.File($"taken{i}.db"), Cancel);

            taken.Events.ShouldBe(taken.Position);
            taken.Rows["journal"].ShouldBe(taken.Events);
        }

        await stop.CancelAsync();
        await writing;
    }

    [Fact]
    public async Task A_backup_is_one_file_for_its_owner_alone_and_is_listed_by_name()
    {
        var make = await Make(folder.Path);
        await using var store = make();
        await Fill(store);
        var before = Directory.GetFileSystemEntries(folder.Path).ToList();

        var taken = await store.BackUp(File, Cancel);

        Directory.GetFileSystemEntries(folder.Path).Except(before).ShouldBe([File]);
        if (!OperatingSystem.IsWindows())
        {
            System.IO.File.GetUnixFileMode(File).ShouldBe(UnixFileMode.UserRead | UnixFileMode.UserWrite);
        }

        (await Read("SELECT file || ' ' || position FROM backup")).ShouldBe($"taken.db {taken.Position}");
        (await Read("PRAGMA journal_mode")).ShouldBe("delete");
        await store.BackUp(folder.File("second.db"), Cancel);
        (await Read("SELECT group_concat(file) FROM backup", folder.File("second.db"))).ShouldBe("taken.db,second.db");
    }

    [Fact]
    public async Task A_backup_overwrites_nothing()
    {
        await System.IO.File.WriteAllTextAsync(File, "mine", Cancel);
        var make = await Make(folder.Path);
        await using var store = make();

        var refused = await Should.ThrowAsync<StoreRefusedException>(() => store.BackUp(File, Cancel));

        refused.Message.ShouldBe($"There is a file '{File}' already: name another one.");
        (await System.IO.File.ReadAllTextAsync(File, Cancel)).ShouldBe("mine");
    }

    [Fact]
    public async Task What_was_erased_forgotten_or_deleted_since_is_not_brought_back()
    {
        var make = await Make(folder.Path);
        PersonKey jane;
        await using (var store = make())
        {
            await Fill(store);
            jane = await store.People.Key(Erased.Team, new UserId(Erased.Secret), Cancel);
            await store.People.Key(Erased.Team, new UserId("ann"), Cancel);
            await store.BackUp(File, Cancel);
            Time.Advance(TimeSpan.FromDays(1));
            await store.Communities.Left(Erased.Guild, Cancel);
            await store.Communities.Delete(Erased.Guild, Time.GetUtcNow(), Cancel);
            await store.People.Forget(new UserId(Erased.Secret), null, Cancel);
            await Erased.Blank(store.Journal, Erased.Team, 80, Cancel);
        }

        await using var back = make();
        var restored = await Restore(back);

        restored.Erasures.ShouldBe(42);
        restored.PresentPosition.ShouldBe(82);
        (await back.People.User(Erased.Team, jane, Cancel)).ShouldBeNull();
        (await back.Communities.All(Cancel)).ShouldHaveSingleItem().Id.ShouldBe(Erased.Team);
        (await Events(back)).SkipLast(1).ShouldBe(Enumerable.Repeat("blanked", 40));
        (await back.Verify(Cancel)).Problems.ShouldBeEmpty();
        Erased.FilesWith(folder.Path, Erased.Secret).ShouldBe(["taken.db"]);

        // And a backup of what was restored knows it as well.
        System.IO.File.Delete(File);
        await back.BackUp(File, Cancel);
        Erased.FilesWith(folder.Path, Erased.Secret).ShouldBeEmpty();
        await back.DisposeAsync();
        (await Restore(make())).Erasures.ShouldBe(0);
    }

    [Fact]
    public async Task A_community_that_came_back_after_it_was_deleted_is_not_deleted_again()
    {
        var make = await Make(folder.Path);
        await using (var store = make())
        {
            await Fill(store);
            await store.Communities.Left(Erased.Guild, Cancel);
            await store.Communities.Delete(Erased.Guild, Time.GetUtcNow(), Cancel);
            await Erased.Write(store.Journal, Erased.Guild, Cancel);
            await store.BackUp(File, Cancel);
        }

        await using var back = make();
        var restored = await Restore(back);

        restored.Erasures.ShouldBe(0);
        (await Events(back)).Count.ShouldBe(80 + 2);
    }

    [Fact]
    public async Task Positions_that_were_given_since_are_not_given_again_and_links_are_void()
    {
        var make = await Make(folder.Path);
        string token;
        await using (var store = make())
        {
            await Fill(store);
            token = await store.SignInLinks.Issue(Erased.Guild, new PersonKey("p1"), TimeSpan.FromDays(9), Cancel);
            await store.BackUp(File, Cancel);
            (await store.SignInLinks.Redeem(token, Cancel)).ShouldNotBeNull();
            await Erased.Append(store.Journal, Erased.Guild, 40, Cancel);
            await store.Communities.Left(Erased.Team, Cancel);
        }

        await using var back = make();
        await Restore(back);

        (await back.SignInLinks.Redeem(token, Cancel)).ShouldBeNull();
        (await Erased.Append(back.Journal, Erased.Guild, 40, Cancel)).ShouldBe(83);
        (await back.Communities.All(Cancel)).Single(community => community.Id == Erased.Team).Left.ShouldNotBeNull();
    }

    [Fact]
    public async Task What_is_handed_over_now_holds_and_not_what_was_at_the_time_of_the_backup()
    {
        var make = await Make(folder.Path);
        await using (var store = make())
        {
            await Fill(store);
            await store.Installations.Install(Erased.Guild, "sealed-1", Cancel);
            await store.Installations.Install(Erased.Team, "sealed-2", Cancel);
            await store.BackUp(File, Cancel);
            await store.Installations.Renew((await store.Installations.Find(Erased.Guild, Cancel))!, "sealed-3", Cancel);
            await store.Installations.Remove(Erased.Team, Time.GetUtcNow(), Cancel);
            await store.Communities.Left(Erased.Team, Cancel);
        }

        await using (var back = make())
        {
            await Restore(back);

            (await back.Installations.Find(Erased.Guild, Cancel))!.Content.ShouldBe("sealed-3");
            (await back.Installations.Find(Erased.Team, Cancel)).ShouldBeNull();
        }

        await using var elsewhere = (await Make(folder.Path))();
        await Restore(elsewhere);
        (await elsewhere.Installations.Find(Erased.Team, Cancel))!.Content.ShouldBe("sealed-2");
    }

    [Fact]
    public async Task What_was_posted_since_is_still_known_and_buttons_made_since_still_work()
    {
        var make = await Make(folder.Path);
        byte[] key;
        IReadOnlyList<Receipt> posted;
        await using (var store = make())
        {
            await Fill(store);
            await store.Receipts.Begin(Receipt("i1"), spaced: true, Cancel);
            await store.Receipts.Begin(Receipt("i2"), spaced: false, Cancel);
            await store.BackUp(File, Cancel);
            key = await store.SealKey.Key(Cancel);
            await store.Receipts.Posted(Erased.Guild, new DeliveryId("i1"), new PostId("m1"), Cancel);
            await store.Receipts.Begin(Receipt("i3"), spaced: false, Cancel);
            posted = await store.Receipts.All(Erased.Guild, Cancel);
        }

        await using (var back = make())
        {
            await Restore(back);

            (await back.SealKey.Key(Cancel)).ShouldBe(key);
            (await back.Receipts.All(Erased.Guild, Cancel)).Select(Told).ShouldBe(posted.Select(Told));
        }

        // On another machine there is only what the backup holds.
        await using var elsewhere = (await Make(folder.Path))();
        await Restore(elsewhere);
        (await elsewhere.Receipts.All(Erased.Guild, Cancel)).Select(Told).ShouldBe(["i1 Sending  a1", "i2 Sending  a1"]);

        static string Told(Receipt receipt) =>
            $"{receipt.Delivery} {receipt.State} {receipt.Post} {string.Join(' ', receipt.Facts.Select(shown => $"{shown.Fact}{shown.Revision}"))}";
    }

    private Receipt Receipt(string delivery) =>
        new()
        {
            Community = Erased.Guild,
            Delivery = new DeliveryId(delivery),
            Place = new PlaceId("c"),
            Story = new StorySlug("bridge"),
            Facts = [new ShownFact(new FactId("a"), 1)],
            Content = "h",
            At = Time.GetUtcNow(),
        };

    [Fact]
    public async Task Who_is_here_and_who_left_when_is_as_the_present_store_has_it()
    {
        var make = await Make(folder.Path);
        await using (var store = make())
        {
            await Fill(store);
            await store.Communities.Left(Erased.Guild, Cancel);
            await store.Communities.Left(Erased.Team, Cancel);
            await store.BackUp(File, Cancel);
            Time.Advance(TimeSpan.FromDays(1));
            await store.Communities.Seen(Erased.Guild, Cancel);
            await store.Communities.Seen(Erased.Team, Cancel);
            await store.Communities.Left(Erased.Team, Cancel);
        }

        Time.Advance(TimeSpan.FromDays(29));
        await using var back = make();
        var restored = await Restore(back);

        var known = await back.Communities.All(Cancel);
        known[0].Left.ShouldBeNull();
        known[1].DueAt.ShouldBe(Time.GetUtcNow().AddDays(1));
        restored.Leaving.ShouldBe([known[1]]);
        (await back.Communities.Delete(Erased.Guild, DateTimeOffset.MaxValue, Cancel)).ShouldBeFalse();
    }

    [Fact]
    public async Task After_a_store_was_put_back_what_falls_due_waits_until_somebody_says_so()
    {
        var make = await Make(folder.Path);
        await using (var store = make())
        {
            await Fill(store);
            await store.BackUp(File, Cancel);
            (await store.FrozenSince(Cancel)).ShouldBeNull();
        }

        for (var times = 0; times < 2; times++)
        {
            await using var back = make();
            await back.Restore(File, goOn: false, Cancel);
            (await back.FrozenSince(Cancel)).ShouldBeNull();
            await back.DisposeAsync();
            await using var again = make();
            await Restore(again);
            var at = Time.GetUtcNow();
            Time.Advance(TimeSpan.FromDays(1));
            (await again.FrozenSince(Cancel)).ShouldBe(at);

            await again.Resume(Cancel);

            (await again.FrozenSince(Cancel)).ShouldBeNull();
        }
    }

    [Fact]
    public async Task Looking_at_a_backup_changes_nothing()
    {
        var make = await Make(folder.Path);
        await using (var store = make())
        {
            await Fill(store);
            await store.BackUp(File, Cancel);
            await Erased.Append(store.Journal, Erased.Guild, 40, Cancel);
        }

        await using var again = make();
        var looked = await again.Restore(File, goOn: false, Cancel);

        looked.RestoredAt.ShouldBeNull();
        looked.Events.ShouldBe(80);
        looked.PresentPosition.ShouldBe(81);
        (await Events(again)).Count.ShouldBe(81);
    }

    [Fact]
    public async Task A_store_that_somebody_has_open_is_not_put_back()
    {
        var make = await Make(folder.Path);
        await using var store = make();
        await Fill(store);
        await store.BackUp(File, Cancel);
        await Erased.Append(store.Journal, Erased.Guild, 40, Cancel);

        (await Should.ThrowAsync<StoreRefusedException>(() => Restore(make()))).Message.ShouldContain("is in use: stop");
        (await Should.ThrowAsync<StoreRefusedException>(() => Restore(store))).Message.ShouldContain("is in use: stop");

        (await Events(store)).Count.ShouldBe(81);
    }

    [Fact]
    public async Task What_is_no_backup_is_refused_and_the_store_stays()
    {
        var make = await Make(folder.Path);
        await using (var store = make())
        {
            await Fill(store);
            await store.BackUp(File, Cancel);
        }

        await Refused("there-is-none.db", "There is no file '");
        await System.IO.File.WriteAllTextAsync(folder.File("list.db"), new string('a', 5_000), Cancel);
        await Refused("list.db", "is no store of Dateline, or damaged");
        await Changed("empty.db", "DROP TABLE journal", "is no store of Dateline.");
        await Changed(
            "newer.db",
            "INSERT INTO SchemaVersions (ScriptName, Applied) VALUES ('sqlite/9999-later.sql', '2030')",
            "newer Dateline"
        );
        await Changed("forged.db", "UPDATE journal SET payload = replace(payload, 'closed', 'opened')", "does not hold, so it is not used");
        System.IO.File.Copy(File, folder.File("torn.db"));
        await using (var torn = new FileStream(folder.File("torn.db"), FileMode.Open))
        {
            torn.Seek(torn.Length / 2, SeekOrigin.Begin);
            await torn.WriteAsync(new byte[20_000], Cancel);
        }

        await Refused("torn.db", "damaged");

        await using var still = make();
        (await Events(still)).Count.ShouldBe(80);
        (await still.Verify(Cancel)).Problems.ShouldBeEmpty();

        async Task Refused(string name, string sentence)
        {
            var refused = await Should.ThrowAsync<StoreRefusedException>(() => make().Restore(folder.File(name), goOn: true, Cancel));
            refused.Message.ShouldContain(sentence);
            refused.Message.ShouldContain(folder.File(name));
        }

        async Task Changed(string name, string sql, string sentence)
        {
            System.IO.File.Copy(File, folder.File(name));
            await Read(sql, folder.File(name));
            await Refused(name, sentence);
        }
    }

    private Task<Restoration> Restore(Store store) => store.Restore(File, goOn: true, Cancel);

    private static async Task Fill(Store store)
    {
        await store.Communities.Seen(Erased.Guild, Cancel);
        await store.Communities.Seen(Erased.Team, Cancel);
        await store.ProtectionKeys.Add("a", "<key/>", Cancel);
        await Erased.Write(store.Journal, Erased.Guild, Cancel);
        await Erased.Write(store.Journal, Erased.Team, Cancel);
        await new PackedJournal(store, TimeProvider.System, size: 8).Pack(Cancel);
    }

    private static async Task<IReadOnlyList<string>> Events(Store store)
    {
        var events = new List<string>();
        await foreach (var envelope in store.Journal.Read(0, Cancel))
        {
            events.Add(
                envelope.Event is StoryEvent.Blanked
                    ? "blanked"
                    : $"{envelope.Position} {envelope.At:O} {envelope.ChainHash} {envelope.Reason}"
            );
        }

        return events;
    }

    private async Task<string> Read(string sql, string? file = null)
    {
        await using var connection = new SqliteConnection($"{SqliteDatabase.ConnectionString(file ?? File)};Pooling=False");
        await connection.OpenAsync(Cancel);
        await using var command = connection.CreateCommand();
        command.CommandText = sql;
        return $"{await command.ExecuteScalarAsync(Cancel)}";
    }
}
