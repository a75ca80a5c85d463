using Bot.Core.Communities;
using Bot.Core.Facts;
using Bot.Core.Journal;
using Microsoft.Extensions.Time.Testing;
using static Bot.Core.Tests.Communities.Changes;

namespace Bot.Core.Tests.Communities;

/// <summary>From a community's event in the journal to its next question, and to the next edition of the base.</summary>
public sealed class CommunityShelfTests
{
    private static readonly Assertion Closed = SmallBooks.Fact("closed", "The bridge closed.");
    private static readonly Assertion Theirs = SmallBooks.Fact("~ours", "A raft runs.");
    private readonly InMemoryJournal journal = new(new FakeTimeProvider());
    private readonly Shelf shelf = new();
    private readonly StoryKeeper keeper;

    public CommunityShelfTests() => keeper = new StoryKeeper(journal, shelf, new FakeTimeProvider(), development: false);

    [Fact]
    public async Task What_a_community_changed_is_in_its_next_answer_and_in_no_other()
    {
        await Load(1, Closed);
        await Append(Town, Added(Theirs));
        await keeper.Follow(CancellationToken.None);

        Says(Town).ShouldBe(["The bridge closed.", "A raft runs."]);
        Says(Village).ShouldBe(["The bridge closed."]);
        shelf.Story(shelf.Now, Village).ShouldBeSameAs(shelf.Now.Story());
        shelf.Story(shelf.Now, Town, "no-such-story").ShouldBeNull();
    }

    [Fact]
    public async Task A_start_takes_in_what_the_journal_holds_of_communities()
    {
        await Load(1, Closed);
        await Append(Town, Added(Theirs));
        var (again, story) = (new Shelf(), shelf.Now.Story()!);
        await new StoryKeeper(journal, again, new FakeTimeProvider(), development: false).Load(
            [SmallBooks.Book(1, Closed)],
            SmallBooks.Lexicon,
            wanted: null,
            CancellationToken.None
        );

        again.Now.Story()!.History.ShouldBe(story.History);
        again.Story(again.Now, Town)!.InForce.Select(revision => revision.Fact.Says).ShouldBe(["The bridge closed.", "A raft runs."]);
    }

    [Fact]
    public async Task A_new_edition_of_the_base_is_beneath_every_community_after_its_load()
    {
        await Load(1, Closed);
        await Append(Town, Added(Theirs));
        await keeper.Follow(CancellationToken.None);
        var before = shelf.Now;
        await Load(2, Closed with { Says = "The bridge closed for good." });

        shelf.Story(shelf.Now, Town)!.Below.ShouldBeSameAs(shelf.Now.Story());
        Says(Town).ShouldBe(["The bridge closed for good.", "A raft runs."]);
        shelf.Story(before, Town)!.Below.ShouldBeSameAs(before.Story());
        shelf.Story(shelf.Now, Town).ShouldBeSameAs(shelf.Story(shelf.Now, Town));
    }

    [Fact]
    public async Task An_event_that_is_told_twice_counts_once()
    {
        await Load(1, Closed);
        var story = shelf.Now.Story()!;
        var events = Envelopes(story, Town, [Added(Theirs)]);
        shelf.Change(Town, story.Story.Slug, events);
        shelf.Change(Town, story.Story.Slug, events);

        Says(Town).ShouldBe(["The bridge closed.", "A raft runs."]);
    }

    private async Task Load(int edition, params Fact[] facts) =>
        (await keeper.Load([SmallBooks.Book(edition, facts)], SmallBooks.Lexicon, wanted: null, CancellationToken.None)).ShouldBeEmpty();

    private async Task Append(CommunityId community, StoryEvent happened) =>
        (
            await journal.Append(
                new Append
                {
                    Command = new CommandId("one"),
                    Community = community,
                    Story = SmallBooks.Slug,
                    By = new PersonKey("p1"),
                    Reason = "",
                    Events = [new Proposed(new StreamId("~ours"), 0, happened)],
                },
                CancellationToken.None
            )
        ).ShouldBeOfType<AppendResult.Appended>();

    private IEnumerable<string> Says(CommunityId community) =>
        shelf.Story(shelf.Now, community)!.InForce.Select(revision => revision.Fact.Says);
}
