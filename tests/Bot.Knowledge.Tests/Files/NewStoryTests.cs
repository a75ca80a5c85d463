namespace Bot.Knowledge.Tests.Files;

public sealed class NewStoryTests
{
    [Fact]
    public void A_new_story_checks_clean_at_once()
    {
        using var disk = StoryOnDisk.New("harbour-2");

        var library = disk.Read();

        library.Problems.ShouldBeEmpty();
        var book = library.Books.ShouldHaveSingleItem();
        book.Story.Slug.Value.ShouldBe("harbour-2");
        book.Story.EditionNotes.ShouldHaveSingleItem().Date.ShouldBe(new DateOnly(2025, 5, 3));
        book.Facts.Count.ShouldBe(2);
    }

    [Fact]
    public void The_files_are_listed_in_the_order_to_fill_them_in()
    {
        using var disk = new StoryOnDisk();

        var written = Scaffold
            .Write("bridge", disk.Seeds, disk.Knowledge, new DateOnly(2025, 5, 3))
            .ShouldBeOfType<ScaffoldResult.Written>();

        written.Files.Select(Path.GetFileName).ShouldBe(["first-document.md", "story.yaml", "sources.yaml", "entities.yaml", "facts.yaml"]);
        written.Files.ShouldAllBe(file => File.Exists(file));
    }

    [Fact]
    public void A_bad_slug_is_refused_with_a_better_one()
    {
        using var disk = new StoryOnDisk();

        Scaffold
            .Write("../The Café", disk.Seeds, disk.Knowledge, new DateOnly(2025, 5, 3))
            .ShouldBe(
                new ScaffoldResult.Refused(
                    "'../The Café' cannot name a story: use lower-case letters, digits and hyphens. 'the-cafe' would do."
                )
            );
        Directory.GetFileSystemEntries(disk.Seeds).ShouldBeEmpty();
    }

    [Fact]
    public void A_folder_that_exists_is_never_touched()
    {
        using var disk = StoryOnDisk.New();

        Scaffold
            .Write("bridge", disk.Seeds, disk.Knowledge, new DateOnly(2025, 5, 3))
            .ShouldBeOfType<ScaffoldResult.Refused>()
            .Sentence.ShouldContain("exists already");
    }

    [Fact]
    public void The_lexicon_is_no_story()
    {
        using var disk = new StoryOnDisk();

        Scaffold.Write("lexicon", disk.Seeds, disk.Knowledge, new DateOnly(2025, 5, 3)).ShouldBeOfType<ScaffoldResult.Refused>();
    }
}
