using Bot.Core.Journal;
using Bot.Knowledge;
using Bot.Knowledge.Lexicons;
using Bot.Testing;

namespace Bot.Core.Tests.Cases;

/// <summary>Stories as they lie in folders, on a shelf of their own.</summary>
internal static class StoryFolders
{
    /// <summary>A story of the tests by its folder and its name.</summary>
    public static StorySnapshot Story(string folder, string story) =>
        Shelf(Repository.Folder("tests", "stories", folder, "seeds"), Repository.Folder("tests", "stories", folder, "knowledge"))
            .Now.Story(story)!;

    /// <summary>All stories of both folders, which must have no mistake.</summary>
    public static Shelf Shelf(string seeds, string knowledge)
    {
        var library = Library.Read(seeds, knowledge, ShippedLexicon.Read());
        library.Problems.ShouldBeEmpty();
        var shelf = new Shelf();
        var keeper = new StoryKeeper(new InMemoryJournal(TimeProvider.System), shelf, TimeProvider.System, development: false);
        keeper.Load(library.Books, library.Lexicon, null, CancellationToken.None).IsCompletedSuccessfully.ShouldBeTrue();
        return shelf;
    }
}
