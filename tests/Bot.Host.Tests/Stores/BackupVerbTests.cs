using Bot.Core.Communities;
using Bot.Host.Tests.Hosting;
using Bot.Storage;
using Microsoft.Data.Sqlite;

namespace Bot.Host.Tests.Stores;

/// <summary>The verbs that look after the store, as they are typed.</summary>
public sealed class BackupVerbTests : IDisposable
{
    private static readonly CommunityId Guild = new("discord:1");
    private static readonly CommunityId Team = new("slack:T1");
    private static readonly UserId Ann = new("U-ann");

    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("dateline-");

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    private string File => Path.Combine(folder.FullName, "data", "dateline.db");

    public void Dispose()
    {
        SqliteConnection.ClearAllPools();
        folder.Delete(recursive: true);
    }

    [Theory]
    [InlineData("backup", "taken.db")]
    [InlineData("forget", "U-ann")]
    [InlineData("resume")]
    public async Task Without_a_store_it_says_so_and_makes_none(params string[] typed)
    {
        var said = await Terminal.Run(folder.FullName, typed);

        said.Code.ShouldBe(1);
        said.Error.ShouldContain("There is no store at '");
        folder.GetFileSystemInfos().ShouldBeEmpty();
    }

    [Fact]
    public async Task What_was_backed_up_comes_back_and_who_was_forgotten_since_does_not()
    {
        var (ann, bob) = await Store(store => Two(store));
        var taken = await Terminal.Run(folder.FullName, "backup", "taken.db");
        taken.Code.ShouldBe(0, taken.Error);
        taken
            .Lines[0]
            .ShouldStartWith($"Wrote '{Path.Combine(folder.FullName, "taken.db")}': 0 events up to position 0, and all of them hold; ");

        (await Terminal.Run(folder.FullName, "forget", "U-ann")).Lines[0].ShouldBe("Forgotten in all communities.");
        await Store(store =>
            store.Communities.Seen(new CommunityId("discord:2"), Cancellation).AsTask().ContinueWith(_ => 0, Cancellation)
        );

        var looked = await Terminal.Run(folder.FullName, "restore", "taken.db");
        looked.Code.ShouldBe(0, looked.Error);
        looked.Lines[^1].ShouldBe("Nothing was changed. Say --yes to do it.");
        looked.Lines.ShouldContain("1 erasures since the backup was taken are done again.");
        (await Store(store => store.Communities.All(Cancellation).AsTask())).Count.ShouldBe(2);

        var restored = await Terminal.Run(folder.FullName, "restore", "taken.db", "--yes");
        restored.Code.ShouldBe(0, restored.Error);
        restored.Lines[^1].ShouldStartWith("Restored at ");
        (await Store(store => store.Communities.All(Cancellation).AsTask())).ShouldHaveSingleItem().Id.ShouldBe(Guild);
        (await Store(store => store.People.User(Guild, ann, Cancellation).AsTask())).ShouldBeNull();
        (await Store(store => store.People.User(Guild, bob, Cancellation).AsTask())).ShouldNotBeNull();
    }

    [Fact]
    public async Task A_lost_store_comes_back_and_it_is_said_what_nobody_can_know()
    {
        await Store(store => Two(store));
        (await Terminal.Run(folder.FullName, "backup", "taken.db")).Code.ShouldBe(0);
        SqliteConnection.ClearAllPools();
        Directory.Delete(Path.GetDirectoryName(File)!, recursive: true);

        var restored = await Terminal.Run(folder.FullName, "restore", "taken.db", "--yes");

        restored.Code.ShouldBe(0, restored.Error);
        restored.Lines.ShouldContain(
            "The present store has no events. If it was lost, what was erased since the backup was taken is back: only the lost store knew of it. Erase it again."
        );
        (await Store(store => store.Communities.All(Cancellation).AsTask())).ShouldHaveSingleItem();
    }

    [Fact]
    public async Task While_the_service_has_the_store_it_is_backed_up_but_not_put_back()
    {
        using var stories = new TemporaryStories("bridge");
        await using var host = await RunningHost.Start(
            stories,
            Cancellation,
            time: null,
            development: true,
            ("Store:Provider", "sqlite"),
            ("Store:ConnectionString", File)
        );

        (await Terminal.Run(folder.FullName, "backup", "taken.db")).Code.ShouldBe(0);
        var refused = await Terminal.Run(folder.FullName, "restore", "taken.db", "--yes");

        refused.Code.ShouldBe(1);
        refused.Error.ShouldContain("is in use: stop the service");
        (await Terminal.Run(folder.FullName, "journal", "verify")).Code.ShouldBe(0);
    }

    [Fact]
    public async Task A_person_may_be_forgotten_in_one_community_and_who_is_not_known_is_told()
    {
        var there = await Store(async store =>
        {
            await Two(store);
            return await store.People.Key(Team, Ann, Cancellation);
        });

        (await Terminal.Run(folder.FullName, "forget", "U-ann", "--community", "discord:1")).Lines[0].ShouldBe("Forgotten in 'discord:1'.");
        var again = await Terminal.Run(folder.FullName, "forget", "U-ann", "--community", "discord:1");

        (again.Code, again.Error.Trim()).ShouldBe((1, "Nobody of that id is known in 'discord:1'."));
        (await Store(store => store.People.User(Team, there, Cancellation).AsTask())).ShouldBe(Ann);
    }

    [Fact]
    public async Task What_falls_due_after_a_restore_is_told_and_waits_until_it_is_resumed()
    {
        const string waits = "After a restore what falls due waits until `resume --yes` lets it go on.";
        var left = await Store(async store =>
        {
            await Two(store);
            await store.Communities.Left(Guild, Cancellation);
            return (await store.Communities.All(Cancellation))[0];
        });
        var due = $"'discord:1' left on {left.Left:yyyy-MM-dd}: all that is kept of it is due to be deleted on {left.DueAt:yyyy-MM-dd}.";
        (await Terminal.Run(folder.FullName, "backup", "taken.db")).Code.ShouldBe(0);
        var nothing = await Terminal.Run(folder.FullName, "resume", "--yes");
        (nothing.Code, nothing.Lines[0]).ShouldBe((0, "Nothing waits: the store was not restored, or what falls due goes on already."));

        (await Terminal.Run(folder.FullName, "restore", "taken.db")).Lines.TakeLast(3).SkipLast(1).ShouldBe([due, waits]);
        (await Terminal.Run(folder.FullName, "restore", "taken.db", "--yes")).Lines.TakeLast(3).SkipLast(1).ShouldBe([due, waits]);

        var looked = await Terminal.Run(folder.FullName, "resume");
        looked.Code.ShouldBe(0, looked.Error);
        looked.Lines[0].ShouldStartWith("The store was restored at ");
        looked.Lines.Skip(1).ShouldBe([due, "Nothing was changed. Say --yes to let what falls due go on."]);
        (await Store(store => store.FrozenSince(Cancellation).AsTask())).ShouldNotBeNull();
        var resumed = await Terminal.Run(folder.FullName, "resume", "--yes");
        (resumed.Code, resumed.Lines[^1]).ShouldBe((0, "What falls due goes on."));
        (await Store(store => store.FrozenSince(Cancellation).AsTask())).ShouldBeNull();
    }

    [Theory]
    [InlineData("backup")]
    [InlineData("restore")]
    [InlineData("forget")]
    public async Task What_it_works_on_must_be_named(string verb) => (await Terminal.Run(folder.FullName, verb)).Code.ShouldBe(2);

    private static async Task<(PersonKey Ann, PersonKey Bob)> Two(Store store)
    {
        await store.Communities.Seen(Guild, Cancellation);
        return (await store.People.Key(Guild, Ann, Cancellation), await store.People.Key(Guild, new UserId("U-bob"), Cancellation));
    }

    private async Task<T> Store<T>(Func<Store, Task<T>> work)
    {
        await using var store = Storage.Store.Sqlite(File, TimeProvider.System);
        return await work(store);
    }
}
