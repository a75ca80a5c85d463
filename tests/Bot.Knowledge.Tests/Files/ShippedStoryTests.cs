using Bot.Knowledge.Lexicons;
using Bot.Testing;

namespace Bot.Knowledge.Tests.Files;

public sealed class ShippedStoryTests
{
    [Fact]
    public void The_first_story_loads_without_a_problem()
    {
        var library = Library.Read(Repository.Folder("seeds"), Repository.Folder("knowledge"), ShippedLexicon.Read());

        library.Problems.ShouldBeEmpty();
        var book = library.Books.Single(book => book.Story.Slug.Value == "azure-imod");
        book.Facts.ShouldNotBeEmpty();
        book.Story.IsDefault.ShouldBeTrue();
    }

    [Fact]
    public void The_second_story_loads_without_a_problem()
    {
        var library = Library.Read(
            Repository.Folder("tests", "stories", "bridge", "seeds"),
            Repository.Folder("tests", "stories", "bridge", "knowledge"),
            ShippedLexicon.Read()
        );

        library.Problems.ShouldBeEmpty();
        library.Books.ShouldHaveSingleItem().Facts.ShouldNotBeEmpty();
    }

    [Fact]
    public void The_shipped_lexicon_is_whole()
    {
        var lexicon = ShippedLexicon.Read();

        lexicon.StopWords.ShouldNotBeEmpty();
        lexicon.Abbreviations.ShouldNotBeEmpty();
        lexicon.Concepts.ShouldNotBeEmpty();
        lexicon.Cues.ShouldNotBeEmpty();
        lexicon.Languages.ShouldNotBeEmpty();
    }
}
