using Bot.Core.Facts;
using Bot.Core.Questions;
using Bot.Knowledge.Exports;
using Bot.Knowledge.Lexicons;
using Bot.Testing;
using FsCheck;
using FsCheck.Fluent;

namespace Bot.Knowledge.Tests.Writing;

public sealed class ExportFolderTests
{
    private static readonly Lexicon Shipped = ShippedLexicon.Read();
    private static readonly DateOnly Today = new(2026, 9, 4);
    private static readonly FactBook Bridge = Library
        .Read(
            Repository.Folder("tests", "stories", "bridge", "seeds"),
            Repository.Folder("tests", "stories", "bridge", "knowledge"),
            Shipped
        )
        .Books.Single();

    [Fact]
    public void Any_export_is_read_back_as_it_was_and_written_again_to_the_same_bytes() =>
        Prop.ForAll(Communities.Of(Bridge).ToArbitrary(), MustComeBack).Check(Config.QuickThrowOnFailure.WithMaxTest(100));

    [Fact]
    public void A_story_that_the_community_started_stands_alone()
    {
        var own = Communities.Own(Bridge, 0, "It fell.") with { Actors = [Communities.OwnEntity], Links = [] };
        var export = Communities.Export(Bridge, [own]);
        MustComeBack(
            export with
            {
                Story = new StorySlug("our-own"),
                Under = new ExportedStory.Own("Our own: a story", "en", "Europe/Vienna"),
                Closed = new DateOnly(2026, 9, 2),
                Cast = export.Cast with { Entities = [export.Cast.Entities[0] with { Of = null }] },
            }
        );
    }

    [Fact]
    public void A_community_that_changed_nothing_has_one_file()
    {
        var export = Communities.Export(Bridge, []) with { Cast = new Cast([], [], []) };

        ExportFolder.Write(export).Select(file => file.Path).ShouldBe(["community.yaml"]);
        MustComeBack(export);
    }

    [Fact]
    public void The_files_are_plain()
    {
        var export = Communities.Export(Bridge, [Communities.Own(Bridge, 0, "It fell.")]) with { Withdrawn = [Bridge.Facts[2].Id] };
        var files = ExportFolder
            .Write(export, "a patch")
            .ToDictionary(file => file.Path, file => System.Text.Encoding.UTF8.GetString(file.Content));

        files.Keys.ShouldBe(["community.yaml", "sources.yaml", "entities.yaml", "facts.yaml", "facts.patch", "seeds/~0badcafe.md"]);
        files["community.yaml"]
            .ShouldBe(
                $"""
                format: 1
                community: discord:1234567890
                story: harbour-bridge
                base-edition: {Bridge.Story.Edition}
                held:
                  - fact: ~a0b1c2d0
                    reason: an odd text
                withdrawn:
                  - {Bridge.Facts[2].Id}

                """
            );
        files["facts.yaml"]
            .ShouldBe(
                $"""
                - id: ~a0b1c2d0
                  kind: claim
                  actor: [~0ddba11d, {Bridge.Entities[0].Id}]
                  speaker: ~0badf00d
                  status: reported
                  known: 2026-09-01
                  checked: 2026-08-31
                  says: It fell.
                  sources: [~0badf00d]
                  links:
                    denies: [{Bridge.Facts[0].Id}]
                  rests-on:
                    - seed: ~0badcafe
                      sentence: Sentence 0 of their own stands here.

                """
            );
    }

    [Theory]
    [InlineData("community.yaml", "format: 1", "format: 2", "community.yaml:1:9: The export has format '2'")]
    [InlineData("community.yaml", "community: discord:1234567890\n", "", "community.yaml:1:1: There is no `community`")]
    [InlineData(
        "community.yaml",
        "story: harbour-bridge",
        "story: harbour-brigde",
        "community.yaml:3:8: There is no story 'harbour-brigde'"
    )]
    [InlineData("community.yaml", "base-edition: ", "base-edition: x", "community.yaml:4:15: `base-edition` is the number")]
    [InlineData("community.yaml", "base-edition: ", "title: A title\nbase-edition: ", "community.yaml:4:8: The base of a story says this")]
    [InlineData("community.yaml", "fact: ~a0b1c2d0", "fact: ~a0b1c2d9", "community.yaml:6:11: `fact` names the fact '~a0b1c2d9'")]
    [InlineData("community.yaml", "withdrawn:", "withdrawed:", "Did you mean `withdrawn`?")]
    [InlineData("community.yaml", "withdrawn:", "names:\n  - name: x\nwithdrawn:", "This name has no `entity`")]
    [InlineData(
        "community.yaml",
        "withdrawn:",
        "names:\n  - {entity: x, name: x, fact: ~a0b1c2d0}\nwithdrawn:",
        "`entity` names the entity 'x'"
    )]
    [InlineData("facts.yaml", "sources: [~0badf00d]", "sources: [~0badf00e]", "facts.yaml:9:13: `sources` names the source '~0badf00e'")]
    [InlineData("facts.yaml", "id: ~a0b1c2d0", "id: a0b1c2d0", "facts.yaml:1:7: The id 'a0b1c2d0'")]
    [InlineData("facts.yaml", "Sentence 0 of", "Sentence nought of", "facts.yaml:14:17: The seed '~0badcafe' does not hold this sentence")]
    [InlineData("facts.yaml", "status: reported", "status: [", "facts.yaml:")]
    [InlineData("seeds/~0badcafe.md", "title: an odd text\n", "", "~0badcafe.md:")]
    public void What_is_wrong_is_told_with_its_place(string path, string from, string to, string told)
    {
        using var disk = On(Communities.Export(Bridge, [Communities.Own(Bridge, 0, "It fell.")]) with { Withdrawn = [Bridge.Facts[2].Id] });
        disk.Edit($"knowledge/{path}", from, to);

        var problems = Read(disk).ShouldBeOfType<ExportResult.Refused>().Problems.Select(problem => problem.ToString());

        string.Join('\n', problems).ShouldContain(told);
    }

    [Fact]
    public void All_that_is_wrong_is_told_at_once()
    {
        using var disk = On(Communities.Export(Bridge, [Communities.Own(Bridge, 0, "It fell.")]));
        disk.Edit("knowledge/community.yaml", "format: 1", "format: 2")
            .Edit("knowledge/facts.yaml", "kind: claim", "kind: clam")
            .Edit("knowledge/entities.yaml", "kind: person", "kind: robot")
            .With("knowledge/story.yaml", "slug: harbour-bridge\n");

        var problems = Read(disk).ShouldBeOfType<ExportResult.Refused>().Problems;

        problems
            .Select(problem => problem.At.File)
            .ShouldBe(["knowledge/community.yaml", "knowledge/entities.yaml", "knowledge/facts.yaml", "knowledge/story.yaml"]);
    }

    [Fact]
    public void A_folder_that_is_not_there_or_holds_something_else_is_refused()
    {
        using var disk = new StoryOnDisk();

        Read(disk).ShouldBeOfType<ExportResult.Refused>().Problems.ShouldHaveSingleItem().At.File.ShouldBe("knowledge/community.yaml");
        Directory.Delete(disk.Knowledge);
        Read(disk).ShouldBeOfType<ExportResult.Refused>().Problems.ShouldHaveSingleItem().Sentence.ShouldStartWith("There is no folder");
    }

    private static void MustComeBack(CommunityExport export)
    {
        using var disk = On(export);
        var read = Read(disk);
        var again = (read as ExportResult.Read)?.Export;

        again.ShouldNotBeNull(string.Join('\n', (read as ExportResult.Refused)?.Problems ?? []));
        again.Facts.Select(FactContent.Of).ShouldBe(export.Facts.Select(FactContent.Of));
        again.Cast.Content.ShouldBe(export.Cast.Content);
        again.Cast.Seeds.Select(seed => seed.Text).ShouldBe(export.Cast.Seeds.Select(seed => seed.Text));
        again.Held.ShouldBe(export.Held);
        again.Withdrawn.ShouldBe(export.Withdrawn);
        again.Names.ShouldBe(export.Names);
        (again.Community, again.Story, again.Under, again.Closed).ShouldBe((export.Community, export.Story, export.Under, export.Closed));
        ExportFolder.Write(again).Select(file => file.Path).ShouldBe(ExportFolder.Write(export).Select(file => file.Path));
        ExportFolder.Write(again).SelectMany(file => file.Content).ShouldBe(ExportFolder.Write(export).SelectMany(file => file.Content));
    }

    private static StoryOnDisk On(CommunityExport export)
    {
        var disk = new StoryOnDisk();
        foreach (var file in ExportFolder.Write(export, "a patch"))
        {
            disk.With($"knowledge/{file.Path}", file.Content);
        }

        return disk;
    }

    private static ExportResult Read(StoryOnDisk disk) =>
        ExportFolder.Read(disk.Knowledge, slug => slug == Bridge.Story.Slug ? Bridge : null, Today, Shipped.Abbreviations);
}
