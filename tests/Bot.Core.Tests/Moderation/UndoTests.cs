using Bot.Core.Facts;
using Bot.Core.Moderation;
using static Bot.Core.Tests.Moderation.Newsroom;

namespace Bot.Core.Tests.Moderation;

/// <summary>An undoing is the inverse of the latest change: what stood before stands again, and it takes whom the change took.</summary>
public sealed class UndoTests
{
    private const string Raft = "A raft of barrels now carries wheelbarrows over the river.";
    private const string Shut = "The bridge is shut to lorries and buses alone.";
    private static readonly DateOnly Day = new(2026, 6, 1);

    public static TheoryData<string, Func<FactId, Change>> OfOne =>
        new()
        {
            { "a hold", fact => new Change.Hold(fact) },
            { "a dispute", fact => new Change.Dispute(fact, "The ferrymen say otherwise.") },
            { "a recheck", fact => new Change.Recheck(fact, new DateOnly(2026, 5, 31)) },
            { "a correction", fact => new Change.Correct(fact, Restated(Shut), Day, LookedAgain: true) },
            { "an ending", fact => new Change.Correct(fact, null, Day, LookedAgain: false) },
            { "a withdrawal", fact => new Change.Withdraw(fact) },
            { "a succession", fact => new Change.Supersede(fact, Draft(Raft), Day) },
        };

    [Theory]
    [MemberData(nameof(OfOne))]
    public async Task What_one_did_one_undoes(string what, Func<FactId, Change> change)
    {
        foreach (
            var first in new Change?[]
            {
                null,
                new Change.Dispute(Closed, "Some do."),
                new Change.Recheck(Closed, new DateOnly(2026, 5, 30)),
            }
        )
        {
            var room = await Open();
            if (first is not null)
            {
                await room.Ann().Done(first);
            }

            var before = Given(room);
            await room.Ann().Done(change(Closed));
            Given(room).ShouldNotBe(before, what);
            await room.Bea().Done(new Change.Undo(Closed), "A slip of the hand.");

            Given(room).ShouldBe(before, what);
        }
    }

    [Fact]
    public async Task Undoing_what_was_undone_does_it_again()
    {
        var room = await Open();
        await room.Ann().Done(new Change.Dispute(Closed, "The ferrymen say otherwise."));
        await room.Ann().Done(new Change.Undo(Closed));
        room.Story(Town).TakenOver.ShouldBeEmpty();
        await room.Ann().Done(new Change.Undo(Closed));

        room.Story(Town).Current(Closed)!.Fact.Disputed.ShouldBe("The ferrymen say otherwise.");
    }

    [Fact]
    public async Task What_was_added_is_withdrawn_and_comes_back()
    {
        var room = await Open();
        var raft = await room.Ann().Adds(Raft);
        await room.Ann().Done(new Change.Undo(raft));
        room.Story(Town).Current(raft).ShouldBeNull();
        await room.Ann().Done(new Change.Undo(raft));

        room.Story(Town).Current(raft)!.Fact.Says.ShouldBe(Raft);
    }

    [Fact]
    public async Task What_took_two_takes_two_to_undo()
    {
        var room = await Open();
        await room.Bea().Approves(await room.Ann().Waits(new Change.Retract(Closed, Day)));
        var item = await room.Ann().Waits(new Change.Undo(Closed), "They never took it back.");

        room.Story(Town).IsTakenBack(Closed).ShouldBeTrue();
        (await room.Ann().Refused(new Change.Approve(item))).ShouldContain("yourself");
        await room.Bea().Approves(item);

        room.Story(Town).IsTakenBack(Closed).ShouldBeFalse();
        room.Story(Town).Current(Closed)!.Fact.Ended.ShouldBeNull();
    }

    [Fact]
    public async Task Where_there_is_one_only_it_is_undone_after_the_grace_time_too()
    {
        var room = await Open(new ModerationRules(SecondModerator: false, TimeSpan.FromMinutes(5)));
        var item = await room.Ann().Waits(new Change.Retract(Closed, Day));
        room.Time.Advance(TimeSpan.FromMinutes(5));
        await room.Clock().Done(new Change.TakeEffect(item), "");
        item = await room.Ann().Waits(new Change.Undo(Closed), "They never took it back.");
        room.Story(Town).Held.ShouldBe([Closed]);
        room.Time.Advance(TimeSpan.FromMinutes(5));
        await room.Clock().Done(new Change.TakeEffect(item), "");

        room.Story(Town).InForce.ShouldContain(revision => revision.Fact.Id == Closed);
    }

    [Fact]
    public async Task Another_change_than_the_one_that_was_looked_at_is_not_undone()
    {
        var room = await Open();
        var first = await room.Ann().Done(new Change.Dispute(Closed, "Some do."));
        await room.Bea().Done(new Change.Recheck(Closed, new DateOnly(2026, 5, 31)));

        (await room.Ann().Refused(new Change.Undo(Closed, first.Last))).ShouldContain("changed meanwhile");
        room.Story(Town).Current(Closed)!.Fact.Disputed.ShouldBe("Some do.");
    }

    [Fact]
    public async Task A_hold_of_ones_own_is_not_undone_without_a_reason()
    {
        var room = await Open();
        await room.Ann().Done(new Change.Hold(Closed), "");

        (await room.Ann().Refused(new Change.Undo(Closed), "")).ShouldContain("You held this yourself");
        await room.Bea().Done(new Change.Undo(Closed), "");
        room.Story(Town).Held.ShouldBeEmpty();
    }

    [Fact]
    public async Task Where_nothing_was_done_nothing_is_undone()
    {
        var room = await Open();

        (await room.Ann().Refused(new Change.Undo(Closed))).ShouldContain("Nothing was done");
    }

    /// <summary>All that is given in the town, what is held, and what was taken over.</summary>
    private static string Given(Newsroom room)
    {
        var story = room.Story(Town);
        return string.Join(
            '\n',
            [
                .. story
                    .InForce.Select(revision => revision.Fact)
                    .Select(fact => $"{fact.Id} {fact.Says} {fact.Disputed} {fact.Checked:O} {fact.Status}")
                    .Order(StringComparer.Ordinal),
                $"held {string.Join(' ', story.Held)}",
                $"taken {story.TakenOver.Contains(Closed)}",
                $"moved {string.Join(' ', story.Moved.Select(moved => moved.Fact))}",
            ]
        );
    }
}
