using Bot.Core.Conversation;
using Bot.Core.Journal;
using Bot.Knowledge;
using Bot.Knowledge.Lexicons;
using Bot.Testing;
using Microsoft.Extensions.Time.Testing;

namespace Bot.Core.Tests;

/// <summary>The shipped story and the bridge story, loaded once as a program would, with a desk over them. Immutable, so shared by all tests.</summary>
internal static class BothStories
{
    private static readonly FakeTimeProvider Time = new(new DateTimeOffset(2026, 6, 1, 9, 0, 0, TimeSpan.Zero));
    private static readonly Lazy<Shelf> Loaded = new(Load);

    public static DateOnly Today { get; } = new(2026, 6, 1);

    public static Shelf Shelf => Loaded.Value;

    public static Desk Desk => new(Shelf, Time);

    public static StorySnapshot Shipped => Shelf.Now.Stories.Values.Single(story => story.Story.IsDefault);

    public static StorySnapshot Bridge => Shelf.Now.Story("harbour-bridge")!;

    public static IReadOnlyList<StorySnapshot> All => [.. Shelf.Now.Stories.Values];

    private static Shelf Load()
    {
        var lexicon = ShippedLexicon.Read();
        var libraries = new[]
        {
            Library.Read(Repository.Folder("seeds"), Repository.Folder("knowledge"), lexicon),
            Library.Read(
                Repository.Folder("tests", "stories", "bridge", "seeds"),
                Repository.Folder("tests", "stories", "bridge", "knowledge"),
                lexicon
            ),
        };
        libraries.SelectMany(library => library.Problems).ShouldBeEmpty();
        var books = libraries.SelectMany(library => library.Books).ToList();
        books.Count.ShouldBeGreaterThanOrEqualTo(2);
        books.ShouldAllBe(book => book.Facts.Count > 0);

        var shelf = new Shelf();
        var keeper = new StoryKeeper(new InMemoryJournal(Time), shelf, Time, development: false);
        var loading = keeper.Load(books, libraries[0].Lexicon, null, CancellationToken.None);
        loading.IsCompletedSuccessfully.ShouldBeTrue();
        loading.Result.ShouldBeEmpty();
        return shelf;
    }
}
