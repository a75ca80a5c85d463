using Bot.Core.Conversation;
using Bot.Core.Facts;
using Bot.Core.Journal;
using Bot.Core.Questions.Indexing;
using Microsoft.Extensions.Time.Testing;
using static Bot.Core.Tests.Communities.Changes;

namespace Bot.Core.Tests.Communities;

/// <summary>Every command reads a story in two layers as it reads the same story in one.</summary>
public sealed class CommandTests
{
    [Fact]
    public void Every_listing_is_the_same_over_two_layers_as_over_one()
    {
        foreach (var story in BothStories.All)
        {
            var (town, flat) = (Town(story), Flat(Town(story)));
            foreach (var command in Commands(story.Book))
            {
                Text(town, command).ShouldBe(Text(flat, command), $"{command}");
            }
        }
    }

    [Fact]
    public void What_a_community_changed_is_among_its_changes_and_not_among_those_of_the_base()
    {
        var town = Town(BothStories.Bridge);

        Text(town, new Command.Changes(null)).ShouldContain("A raft runs.");
        Text(town.Below!, new Command.Changes(null)).ShouldNotContain("A raft runs.");
    }

    private static string Text(StorySnapshot story, Command command)
    {
        var shelf = new Shelf();
        shelf.Replace(new ShelfState([story], story.Story.Slug, [], null));
        return PlainText.Of(new Desk(shelf, new FakeTimeProvider(story.KeptSince.AddDays(200))).Handle(command));
    }

    /// <summary>With one fact more, one changed, one withdrawn.</summary>
    private static StorySnapshot Town(StorySnapshot story)
    {
        var (first, last) = (story.Book.Facts.OfType<Assertion>().First(), story.Book.Facts.OfType<Assertion>().Last());
        return story.By(
            Changes.Town,
            Added(first with { Id = new FactId("~raft"), Says = "A raft runs.", Quote = null, Links = [] }),
            Changed(first, first with { Says = "It is said otherwise here.", Quote = null }),
            Removed(last)
        );
    }

    private static StorySnapshot Flat(StorySnapshot town)
    {
        var book = new FactBook(town.Story, town.Book.Seeds, town.Book.Sources, town.Book.Entities, [.. town.Book.Facts]);
        var remembering = book.Remembering([], town.Revisions.Select(revision => revision.Fact).Reverse());
        return town with { Book = remembering, Index = StoryIndex.Build(remembering, [.. town.Revisions], town.Index.Lexicon) };
    }

    private static IEnumerable<Command> Commands(FactBook book) =>
        [
            new Command.Suspended(),
            new Command.Responses(null),
            new Command.What(null),
            new Command.ShowTimeline(null),
            new Command.Changes(null),
            new Command.Sources(),
            new Command.Status(),
            .. book.Entities.Select(entity => new Command.Who(entity.Name, null)),
            .. book.Entities.Select(entity => new Command.Responses(entity.Name)),
        ];
}
