using Bot.Core.Communities;

namespace Bot.Storage.Tests.Sqlite;

/// <summary>What of people is on the disk, and who may read it.</summary>
public sealed class SqlitePrivacyTests : IAsyncDisposable
{
    private readonly TemporaryFolder folder = new();
    private readonly List<Store> opened = [];

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    public async ValueTask DisposeAsync()
    {
        foreach (var store in opened)
        {
            await store.DisposeAsync();
        }

        folder.Dispose();
    }

    [Fact]
    public async Task Who_was_forgotten_is_in_no_byte_any_more()
    {
        var store = Open();
        for (var i = 0; i < 200; i++)
        {
            await store.People.Key(Erased.Guild, new UserId($"somebody {i}"), Cancel);
        }

        await store.People.Key(Erased.Guild, new UserId(Erased.Secret), Cancel);
        Erased.FilesWith(folder.Path, Erased.Secret).ShouldNotBeEmpty();

        await store.People.Forget(new UserId(Erased.Secret), null, Cancel);

        Erased.FilesWith(folder.Path, Erased.Secret).ShouldBeEmpty();
        Erased.FilesWith(folder.Path, "somebody 199").ShouldNotBeEmpty();
    }

    [Fact]
    public async Task Of_a_link_the_store_has_only_the_hash()
    {
        var store = Open();
        var token = await store.SignInLinks.Issue(Erased.Guild, new PersonKey("p1"), TimeSpan.FromHours(1), Cancel);

        Erased.FilesWith(folder.Path, token).ShouldBeEmpty();
        Erased.FilesWith(folder.Path, SignInToken.Hash(token)).ShouldNotBeEmpty();
    }

    [Fact]
    public async Task Only_the_owner_may_read_the_files_of_a_store()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "Windows has no file modes.");
        await Open().People.Key(Erased.Guild, new UserId("somebody"), Cancel);

        Modes().ShouldBe(["dateline.db rw-------", "dateline.db-shm rw-------", "dateline.db-wal rw-------", "dateline.db.open rw-------"]);
    }

    [Fact]
    public async Task A_store_that_others_could_read_is_the_owners_alone_from_now_on()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "Windows has no file modes.");
        await using (var store = Open())
        {
            await store.Open();
        }

        if (!OperatingSystem.IsWindows())
        {
            File.SetUnixFileMode(folder.File("dateline.db"), UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.OtherRead);
        }

        await Open().Open();

        Modes()[0].ShouldBe("dateline.db rw-------");
    }

    [Fact]
    public async Task Keys_of_protection_outlive_the_process_and_have_a_name()
    {
        await using (var store = Open())
        {
            (await store.ProtectionKeys.All(Cancel)).ShouldBeEmpty();
            await store.ProtectionKeys.Add("b", "<key id='b'/>", Cancel);
            await store.ProtectionKeys.Add("a", "<key id='a'/>", Cancel);
            await store.ProtectionKeys.Add("b", "<key id='b2'/>", Cancel);
        }

        (await Open().ProtectionKeys.All(Cancel)).ShouldBe(["<key id='a'/>", "<key id='b2'/>"]);
    }

    private Store Open()
    {
        var store = Store.Sqlite(folder.File("dateline.db"), TimeProvider.System);
        opened.Add(store);
        return store;
    }

    private List<string> Modes() =>
        OperatingSystem.IsWindows()
            ? []
            : [.. new DirectoryInfo(folder.Path).GetFiles().OrderBy(file => file.Name, StringComparer.Ordinal).Select(Mode)];

    private static string Mode(FileInfo file)
    {
        const string Letters = "rwxrwxrwx";
        var mode = (int)file.UnixFileMode;
        var text = new string([.. Letters.Select((letter, i) => (mode & (1 << (8 - i))) != 0 ? letter : '-')]);
        return $"{file.Name} {text}";
    }
}
