using Bot.Core.Communities;
using Bot.Core.Conversation;
using Bot.Core.Facts;
using Bot.Core.Journal;
using Microsoft.Extensions.Time.Testing;
using static Bot.Core.Tests.Communities.Changes;

namespace Bot.Core.Tests.Journal;

/// <summary>A fold passes over what was blanked.</summary>
public sealed class BlankedFoldTests
{
    private static readonly Assertion Closed = SmallBooks.Fact("closed", "The bridge closed.");
    private static readonly Assertion Runs = SmallBooks.Fact("runs", "The ferry runs.");

    /// <summary>Positions: 1 the baseline, 2 and 3 its facts, 4 a change of the bridge, 5 the bridge removed.</summary>
    private static readonly StorySnapshot Story = Loaded(
        SmallBooks.Book(1, Closed, Runs),
        SmallBooks.Book(2, Closed with { Says = "It shut." }, Runs),
        SmallBooks.Book(3, Runs)
    );

    [Fact]
    public void A_fact_whose_opening_was_blanked_is_not_there_and_closing_it_does_nothing()
    {
        var revisions = StoryFold.Revisions(Blanked(2, 4));

        revisions.ShouldHaveSingleItem().Fact.Says.ShouldBe("The ferry runs.");
    }

    [Fact]
    public void Where_the_first_load_was_blanked_its_facts_still_hold_from_where_the_story_begins() =>
        StoryFold.Revisions(Blanked(1)).Select(revision => revision.From).ShouldBe(StoryFold.Revisions(Story.History).Select(r => r.From));

    [Fact]
    public void A_removal_does_not_move_the_end_of_an_older_revision_when_what_came_between_was_blanked()
    {
        var story = Loaded(
            SmallBooks.Book(1, Closed, Runs),
            SmallBooks.Book(2, Runs),
            SmallBooks.Book(3, Closed, Runs),
            SmallBooks.Book(4, Runs)
        );
        var without = story.History.Select(envelope => envelope.Position == 5 ? Blank(envelope) : envelope).ToList();

        StoryFold.Revisions(without).Single(revision => revision.Fact.Id == Closed.Id).To.ShouldBe(4);
    }

    [Fact]
    public void The_last_edition_is_that_of_the_last_event_that_tells_one()
    {
        StoryFold.LastEdition(Blanked(5)).ShouldBe(new Edition(2));
        StoryFold.LastEdition(Blanked(1, 2, 3, 4, 5)).ShouldBe(default);
    }

    [Fact]
    public async Task A_store_whose_baseline_and_changes_were_blanked_is_loaded_and_says_nothing_of_them()
    {
        var (journal, time) = (new InMemoryJournal(new FakeTimeProvider()), new FakeTimeProvider());
        var book = SmallBooks.Book(3, Closed, Runs);
        await Loaded(journal, SmallBooks.Book(1, Closed with { Says = "It shut." }, Runs), SmallBooks.Book(2, Closed, Runs));
        (await journal.Append(Erase([1, 2, 4]), TestContext.Current.CancellationToken)).ShouldBeOfType<AppendResult.Appended>();

        var shelf = await Loaded(journal, book);

        shelf
            .Now.Story()!
            .InForce.Select(revision => revision.Fact.Says)
            .ShouldBe(["The ferry runs.", "The bridge closed."], ignoreOrder: true);
        var said = PlainText.Of(new Desk(shelf, time).Handle(new Command.Changes(null), shelf.Now.Story()!.Story.Slug));
        said.ShouldContain("The bridge closed.");
        said.ShouldNotContain("It shut.");
    }

    [Fact]
    public void A_communitys_blanked_fact_is_not_there_and_the_base_stays()
    {
        var own = SmallBooks.Fact("~ours", "A raft runs.");
        var events = Envelopes(Story, Town, [Added(own), Changed(own, own with { Says = "Two rafts run." }), Removed(own), Added(own)]);

        var town = Story.With(Town, [.. events.Select(Blank)]);

        town.InForce.Select(revision => revision.Fact.Says).ShouldBe(["The ferry runs."]);
        Story.With(Town, [Blank(events[0]), Blank(events[1]), events[2]]).InForce.Count().ShouldBe(1);
    }

    private static Append Erase(IReadOnlyList<long> positions) =>
        new()
        {
            Command = new CommandId("erase"),
            Community = CommunityId.Base,
            Story = new StorySlug("bridge"),
            By = PersonKey.Maintainers,
            Reason = "",
            Events =
            [
                new Proposed(StreamId.Editions(new StorySlug("bridge")), 4, new StoryEvent.CastChanged(new Edition(2), SmallBooks.Cast)),
            ],
            Blanks = positions,
        };

    private static StorySnapshot Loaded(params FactBook[] editions) =>
        Loaded(new InMemoryJournal(new FakeTimeProvider()), editions).Result.Now.Story()!;

    private static async Task<Shelf> Loaded(IJournal journal, params FactBook[] editions)
    {
        var shelf = new Shelf();
        var keeper = new StoryKeeper(journal, shelf, new FakeTimeProvider(), development: false);
        foreach (var edition in editions)
        {
            (await keeper.Load([edition], SmallBooks.Lexicon, null, TestContext.Current.CancellationToken)).ShouldBeEmpty();
        }

        return shelf;
    }

    private static IReadOnlyList<Envelope> Blanked(params long[] positions) =>
        [.. Story.History.Select(envelope => positions.Contains(envelope.Position) ? Blank(envelope) : envelope)];

    private static Envelope Blank(Envelope envelope) => envelope with { Event = new StoryEvent.Blanked(), Reason = "" };
}
