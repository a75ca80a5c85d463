using Bot.Core.Facts;

namespace Bot.Knowledge.Tests.Files;

public sealed class DocumentTests
{
    [Fact]
    public void A_plain_text_is_a_story_of_its_own()
    {
        using var disk = new StoryOnDisk().With(
            "seeds/The Old Bridge.txt",
            "The bridge closes\n\nThe Town Council closed the bridge. It gave no date.\n"
        );

        var library = disk.Read();

        library.Problems.ShouldBeEmpty();
        var story = library.Books.ShouldHaveSingleItem();
        (story.Story.Slug.Value, story.Story.Title, story.Story.Edition).ShouldBe(("the-old-bridge", "The bridge closes", 0));
        var seed = story.Seeds.ShouldHaveSingleItem();
        (seed.Id.Value, seed.Form, seed.Title).ShouldBe(("the-old-bridge", SeedForm.Document, "The bridge closes"));
        seed.Passages.Select(passage => passage.Text).ShouldContain("It gave no date.");
    }

    [Fact]
    public void A_text_that_begins_with_a_sentence_is_called_by_its_file()
    {
        using var disk = new StoryOnDisk().With("seeds/bridge.txt", "The Town Council closed the bridge.\n");

        disk.Read().Books.ShouldHaveSingleItem().Story.Title.ShouldBe("bridge");
    }

    [Fact]
    public void A_folder_without_facts_is_a_story_called_by_its_first_document()
    {
        using var disk = new StoryOnDisk()
            .With("seeds/bridge/b.txt", "Second title\n\nIt is old.")
            .With("seeds/bridge/a.txt", "First title\n\nIt is shut.");

        var book = disk.Read().Books.ShouldHaveSingleItem();

        (book.Story.Slug.Value, book.Story.Title, book.Story.TimeZone, book.Story.Language).ShouldBe(
            ("bridge", "First title", "UTC", "en")
        );
        book.Seeds.Select(seed => seed.Id.Value).ShouldBe(["a", "b"]);
    }

    [Fact]
    public void Windows_line_ends_and_a_byte_order_mark_change_nothing()
    {
        using var disk = StoryOnDisk.New();
        foreach (
            var file in Directory
                .GetFiles(disk.Seeds, "*", SearchOption.AllDirectories)
                .Concat(Directory.GetFiles(disk.Knowledge, "*", SearchOption.AllDirectories))
        )
        {
            File.WriteAllText(file, "\uFEFF" + File.ReadAllText(file).Replace("\n", "\r\n"));
        }

        disk.Problems().ShouldBeEmpty();
    }

    [Fact]
    public void Markdown_needs_front_matter()
    {
        using var disk = new StoryOnDisk().With("seeds/bridge/a.md", "It is shut.");

        disk.Problems().ShouldHaveSingleItem().ShouldStartWith("seeds/bridge/a.md:1:1: A Markdown seed begins with front matter:");
    }

    [Fact]
    public void Front_matter_must_end()
    {
        using var disk = StoryOnDisk.New().Edit("seeds/bridge/first-document.md", "report\n---\n", "report\n");

        disk.Problems()
            .ShouldBe([
                "seeds/bridge/first-document.md:1:1: The front matter that begins here never ends: close it with a line of three hyphens.",
            ]);
    }

    [Fact]
    public void A_mistake_in_front_matter_is_placed_in_the_file()
    {
        using var disk = StoryOnDisk.New().Edit("seeds/bridge/first-document.md", "form: notes", "from: notes");

        disk.Problems()
            .ShouldBe(["seeds/bridge/first-document.md:4:1: The front matter of a seed has no key `from`. Did you mean `form`?"]);
    }

    [Fact]
    public void Bytes_that_are_no_text_are_refused_where_they_stand()
    {
        using var disk = new StoryOnDisk().With("seeds/bridge/a.txt", [.. "Shut.\nIt "u8, 0xFF, 0xFE]).With("seeds/bridge/b.txt", "Open.");

        disk.Problems().ShouldBe(["seeds/bridge/a.txt:2:4: From here on the file is not UTF-8: save it as UTF-8 text."]);
    }

    [Fact]
    public void A_file_that_is_too_large_is_refused()
    {
        using var disk = new StoryOnDisk().With("seeds/bridge/a.txt", new byte[(4 * 1024 * 1024) + 1]).With("seeds/bridge/b.txt", "Open.");

        disk.Problems().ShouldBe(["seeds/bridge/a.txt:1:1: The file is larger than 4 MB: split it."]);
    }

    [Fact]
    public void Other_files_are_not_passed_over_in_silence()
    {
        using var disk = new StoryOnDisk()
            .With("seeds/bridge/a.txt", "It is shut.")
            .With("seeds/bridge/a.pdf", "x")
            .With("seeds/bridge/README.md", "For people.")
            .With("seeds/bridge/.hidden", "x")
            .With("seeds/bridge/more/b.txt", "x");

        disk.Problems()
            .ShouldBe([
                "seeds/bridge/a.pdf:1:1: Only .md and .txt files are read as documents: save it as one, or take it away.",
                "seeds/bridge/more:1:1: A folder within a story's folder is not read: put its documents one level up.",
            ]);
    }

    [Fact]
    public void A_name_without_a_plain_letter_cannot_be_an_id()
    {
        using var disk = new StoryOnDisk().With("seeds/橋.txt", "It is shut.");

        disk.Problems().ShouldAllBe(problem => problem.StartsWith("seeds/橋.txt:1:1: ", StringComparison.Ordinal));
        disk.Problems().Count.ShouldBe(1);
    }
}
