using Bot.Core.Facts;
using Bot.Core.Journal;
using Bot.Core.Questions.Answering;
using static Bot.Core.Tests.Communities.Changes;

namespace Bot.Core.Tests.Communities;

/// <summary>What a community's events make of a base, and what becomes of it when the base moves on.</summary>
public sealed class OverlayFoldTests
{
    private static readonly Assertion Closed = SmallBooks.Fact("closed", "The bridge closed.");
    private static readonly Assertion Open = SmallBooks.Fact("open", "The ferry runs.");
    private static readonly Assertion Theirs = SmallBooks.Fact("~ours", "A raft runs.");
    private static readonly StorySnapshot Base = RandomStories.Loaded(SmallBooks.Book(1, Closed, Open));

    [Fact]
    public void A_fact_of_its_own_stands_after_those_of_the_base()
    {
        var town = Base.By(Town, Added(Theirs));

        Says(town).ShouldBe(["The bridge closed.", "The ferry runs.", "A raft runs."]);
        Says(Base).ShouldBe(["The bridge closed.", "The ferry runs."]);
        town.Book.Find(Theirs.Id).ShouldBe(Theirs);
        Base.Book.Find(Theirs.Id).ShouldBeNull();
    }

    [Fact]
    public void A_change_stands_in_for_the_fact_of_the_base_and_counts_on_from_it()
    {
        var town = Base.By(Town, Changed(Closed, Closed with { Says = "The bridge closed to cars." }));

        Says(town).ShouldBe(["The ferry runs.", "The bridge closed to cars."]);
        town.Current(Closed.Id)!.Number.ShouldBe(2);
        town.Book.Find(Closed.Id)!.Says.ShouldBe("The bridge closed to cars.");
        town.Book.Facts.Select(fact => fact.Id).ShouldBe([Open.Id, Closed.Id]);
    }

    [Fact]
    public void What_is_withdrawn_is_gone_and_can_come_back()
    {
        var gone = Base.By(Town, Removed(Closed));
        var back = Base.By(Town, Removed(Closed), Added(Closed), Removed(Closed), Added(Closed));

        Says(gone).ShouldBe(["The ferry runs."]);
        gone.Book.Find(Closed.Id).ShouldBeNull();
        gone.Book.Facts.ShouldBe([Open]);
        Says(back).ShouldBe(["The ferry runs.", "The bridge closed."]);
        back.Current(Closed.Id)!.Number.ShouldBe(3);
    }

    [Fact]
    public void An_earlier_day_is_answered_as_it_was_then()
    {
        var town = Base.By(Town, Removed(Closed), Added(Theirs));
        var then = new InForce(town, new AsOf(Known: Base.DayOf(Base.History[0].At)));

        Enumerable.Range(0, town.Revisions.Count).Where(then.Holds).Select(target => town.Revisions[target].Fact).ShouldBe([Closed, Open]);
    }

    [Fact]
    public void History_tells_the_events_of_the_base_and_of_the_community_in_order()
    {
        var late = new StoryEvent.FactRemoved(new Edition(2), Open);
        var older = Base.With(Town, Envelopes(Base, Town, [Added(Theirs), Removed(Theirs)]));
        var moved = Base with { History = [.. Base.History, Envelope(Base, Base.Community, late, Base.Position + 2)] };
        var town = moved.With(Town, [older.Own[0], older.Own[1] with { Position = Base.Position + 3 }]);

        var count = Base.History.Count + 3;
        town.History.Select(envelope => envelope.Position).ShouldBe(Enumerable.Range(1, count).Select(position => (long)position));
        town.History.Count.ShouldBe(count);
        town.History[^2].Event.ShouldBe(late);
    }

    [Fact]
    public void A_change_stays_in_force_when_the_base_moves_on_beneath_it()
    {
        var ours = Closed with { Says = "The bridge closed to cars." };
        var own = Envelopes(Base, Town, [Changed(Closed, ours), Removed(Open)]);
        var next = Moved(Closed with { Says = "The bridge closed for good." }, Open with { Says = "The ferry runs at night." }, Theirs);
        var town = next.With(Town, own);

        Says(next).ShouldBe(["The bridge closed for good.", "The ferry runs at night.", "A raft runs."], ignoreOrder: true);
        Says(town).ShouldBe(["A raft runs.", "The bridge closed to cars."]);
        town.Book.Facts.Select(fact => fact.Says).ShouldBe(["A raft runs.", "The bridge closed to cars."]);
    }

    [Fact]
    public void A_change_outlives_a_fact_that_the_base_drops_or_renames()
    {
        var ours = Closed with { Says = "The bridge closed to cars." };
        var own = Envelopes(Base, Town, [Changed(Closed, ours)]);

        Says(Moved(Open).With(Town, own)).ShouldBe(["The ferry runs.", "The bridge closed to cars."]);
        var renamed = Moved(SmallBooks.Fact("shut", "The bridge is shut.", "closed"), Open).With(Town, own);
        Says(renamed).ShouldBe(["The ferry runs.", "The bridge closed to cars."]);
        renamed.Book.Find(new FactId("shut")).ShouldBe(ours);
    }

    /// <summary>The base two positions on, where another edition has these facts.</summary>
    private static StorySnapshot Moved(params Fact[] facts)
    {
        var book = SmallBooks.Book(2, facts);
        var changes = EditionChanges.Between(Cast.Of(Base.Book), Base.Book.Facts, book, new Edition(2));
        var events = changes.Select((change, i) => Envelope(Base, Base.Community, change, Base.Position + 100 + i));
        IReadOnlyList<Envelope> history = [.. Base.History, .. events];
        return StorySnapshot.Of(book, new Edition(2), history, StoryFold.Revisions(history), SmallBooks.Lexicon);
    }

    private static IEnumerable<string> Says(StorySnapshot story) => story.InForce.Select(revision => revision.Fact.Says);
}
