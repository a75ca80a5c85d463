using Bot.Core.Journal;
using Bot.Core.Questions;
using Bot.Knowledge;
using Bot.Knowledge.Lexicons;
using Bot.Testing;

namespace Bot.Core.Tests.Cases;

/// <summary>Stories as they lie in folders, on a shelf of their own.</summary>
internal static class StoryFolders
{
    private static readonly Lexicon Shipped = ShippedLexicon.Read();
    private static readonly Lazy<Shelf> WithoutFacts = new(ReadReports);

    /// <summary>A story of the tests by its folder and its name.</summary>
    public static StorySnapshot Story(string folder, string story) =>
        Shelf(Repository.Folder("tests", "stories", folder, "seeds"), Repository.Folder("tests", "stories", folder, "knowledge"))
            .Now.Story(story)!;

    /// <summary>The reports of <c>tests/documents</c> as they are, without a reviewed fact.</summary>
    public static Shelf Reports => WithoutFacts.Value;

    private static Shelf ReadReports()
    {
        var noFacts = Directory.CreateTempSubdirectory("dateline-no-facts-");
        var shelf = Shelf(Repository.Folder("tests", "documents", "seeds"), noFacts.FullName);
        noFacts.Delete();
        return shelf;
    }

    /// <summary>All stories of both folders, which must have no mistake.</summary>
    public static Shelf Shelf(string seeds, string knowledge)
    {
        var library = Library.Read(seeds, knowledge, Shipped);
        library.Problems.ShouldBeEmpty();
        var shelf = new Shelf();
        var keeper = new StoryKeeper(new InMemoryJournal(TimeProvider.System), shelf, TimeProvider.System, development: false);
        keeper.Load(library.Books, library.Lexicon, null, CancellationToken.None).IsCompletedSuccessfully.ShouldBeTrue();
        return shelf;
    }
}
