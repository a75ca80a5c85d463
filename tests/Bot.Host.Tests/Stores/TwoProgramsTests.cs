using System.Text;
using Bot.Core.Communities;
using Bot.Core.Facts;
using Bot.Core.Journal;
using Bot.Core.Moderation;
using Bot.Host.Tests.Hosting;
using Bot.Storage;
using Bot.Testing;
using Microsoft.Data.Sqlite;
using Microsoft.Extensions.DependencyInjection;

namespace Bot.Host.Tests.Stores;

/// <summary>The service, and a verb of the command line on the same store.</summary>
public sealed class TwoProgramsTests : IDisposable
{
    private const string Raft = "A raft of barrels carries wheelbarrows over the river.";
    private readonly TemporaryStories stories = new("bridge");

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    private string File => Path.Combine(stories.Root, "data", "dateline.db");

    public void Dispose()
    {
        SqliteConnection.ClearAllPools();
        stories.Dispose();
    }

    [Fact]
    public async Task What_another_program_writes_is_soon_answered_from()
    {
        await using var host = await Start();
        var shelf = host.Services.GetRequiredService<Shelf>();
        shelf.Story(shelf.Now, CommunityId.Local)!.Held.ShouldBeEmpty();
        await using (var store = Store.Sqlite(File, TimeProvider.System))
        {
            await store.Journal.Append(
                new Append
                {
                    Command = new CommandId("from elsewhere"),
                    Community = CommunityId.Local,
                    Story = new StorySlug("bridge"),
                    By = new PersonKey("p1"),
                    Reason = "",
                    Events =
                    [
                        new Proposed(
                            new StreamId("local/bridge/fact/bridge-closed"),
                            0,
                            new StoryEvent.FactHeld(new FactId("bridge-closed"))
                        ),
                    ],
                },
                Cancellation
            );
        }

        await Until(() => shelf.Story(shelf.Now, CommunityId.Local)!.Held.Count == 1);
        (await host.Client.Ask(TemporaryStories.Question, Cancellation)).Text("text").ShouldNotContain("closed the Old Bridge to cars");
    }

    [Fact]
    public async Task A_community_that_another_program_deletes_is_soon_forgotten_and_may_come_back()
    {
        await using var host = await Start();
        var shelf = host.Services.GetRequiredService<Shelf>();
        await Add(host);
        shelf.Story(shelf.Now, CommunityId.Local)!.Own.Count.ShouldBe(2);
        await using (var store = Store.Sqlite(File, TimeProvider.System))
        {
            await store.Communities.Left(CommunityId.Local, Cancellation);
            await store.Communities.Delete(CommunityId.Local, DateTimeOffset.MaxValue, Cancellation);
        }

        await Until(() => shelf.Story(shelf.Now, CommunityId.Local)!.Own.Count == 0);
        (await host.Client.Ask("what carries wheelbarrows?", Cancellation)).Text("text").ShouldNotContain("barrels");
        await Add(host);
        shelf.Story(shelf.Now, CommunityId.Local)!.Own.Count.ShouldBe(2);
        (await Terminal.Run(stories.Root, "journal", "verify")).Code.ShouldBe(0);
    }

    [Fact]
    public async Task A_service_whose_store_was_put_back_to_a_backup_stops_with_a_sentence()
    {
        var port = FreePort.Find();
        var serving = Terminal.Run(
            stories.Root,
            "serve",
            "--urls",
            $"http://127.0.0.1:{port}",
            "--seeds",
            stories.Seeds,
            "--knowledge",
            stories.Knowledge
        );
        await Until(() => System.IO.File.Exists(File));
        await using (var store = Store.Sqlite(File, TimeProvider.System))
        {
            await Until(async () => await store.Journal.Version(StreamId.Editions(new StorySlug("bridge")), Cancellation) > 0);
            serving.IsCompleted.ShouldBeFalse();
            (
                await store.Journal.Append(Append.Notice(new StoryEvent.StoreRestored(), version: 0), Cancellation)
            ).ShouldBeOfType<AppendResult.Appended>();
        }

        var said = await serving.WaitAsync(TimeSpan.FromSeconds(30), Cancellation);
        said.Code.ShouldBe(1);
        said.Error.ShouldContain("The store was put back to a backup while this replica had it open");
    }

    [Fact]
    public async Task A_fact_is_erased_on_the_command_line_from_store_and_running_service()
    {
        await using var host = await Start();
        var id = await Add(host);
        (await host.Client.Ask("what carries wheelbarrows?", Cancellation)).Text("text").ShouldContain("barrels");

        var said = await Terminal.Run(stories.Root, "erase", id.Value, "--seeds", stories.Seeds, "--knowledge", stories.Knowledge);

        said.Code.ShouldBe(0, said.Error);
        said.Lines[0].ShouldBe($"What local held of the fact '{id}' was erased.");
        await Until(async () =>
            !(await host.Client.Ask("what carries wheelbarrows?", Cancellation)).Text("text").Contains("barrels", StringComparison.Ordinal)
        );
        foreach (var file in Directory.EnumerateFiles(Path.GetDirectoryName(File)!))
        {
            (await System.IO.File.ReadAllBytesAsync(file, Cancellation)).AsSpan().IndexOf("barrels"u8).ShouldBe(-1, file);
        }

        host.Log.Text.ShouldNotContain("barrels");
        (await Terminal.Run(stories.Root, "journal", "verify")).Code.ShouldBe(0);
        var again = await Terminal.Run(stories.Root, "erase", id.Value, "--seeds", stories.Seeds, "--knowledge", stories.Knowledge);
        again.Code.ShouldBe(1);
        again.Error.ShouldContain($"Nobody has a fact '{id}'");
    }

    [Fact]
    public async Task After_erase_and_forget_nothing_that_is_kept_names_the_fact_or_the_person()
    {
        const string Person = "mara.quillmere.77";
        await using var host = await Start();
        var key = await host.Services.GetRequiredService<IPeople>().Key(CommunityId.Local, new UserId(Person), Cancellation);
        var id = await Add(host, key);
        string[] folders = ["--seeds", stories.Seeds, "--knowledge", stories.Knowledge];

        (await Terminal.Run(stories.Root, ["erase", id.Value, .. folders])).Code.ShouldBe(0);
        (await Terminal.Run(stories.Root, "forget", Person)).Code.ShouldBe(0);
        (await Terminal.Run(stories.Root, ["export", "exported", .. folders])).Code.ShouldBe(0);
        (await Terminal.Run(stories.Root, "backup", "saved.db")).Code.ShouldBe(0);

        var kept = Directory
            .EnumerateFiles(stories.Root, "*", SearchOption.AllDirectories)
            .Where(file => !file.StartsWith(stories.Seeds))
            .ToList();
        kept.Count.ShouldBeGreaterThan(5);
        foreach (var file in kept)
        {
            var bytes = await System.IO.File.ReadAllBytesAsync(file, Cancellation);
            bytes.AsSpan().IndexOf("barrels"u8).ShouldBe(-1, file);
            bytes.AsSpan().IndexOf(Encoding.UTF8.GetBytes(Person)).ShouldBe(-1, file);
        }

        host.Log.Text.ShouldNotContain("barrels");
        host.Log.Text.ShouldNotContain(Person);
        (await Terminal.Run(stories.Root, "journal", "verify")).Code.ShouldBe(0);
    }

    [Fact]
    public async Task A_link_made_on_the_command_line_signs_in_to_the_running_service()
    {
        await using var host = await Start();

        var said = await Terminal.Run(stories.Root, "link", "--name", "second");

        said.Code.ShouldBe(0, said.Error);
        using var response = await host.Client.PostAsync(
            new Uri(new Uri(said.Lines[0]).PathAndQuery, UriKind.Relative),
            null,
            Cancellation
        );
        response.Headers.Location!.ToString().ShouldBe("/moderate/queue");
    }

    [Fact]
    public async Task Without_a_store_there_is_no_link()
    {
        (await Terminal.Run(stories.Root, "link")).Error.ShouldContain("There is no store at");
    }

    private Task<RunningHost> Start() =>
        RunningHost.Start(stories, Cancellation, settings: [("Store:Provider", "sqlite"), ("Store:ConnectionString", File)]);

    private static async Task<FactId> Add(RunningHost host, PersonKey? by = null)
    {
        var at = new Place("message", 1, 1);
        Text Word(string text) => new(text, at);
        var draft = new StoryDraft
        {
            At = at,
            Seeds =
            [
                new SeedDraft(at)
                {
                    Id = Word("~tip"),
                    Form = Word("notes"),
                    Title = Word("a message"),
                    Body = Raft,
                },
            ],
            Sources =
            [
                new SourceDraft(at)
                {
                    Id = Word("~tipster"),
                    Title = Word("A message"),
                    Short = Word("a message"),
                    Origin = Word("tip"),
                    Seed = Word("~tip"),
                },
            ],
            Facts =
            [
                new FactDraft(at)
                {
                    Kind = Word("claim"),
                    Speaker = [Word("~tipster")],
                    Status = Word("alleged"),
                    Says = Word(Raft),
                    Sources = [Word("~tipster")],
                    RestsOn = [new EvidenceDraft(at) { Seed = Word("~tip"), Sentence = Word(Raft) }],
                },
            ],
        };
        var outcome = await host
            .Services.GetRequiredService<Changes>()
            .Make(
                new ChangeRequest
                {
                    Community = CommunityId.Local,
                    Story = new StorySlug("bridge"),
                    By = by ?? new PersonKey("p1"),
                    Command = new CommandId("add"),
                    Reason = "A barrels man told us.",
                    Change = new Change.Add(draft),
                },
                Cancellation
            );
        return outcome.ShouldBeOfType<ChangeOutcome.Done>().Facts[0];
    }

    private static Task Until(Func<bool> holds) => Until(() => Task.FromResult(holds()));

    private static async Task Until(Func<Task<bool>> holds)
    {
        for (var tries = 0; tries < 200 && !await holds(); tries++)
        {
            await Task.Delay(TimeSpan.FromMilliseconds(50), TimeProvider.System, Cancellation);
        }

        (await holds()).ShouldBeTrue();
    }
}
