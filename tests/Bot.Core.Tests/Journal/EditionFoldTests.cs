using Bot.Core.Facts;
using Bot.Core.Journal;
using Microsoft.Extensions.Time.Testing;

namespace Bot.Core.Tests.Journal;

/// <summary>Loading editions one after the other and folding what was written gives back every edition.</summary>
public sealed class EditionFoldTests
{
    [Fact]
    public void After_any_editions_the_facts_in_force_are_the_last_ones() =>
        Properties.Hold(
            Editions.Sequences,
            editions =>
            {
                var kept = Kept(editions);
                var last = kept.Snapshots[^1];
                SmallBooks
                    .Contents(StoryFold.Revisions(last.History).Where(revision => revision.To is null).Select(revision => revision.Fact))
                    .ShouldBe(SmallBooks.Contents(editions[^1].Facts));
            },
            100
        );

    [Fact]
    public void At_the_last_position_of_each_edition_its_own_facts_were_in_force() =>
        Properties.Hold(
            Editions.Sequences,
            editions =>
            {
                var kept = Kept(editions);
                var last = kept.Snapshots[^1];
                foreach (var (edition, snapshot) in editions.Zip(kept.Snapshots))
                {
                    SmallBooks
                        .Contents(last.At(snapshot.Position).Select(revision => revision.Fact))
                        .ShouldBe(SmallBooks.Contents(edition.Facts));
                }
            },
            100
        );

    [Fact]
    public void At_no_position_has_a_fact_two_states() =>
        Properties.Hold(
            Editions.Sequences,
            editions =>
            {
                var last = Kept(editions).Snapshots[^1];
                for (var position = 1L; position <= last.Position; position++)
                {
                    last.At(position).Select(revision => revision.Fact.Id).ShouldBeUnique();
                }

                foreach (var fact in last.Revisions.GroupBy(revision => revision.Fact.Id))
                {
                    fact.Select(revision => revision.Number).ShouldBeUnique();
                    fact.Select(revision => revision.Number).ShouldBe(fact.Select(revision => revision.Number).Order());
                }
            },
            100
        );

    [Fact]
    public void An_edition_that_says_the_same_changes_nothing() =>
        Properties.Hold(
            Editions.Sequences,
            editions =>
            {
                var facts = editions[^1].Facts;
                EditionChanges.Between(SmallBooks.Cast, facts, SmallBooks.Book(9, [.. facts.Reverse()]), new Edition(9)).ShouldBeEmpty();
            },
            50
        );

    [Fact]
    public void A_new_edition_does_not_change_the_day_a_fact_was_known_unless_that_is_written()
    {
        var before = SmallBooks.Fact("bridge-closed", "It closed.");
        var later = before with { Known = new DateOnly(2026, 4, 1) };

        EditionChanges.Between(SmallBooks.Cast, [before], SmallBooks.Book(2, later), new Edition(2)).ShouldBeEmpty();
        EditionChanges
            .Between(SmallBooks.Cast, [before], SmallBooks.Book(2, later with { KnownIsStated = true }), new Edition(2))
            .ShouldHaveSingleItem();
    }

    [Fact]
    public void A_renamed_fact_is_a_change_and_no_loss_or_gain()
    {
        var before = SmallBooks.Fact("bridge-shut", "It closed.");
        var after = SmallBooks.Fact("bridge-closed", "It closed.", "bridge-shut");

        var changes = EditionChanges.Between(SmallBooks.Cast, [before], SmallBooks.Book(2, after), new Edition(2));

        changes.ShouldHaveSingleItem().ShouldBe(new StoryEvent.FactChanged(new Edition(2), before, after));
    }

    [Fact]
    public void A_renamed_fact_goes_on_counting_its_states()
    {
        var kept = Kept([
            SmallBooks.Book(1, SmallBooks.Fact("bridge-shut", "It closed.")),
            SmallBooks.Book(2, SmallBooks.Fact("bridge-shut", "It was closed.")),
            SmallBooks.Book(3, SmallBooks.Fact("bridge-closed", "It was closed.", "bridge-shut")),
        ]);

        var now = kept.Snapshots[^1].Current(new FactId("bridge-closed")).ShouldNotBeNull();
        now.Number.ShouldBe(3);
        kept.Snapshots[^1].Current(new FactId("bridge-shut")).ShouldBeNull();
    }

    [Fact]
    public void A_fact_that_comes_back_is_a_new_state_of_the_same_fact()
    {
        var fact = SmallBooks.Fact("bridge-closed", "It closed.");
        var kept = Kept([SmallBooks.Book(1, fact), SmallBooks.Book(2), SmallBooks.Book(3, fact)]);

        kept.Snapshots[1].Current(fact.Id).ShouldBeNull();
        kept.Snapshots[2].Current(fact.Id).ShouldNotBeNull().Number.ShouldBe(2);
    }

    [Fact]
    public void Two_facts_made_one_are_a_change_and_a_loss()
    {
        var (a, b) = (SmallBooks.Fact("a", "It closed."), SmallBooks.Fact("b", "It shut."));
        var one = SmallBooks.Fact("a", "It closed.", "b");

        var changes = EditionChanges.Between(SmallBooks.Cast, [a, b], SmallBooks.Book(2, one), new Edition(2));

        changes.ShouldBe([new StoryEvent.FactChanged(new Edition(2), a, one), new StoryEvent.FactRemoved(new Edition(2), b)]);
    }

    [Fact]
    public void A_snapshot_knows_what_was_written_by_the_end_of_a_day_where_the_story_is()
    {
        // London keeps summer time: its second of June begins an hour before that of UTC.
        var time = new FakeTimeProvider(new DateTimeOffset(2026, 6, 1, 22, 10, 0, TimeSpan.Zero));
        var kept = Kept([SmallBooks.Book(1, SmallBooks.Fact("a", "It closed."))], time);
        time.SetUtcNow(new DateTimeOffset(2026, 6, 1, 23, 10, 0, TimeSpan.Zero));
        kept = Then(kept, [SmallBooks.Book(2, SmallBooks.Fact("a", "It opened."))]);
        var last = kept.Snapshots[^1];

        last.PositionBy(new DateOnly(2026, 5, 31)).ShouldBeNull();
        last.PositionBy(new DateOnly(2026, 6, 1)).ShouldBe(kept.Snapshots[0].Position);
        last.PositionBy(new DateOnly(2026, 6, 2)).ShouldBe(last.Position);
        last.PositionBy(new DateOnly(2026, 7, 1)).ShouldBe(last.Position);
    }

    private sealed record History(Shelf Shelf, StoryKeeper Keeper, IReadOnlyList<StorySnapshot> Snapshots);

    private static History Kept(IReadOnlyList<FactBook> editions) => Kept(editions, new FakeTimeProvider());

    private static History Kept(IReadOnlyList<FactBook> editions, TimeProvider time)
    {
        var shelf = new Shelf();
        return Then(
            new History(shelf, new StoryKeeper(new InMemoryJournal(time), shelf, time, development: false, accept: true), []),
            editions
        );
    }

    private static History Then(History before, IReadOnlyList<FactBook> editions)
    {
        var snapshots = before.Snapshots.ToList();
        foreach (var edition in editions)
        {
            var loading = before.Keeper.Load([edition], SmallBooks.Lexicon, null, TestContext.Current.CancellationToken);
            loading.IsCompletedSuccessfully.ShouldBeTrue();
            loading.Result.ShouldBeEmpty();
            snapshots.Add(before.Shelf.Now.Story("bridge").ShouldNotBeNull());
        }

        return before with
        {
            Snapshots = snapshots,
        };
    }
}
