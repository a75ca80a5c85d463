using Bot.Knowledge.Lexicons;

namespace Bot.Knowledge.Tests.Files;

public sealed class LibraryTests
{
    [Fact]
    public void A_book_that_built_is_there_when_another_has_problems()
    {
        using var disk = StoryOnDisk.New().With("seeds/other/a.md", "no front matter");

        var library = disk.Read();

        library.Books.ShouldHaveSingleItem().Story.Slug.Value.ShouldBe("bridge");
        library.Problems.ShouldNotBeEmpty();
    }

    [Fact]
    public void Two_stories_never_share_a_slug()
    {
        using var disk = StoryOnDisk.New().With("seeds/Bridge.txt", "It is shut.");

        disk.Problems()
            .ShouldBe(["seeds/Bridge.txt:1:1: There is a story 'bridge' already (knowledge/bridge/story.yaml): rename one of the two."]);
    }

    [Fact]
    public void One_story_is_the_default()
    {
        using var disk = StoryOnDisk.New("bridge");
        Scaffold.Write("harbour", disk.Seeds, disk.Knowledge, new DateOnly(2025, 5, 3)).ShouldBeOfType<ScaffoldResult.Written>();
        disk.Edit("knowledge/bridge/story.yaml", "language: en", "language: en\ndefault: true")
            .Edit("knowledge/harbour/story.yaml", "language: en", "default: true\nlanguage: en");

        disk.Problems()
            .ShouldHaveSingleItem()
            .ShouldStartWith("knowledge/harbour/story.yaml:5:10: One story is the default already (knowledge/bridge/story.yaml:");
    }

    [Fact]
    public void A_missing_folder_is_told_once()
    {
        using var disk = StoryOnDisk.New();
        Directory.Delete(disk.Seeds, recursive: true);

        disk.Problems().ShouldBe([$"seeds:1:1: There is no folder {disk.Seeds} to read documents from: create it, or name another."]);
    }

    [Fact]
    public void A_story_without_documents_says_where_they_belong()
    {
        using var disk = StoryOnDisk.New();
        Directory.Delete(Path.Combine(disk.Seeds, "bridge"), recursive: true);

        disk.Problems().ShouldBe(["knowledge/bridge:1:1: The story has no documents: put them into the folder seeds/bridge."]);
    }

    [Fact]
    public void A_slug_is_the_name_of_its_folder()
    {
        using var disk = StoryOnDisk.New().Edit("knowledge/bridge/story.yaml", "slug: bridge", "slug: brigde");

        disk.Problems()
            .ShouldBe(["knowledge/bridge/story.yaml:2:7: `slug` is 'brigde' and the folder is called 'bridge': both must be the same."]);
    }

    [Fact]
    public void A_misnamed_file_is_told_once()
    {
        using var disk = StoryOnDisk.New();
        File.Move(Path.Combine(disk.Knowledge, "bridge", "facts.yaml"), Path.Combine(disk.Knowledge, "bridge", "facts.yml"));

        disk.Problems().ShouldBe(["knowledge/bridge/facts.yml:1:1: No such file is read. Did you mean facts.yaml? Rename it."]);
    }

    [Fact]
    public void A_story_needs_its_story_file()
    {
        using var disk = StoryOnDisk.New();
        File.Delete(Path.Combine(disk.Knowledge, "bridge", "story.yaml"));

        disk.Problems().ShouldHaveSingleItem().ShouldStartWith("knowledge/bridge/story.yaml:1:1: The story has no story.yaml:");
    }

    [Fact]
    public void A_lexicon_of_ones_own_stands_in_for_the_shipped_one_file_by_file()
    {
        using var disk = StoryOnDisk
            .New()
            .With("knowledge/lexicon/abbreviations.yaml", "[Mr, approx]")
            .With("knowledge/lexicon/concepts.yaml", "close: [close, Shut]");

        var library = disk.Read();

        library.Problems.ShouldBeEmpty();
        library.Lexicon.Abbreviations.ShouldBe(["mr", "approx"], ignoreOrder: true);
        library.Lexicon.Concepts["close"].ShouldBe(["close", "shut"]);
        library.Lexicon.Languages.Keys.ShouldBe(ShippedLexicon.Read().Languages.Keys, ignoreOrder: true);
    }

    [Fact]
    public void A_mistake_in_the_lexicon_is_told_like_any_other()
    {
        using var disk = StoryOnDisk
            .New()
            .With("knowledge/lexicon/concepts.yaml", "close: shut\n")
            .With("knowledge/lexicon/stopwords.yaml", "[a]");

        disk.Problems()
            .ShouldBe([
                "knowledge/lexicon/concepts.yaml:1:8: `close` takes a list, and this is a text: write [shut].",
                "knowledge/lexicon/stopwords.yaml:1:1: No such file is read. Did you mean stop-words.yaml? Rename it.",
            ]);
    }

    [Fact]
    public void Folders_one_level_too_high_are_told_which_were_meant()
    {
        using var disk = StoryOnDisk.New();
        var above = Path.GetDirectoryName(disk.Seeds)!;
        var name = Path.GetFileName(above);

        Library
            .Read(above, above, ShippedLexicon.Read())
            .Problems.Select(problem => problem.Sentence)
            .ShouldBe([
                $"The documents are one level below: did you mean --seeds {name}/seeds?",
                $"The facts are one level below: did you mean --knowledge {name}/knowledge?",
            ]);
    }

    [Fact]
    public void A_story_may_be_called_seeds()
    {
        using var disk = StoryOnDisk.New("seeds");

        disk.Problems().ShouldBeEmpty();
    }
}
