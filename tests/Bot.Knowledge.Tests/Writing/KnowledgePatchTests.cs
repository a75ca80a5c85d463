using Bot.Core.Facts;
using Bot.Core.Questions;
using Bot.Knowledge.Exports;
using Bot.Knowledge.Lexicons;
using Bot.Knowledge.Stories;
using Bot.Testing;
using FsCheck;
using FsCheck.Fluent;

namespace Bot.Knowledge.Tests.Writing;

public sealed class KnowledgePatchTests
{
    private static readonly Lexicon Shipped = ShippedLexicon.Read();

    [Theory]
    [InlineData("")]
    [InlineData("tests/stories/bridge")]
    public void Applied_to_the_files_it_makes_the_communitys_facts_the_bases(string root)
    {
        using var original = Copy(root);
        var book = Read(original);

        foreach (var program in PatchProgram.All)
        {
            Prop.ForAll(
                    Communities.Of(book).ToArbitrary(),
                    export =>
                    {
                        using var disk = Copy(root);
                        var patch = Patch(export, book, disk);
                        if (patch.Length > 0)
                        {
                            PatchProgram.Apply(program, disk.Path(""), patch);
                        }

                        MustHaveTakenOver(export, book, Read(disk));
                        Comments(original, book).ShouldBe(Comments(disk, book));
                    }
                )
                .Check(Config.QuickThrowOnFailure.WithMaxTest(25));
        }
    }

    [Fact]
    public void A_change_of_one_field_is_a_change_of_one_line()
    {
        using var disk = Copy("");
        var book = Read(disk);
        var export = Communities.Export(book, [book.Facts[3] with { Says = "In other words: it did." }]) with
        {
            Cast = new Cast([], [], []),
        };

        var lines = Patch(export, book, disk).Split('\n').Where(line => line.Length > 1 && line[0] is '+' or '-').ToList();

        lines.Count.ShouldBe(4);
        lines[2].ShouldStartWith("-  says: ");
        lines[3].ShouldBe("+  says: 'In other words: it did.'");
    }

    [Fact]
    public void Keys_in_braces_or_on_one_line_are_taken_over_as_well()
    {
        const string brief =
            "{id: bridge-closed, kind: act, speaker: council, status: reported, says: It closed., sources: [report], rests-on: [{seed: notes, sentence: It closed.}]}";
        foreach (var facts in new[] { $"# All of them.\n- {brief}\n# The end.\n", $"[{brief}]", $"  - {brief}" })
        {
            using var disk = Bridge(facts);
            var book = Read(disk);
            var export = Communities.Export(book, [book.Facts[0] with { Where = "there" }, Communities.Own(book, 0, "It fell.")]);

            PatchProgram.Apply(PatchProgram.All[0], disk.Path(""), Patch(export, book, disk));

            MustHaveTakenOver(export, book, Read(disk));
        }
    }

    [Fact]
    public void Comments_stay_whatever_way_texts_are_written()
    {
        const string facts = """
            # The first.
            - kind: act
              id: bridge-closed
              says: >-
                It closed.

              # Its status.
              status: reported
              scope: one
                two
              # Its speaker.
              speaker: council
              sources:
              - report
              # Its ways of asking.
              asked: [one,
                two]

              # Its sentence.
              rests-on:
                - seed: notes
                  sentence: |
                    It closed.
              # The end.
            """;
        using var original = Bridge(facts);
        var was = Read(original).Facts[0];
        Fact[] changes =
        [
            was with
            {
                Says = "It shut.",
            },
            was with
            {
                Scope = "three",
            },
            was with
            {
                Scope = null,
            },
            was with
            {
                Status = FactStatus.Alleged,
            },
            was with
            {
                Asked = ["one", "three"],
            },
            was with
            {
                Asked = [],
            },
            was with
            {
                Actors = [new EntityId("council")],
                Where = "there",
                Known = new DateOnly(2026, 9, 3),
            },
            was with
            {
                Disputed = "They say not.",
                RestsOn = [.. was.RestsOn, Communities.Own(Read(original), 0, "x").RestsOn[0]],
            },
        ];
        foreach (var change in changes)
        {
            using var disk = Bridge(facts);
            var export = Communities.Export(Read(disk), [change]);

            PatchProgram.Apply(PatchProgram.All[0], disk.Path(""), Patch(export, Read(original), disk));

            MustHaveTakenOver(export, Read(original), Read(disk));
            var after = File.ReadAllLines(disk.Path("knowledge/bridge/facts.yaml"));
            facts.Split('\n').Where(line => line.Contains('#')).ShouldBeSubsetOf(after);
        }
    }

    [Fact]
    public void A_file_that_is_not_there_or_empty_is_written()
    {
        foreach (var facts in new[] { null, "", "# None yet.\n", "[]\n" })
        {
            using var disk = Bridge(facts);
            var book = Read(disk);
            var export = Communities.Export(book, [Communities.Own(book, 0, "It fell.")]);

            PatchProgram.Apply(PatchProgram.All[0], disk.Path(""), Patch(export, book, disk));

            MustHaveTakenOver(export, book, Read(disk));
        }
    }

    [Fact]
    public void An_id_that_is_taken_gets_another_name()
    {
        using var disk = Copy("");
        var book = Read(disk);
        var own = Communities.Own(book, 0, "It is so.") with { Id = new FactId("~" + book.Facts[0].Id) };

        var patch = Patch(Communities.Export(book, [own]), book, disk);

        patch.ShouldContain($"#   {own.Id} is {book.Facts[0].Id}-2 here\n");
        patch.ShouldContain($"+- id: {book.Facts[0].Id}-2\n");
    }

    [Fact]
    public void What_the_community_holds_or_withdrew_is_named_and_stays()
    {
        using var disk = Copy("");
        var book = Read(disk);
        var export = Communities.Export(book, [Communities.Own(book, 0, "It is so.")]) with { Withdrawn = [book.Facts[1].Id] };

        var patch = Patch(export, book, disk);

        patch.ShouldContain("#   a0b1c2d0\n");
        patch.ShouldContain($"#   {book.Facts[1].Id}\n");
        patch.ShouldNotContain($"-- id: {book.Facts[1].Id}");
        patch.ShouldNotContain(export.Community.Value);
    }

    [Fact]
    public void Nothing_changed_is_no_patch()
    {
        using var disk = Copy("");
        var book = Read(disk);

        Patch(Communities.Export(book, [book.Facts[0]]) with { Cast = new Cast([], [], []) }, book, disk).ShouldBeEmpty();
    }

    private static void MustHaveTakenOver(CommunityExport export, FactBook before, FactBook after)
    {
        var whole = new StoryWriter { Whole = true, Call = new PlainIds(export, before).Of };
        var wanted = before.Facts.Select(fact => export.Facts.FirstOrDefault(own => own.Id == fact.Id) ?? fact);
        var added = export.Facts.Where(own => before.Find(own.Id) is null);

        StoryWriter.Text(after.Facts.Select(whole.Fact)).ShouldBe(StoryWriter.Text(wanted.Concat(added).Select(whole.Fact)));
        StoryWriter
            .Text(after.Entities.Select(whole.Entity))
            .ShouldBe(StoryWriter.Text(before.Entities.Select(Called).Concat(export.Cast.Entities).Select(whole.Entity)));
        StoryWriter
            .Text(after.Sources.Select(whole.Source))
            .ShouldBe(StoryWriter.Text(before.Sources.Concat(export.Cast.Sources).Select(whole.Source)));

        Entity Called(Entity entity) =>
            entity with
            {
                Aliases = [.. entity.Aliases, .. export.Names.Where(added => added.Entity == entity.Id).Select(added => added.Name)],
            };
    }

    private static string Patch(CommunityExport export, FactBook book, StoryOnDisk disk) =>
        KnowledgePatch.Of(export, book, disk.Knowledge).ShouldBeOfType<PatchResult.Written>().Text;

    private static FactBook Read(StoryOnDisk disk)
    {
        var library = Library.Read(disk.Seeds, disk.Knowledge, Shipped);
        library.Problems.ShouldBeEmpty();
        return library.Books.ShouldHaveSingleItem();
    }

    private static StoryOnDisk Copy(string root)
    {
        var disk = new StoryOnDisk();
        foreach (var folder in new[] { "seeds", "knowledge" })
        {
            var from = Repository.Folder(root, folder);
            foreach (var file in Directory.EnumerateFiles(from, "*", SearchOption.AllDirectories).Where(file => !file.Contains("lexicon")))
            {
                disk.With(Path.Combine(folder, Path.GetRelativePath(from, file)), File.ReadAllBytes(file));
            }
        }

        return disk;
    }

    private static StoryOnDisk Bridge(string? facts)
    {
        var disk = new StoryOnDisk()
            .With("seeds/bridge/notes.md", "---\nid: notes\nform: notes\ntitle: Notes\n---\nIt closed.")
            .With(
                "knowledge/bridge/story.yaml",
                "slug: bridge\ntitle: A bridge\nlanguage: en\ntime-zone: UTC\nedition: 1\nedition-notes: [{edition: 1, date: 2025-05-03, note: First.}]\n"
            )
            .With("knowledge/bridge/sources.yaml", "- id: report\n  title: A report\n  short: a report\n  origin: paper\n  seed: notes")
            .With("knowledge/bridge/entities.yaml", "- id: council\n  kind: group\n  name: the Council\n");
        return facts is null ? disk : disk.With("knowledge/bridge/facts.yaml", facts);
    }

    private static List<string> Comments(StoryOnDisk disk, FactBook book) =>
        [.. File.ReadLines(disk.Path($"knowledge/{book.Story.Slug}/facts.yaml")).Where(line => line.StartsWith('#'))];
}
