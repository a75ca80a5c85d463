using Bot.Core.Journal;
using Bot.Host.Tests.Hosting;
using Bot.Storage;
using Microsoft.Data.Sqlite;

namespace Bot.Host.Tests.Stores;

public sealed class ExportVerbTests : IDisposable
{
    private const string Facts = """
        - id: ~raft
          kind: claim
          speaker: ~tipster
          status: reported
          known: 2026-09-01
          checked: 2026-09-01
          says: A raft carries wheelbarrows over the river.
          sources: [~tipster]
          rests-on:
            - seed: ~tip
              sentence: A raft of barrels carries wheelbarrows over the river.

        """;

    private readonly TemporaryStories stories = new("bridge");

    public ExportVerbTests()
    {
        stories.Write(
            "in/community.yaml",
            "format: 1\ncommunity: discord:1\nstory: bridge\nbase-edition: 1\nheld:\n  - fact: bridge-closed\n    reason: Is it?\n"
        );
        stories.Write("in/facts.yaml", Facts);
        stories.Write("in/sources.yaml", "- id: ~tipster\n  title: A message\n  short: a message\n  origin: tip\n  seed: ~tip\n");
        stories.Write(
            "in/seeds/~tip.md",
            "---\nid: ~tip\nform: notes\ntitle: A message\n---\nA raft of barrels carries wheelbarrows over the river."
        );
    }

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public void Dispose()
    {
        SqliteConnection.ClearAllPools();
        stories.Dispose();
    }

    [Fact]
    public async Task What_is_imported_is_exported_as_it_was()
    {
        await MakeStore();

        var imported = await Run("import", "in");
        imported.Code.ShouldBe(0, imported.Error);
        imported.Out.ShouldContain("2 changes were made in discord:1.");
        (await Run("import", "in")).Out.ShouldContain("discord:1 has all of it already.");
        var exported = await Run("export", "out", "--community", "discord:1");

        exported.Code.ShouldBe(0, exported.Error);
        exported.Out.ShouldContain("1 facts, 1 held, 0 withdrawn.");
        foreach (var file in Directory.EnumerateFiles(At("in"), "*", SearchOption.AllDirectories))
        {
            (await File.ReadAllTextAsync(file.Replace(At("in"), At("out")), Cancellation)).ShouldBe(
                await File.ReadAllTextAsync(file, Cancellation)
            );
        }

        (await File.ReadAllTextAsync(At("out/facts.patch"), Cancellation)).ShouldContain("\n+- id: raft\n");
        (await Run("journal", "verify")).Code.ShouldBe(0);
    }

    [Fact]
    public async Task An_earlier_export_is_replaced_and_another_folder_is_not()
    {
        await MakeStore();
        stories.Write("else/letter.txt", "dear");

        (await Run("export", "in")).Code.ShouldBe(0);
        Directory.GetFiles(At("in"), "*", SearchOption.AllDirectories).ShouldBe([At("in/community.yaml")]);
        var refused = await Run("export", "else");

        refused.Code.ShouldBe(1);
        refused.Error.ShouldContain("holds something else than an export");
        Directory.GetFiles(At("else")).ShouldBe([At("else/letter.txt")]);
    }

    [Fact]
    public async Task A_broken_export_is_refused_whole_with_the_place()
    {
        await MakeStore();
        stories.Edit("in/facts.yaml", text => text.Replace("kind: claim", "kind: clam"));

        var said = await Run("import", "in");

        said.Code.ShouldBe(1);
        said.Error.ShouldContain("in/facts.yaml:2:9: `kind` cannot be 'clam'. Did you mean 'claim'?");
        said.Error.ShouldContain("Nothing was imported.");
        (await Run("export", "out", "--community", "discord:1")).Out.ShouldContain("0 facts, 0 held");
    }

    [Fact]
    public async Task A_change_that_is_refused_ends_the_import_and_says_how_far_it_came()
    {
        await MakeStore();
        (await Run("import", "in")).Code.ShouldBe(0);
        (await Run("erase", "~raft", "--community", "discord:1")).Code.ShouldBe(0);

        var said = await Run("import", "in");

        said.Code.ShouldBe(1);
        said.Error.ShouldContain("0 of 1 changes were made before this one was refused.");
    }

    [Fact]
    public async Task Nothing_is_imported_onto_the_base()
    {
        await MakeStore();
        stories.Write("closed/community.yaml", "format: 1\ncommunity: base\nstory: bridge\nbase-edition: 1\nclosed: 2026-01-01\n");

        var said = await Run("import", "closed");

        said.Code.ShouldBe(1);
        said.Error.ShouldContain("The base is shared by all and changes by its files only: choose a community.");
        said.Error.ShouldContain("0 of 1 changes were made");
        (await Run("import", "closed", "--community", "discord:1")).Out.ShouldContain("1 changes were made in discord:1.");
    }

    private string At(string path) => Path.Combine(stories.Root, path);

    private Task<Terminal> Run(params string[] words) =>
        Terminal.Run(stories.Root, words[0] == "journal" ? words : [.. words, "--seeds", stories.Seeds, "--knowledge", stories.Knowledge]);

    private async Task MakeStore()
    {
        await using var store = Store.Sqlite(At("data/dateline.db"), TimeProvider.System);
        await store.Journal.Version(new StreamId("none"), Cancellation);
    }
}
