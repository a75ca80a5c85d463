using Bot.Core.Journal;
using Bot.Host.Tests.Hosting;
using Bot.Storage;
using Microsoft.Data.Sqlite;

namespace Bot.Host.Tests.Stores;

public sealed class JournalVerbTests : IDisposable
{
    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("dateline-");

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public void Dispose()
    {
        SqliteConnection.ClearAllPools();
        folder.Delete(recursive: true);
    }

    [Fact]
    public async Task Without_a_store_it_says_so_and_makes_none()
    {
        var said = await Terminal.Run(folder.FullName, "journal", "verify");

        said.Code.ShouldBe(1);
        said.Error.ShouldContain("There is no store at '");
        folder.GetFileSystemInfos().ShouldBeEmpty();
    }

    [Fact]
    public async Task It_reads_the_store_in_the_folder_where_the_service_was_started()
    {
        await using (var store = Store.Sqlite(Path.Combine(folder.FullName, "data", "dateline.db"), TimeProvider.System))
        {
            (await store.Journal.Version(new StreamId("none"), Cancellation)).ShouldBe(0);
        }

        var said = await Terminal.Run(folder.FullName, "journal", "verify");

        said.Code.ShouldBe(0, said.Error);
        said.Lines.ShouldBe(["0 events, and all of them hold."]);
    }
}
