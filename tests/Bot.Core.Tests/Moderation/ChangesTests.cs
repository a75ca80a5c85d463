using Bot.Core.Communities;
using Bot.Core.Conversation;
using Bot.Core.Facts;
using Bot.Core.Moderation;
using static Bot.Core.Tests.Moderation.Newsroom;

namespace Bot.Core.Tests.Moderation;

/// <summary>Each change, from the request to the next answer.</summary>
public sealed class ChangesTests
{
    private const string Raft = "A raft of barrels now carries wheelbarrows over the river.";

    [Fact]
    public async Task What_is_added_is_answered_there_and_nowhere_else()
    {
        var room = await Open();
        var id = await room.Done(new Change.Add(Draft(Raft)));

        id.Value.ShouldStartWith("~");
        room.Ask(Town, "what carries wheelbarrows over the river?").ShouldContain(Raft);
        room.Ask(Village, "what carries wheelbarrows over the river?").ShouldNotContain("barrels");
        room.Ask(CommunityId.Base, "what carries wheelbarrows over the river?").ShouldNotContain("barrels");
        room.Changed(Town).ShouldContain($"added: ");
        room.Changed(Village).ShouldNotContain("barrels");
    }

    [Fact]
    public async Task A_delivery_that_comes_twice_is_done_once_and_told_the_same()
    {
        var room = await Open();
        var first = (await room.Make(new Change.Add(Draft(Raft)), delivery: "d")).ShouldBeOfType<ChangeOutcome.Done>();
        var again = (await room.Make(new Change.Add(Draft(Raft)), delivery: "d")).ShouldBeOfType<ChangeOutcome.Done>();

        (again.First, again.Last, again.Again).ShouldBe((first.First, first.Last, true));
        again.Facts.ShouldBe(first.Facts);
    }

    [Fact]
    public async Task A_draft_with_mistakes_is_refused_with_all_of_them_and_nothing_is_written()
    {
        var room = await Open();
        var draft = Draft(Raft);
        var broken = draft with { Facts = [draft.Facts[0] with { Status = null, Speaker = [new Text("nobody", draft.At)], Says = null }] };

        var refused = (await room.Make(new Change.Add(broken))).ShouldBeOfType<ChangeOutcome.Refused>();

        refused.Problems.Count.ShouldBe(3);
        room.Story(Town).Own.ShouldBeEmpty();
    }

    [Fact]
    public async Task Ids_without_a_tilde_are_kept_for_the_base()
    {
        var room = await Open();

        (await room.Refused(new Change.Add(Draft(Raft, "raft")))).ShouldContain("must begin with ~");
        (await room.Refused(new Change.Add(Draft(Raft, Closed.Value)))).ShouldContain("There is a fact 'bridge-closed' already");
    }

    [Fact]
    public async Task A_name_of_the_base_is_not_given_to_somebody_else()
    {
        var room = await Open();
        var draft = Draft(Raft);
        var council = room.Story(Town).Book.Entities.First(entity => entity.Kind == EntityKind.Organisation).Name;

        (
            await room.Refused(new Change.Add(draft with { Entities = [draft.Entities[0] with { Name = new Text(council, draft.At) }] }))
        ).ShouldContain("already stands on the entity");
    }

    [Fact]
    public async Task A_fact_of_the_base_is_said_otherwise_in_one_community_only()
    {
        var room = await Open();
        await room.Done(new Change.Restate(Closed, Restated("The bridge is shut to lorries and buses alone.")));

        room.Ask(Town, "is the bridge shut to lorries?").ShouldContain("shut to lorries and buses alone");
        room.Ask(Village, "is the bridge shut to lorries?").ShouldNotContain("lorries and buses alone");
        (await room.Refused(new Change.Restate(Closed, Restated("The bridge is shut to lorries and buses alone.")))).ShouldContain(
            "says exactly that already"
        );
    }

    [Fact]
    public async Task A_change_of_a_state_that_was_changed_meanwhile_is_refused()
    {
        var room = await Open();
        await room.Done(new Change.Recheck(Closed, new DateOnly(2026, 5, 31)));

        (await room.Refused(new Change.Hold(Closed), revision: 1)).ShouldContain("you looked at revision 1, and it is at 2");
        (await room.Make(new Change.Hold(Closed), revision: 2)).ShouldBeOfType<ChangeOutcome.Done>();
    }

    [Fact]
    public async Task What_is_held_is_in_no_answer_and_not_quoted_from_its_source_until_it_is_released()
    {
        var room = await Open();
        var before = room.Ask(Town, "is the bridge closed");
        await room.Done(new Change.Hold(Closed));

        room.Ask(Town, "is the bridge closed").ShouldNotContain("closed the Harbour Bridge to motor vehicles");
        room.Ask(Town, "when did the closure take effect?").ShouldNotContain("took effect at 6 a.m.");
        room.Ask(Village, "when did the closure take effect?").ShouldContain("6 a.m.");
        (await room.Refused(new Change.Hold(Closed))).ShouldContain("is held");
        await room.Done(new Change.Release(Closed));

        room.Ask(Town, "is the bridge closed").ShouldBe(before);
        (await room.Refused(new Change.Release(Closed))).ShouldContain("is not held");
    }

    [Fact]
    public async Task What_is_held_is_not_added_once_more()
    {
        var room = await Open();
        await room.Done(new Change.Add(Draft(Raft, "~raft")));
        await room.Done(new Change.Hold(new FactId("~raft")));

        (await room.Refused(new Change.Add(Draft("A raft sank.", "~raft")))).ShouldContain("is held");
    }

    [Fact]
    public async Task A_hold_does_not_reach_the_past()
    {
        var room = await Open();
        var then = room.Story(Town).Position;
        room.Time.Advance(TimeSpan.FromDays(2));
        await room.Done(new Change.Hold(Closed));

        room.Story(Town).At(then).ShouldContain(revision => revision.Fact.Id == Closed);
    }

    [Fact]
    public async Task After_a_release_the_base_is_followed_again()
    {
        var room = await Open();
        await room.Done(new Change.Hold(Closed));
        await room.Done(new Change.Release(Closed));
        await room.Load(Book(2, facts => facts.Select(fact => fact.Id == Closed ? fact with { Says = "It was shut for good." } : fact)));

        room.Ask(Town, "is the bridge closed").ShouldContain("It was shut for good.");
        room.Story(Town).Moved.ShouldBeEmpty();
        room.Story(Town).Book.Facts.Count(fact => fact.Id == Closed).ShouldBe(1);
    }

    [Fact]
    public async Task A_retraction_names_the_fact_and_does_not_repeat_it()
    {
        var room = await Open();
        var id = await room.Done(new Change.Add(Draft(Raft)));
        (await room.Refused(new Change.Retract(id, new DateOnly(2026, 6, 1)), reason: "  ")).ShouldContain("Say in one sentence why");
        await room.Done(new Change.Retract(id, new DateOnly(2026, 6, 1)), reason: "The writer took it back.");

        room.Ask(Town, "what carries wheelbarrows over the river?").ShouldNotContain("barrels");
        room.Changed(Town).ShouldNotContain("barrels");
        (await room.Refused(new Change.Recheck(id, new DateOnly(2026, 6, 1)))).ShouldNotBeEmpty();
    }

    [Fact]
    public async Task A_recheck_moves_the_age_and_only_forward()
    {
        var room = await Open();
        await room.Done(new Change.Recheck(Closed, new DateOnly(2026, 5, 31)));

        room.Story(Town).Current(Closed)!.Fact.Checked.ShouldBe(new DateOnly(2026, 5, 31));
        (await room.Refused(new Change.Recheck(Closed, new DateOnly(2026, 5, 30)))).ShouldContain("was checked on 31 May 2026 already");
        (await room.Refused(new Change.Recheck(Closed, new DateOnly(2026, 7, 1)))).ShouldContain("still to come");
    }

    [Fact]
    public async Task What_is_withdrawn_is_not_given_and_what_was_known_by_then_stays()
    {
        var room = await Open();
        var id = await room.Done(new Change.Add(Draft(Raft)));
        var then = room.Story(Town).Position;
        await room.Done(new Change.Withdraw(id));

        room.Ask(Town, "what carries wheelbarrows over the river?").ShouldNotContain("barrels");
        room.Story(Town).At(then).ShouldContain(revision => revision.Fact.Id == id);
        (await room.Refused(new Change.Withdraw(id))).ShouldContain("There is no fact");
    }

    [Fact]
    public async Task What_is_held_or_withdrawn_is_not_repeated_by_its_history()
    {
        var room = await Open();
        await room.Done(new Change.Restate(Closed, Restated("The Council shut the Old Bridge to every car.")));
        Told().Words.ShouldContain("every car");
        Told().Fields.ShouldNotBeEmpty();

        foreach (var change in new Change[] { new Change.Hold(Closed), new Change.Withdraw(Closed) })
        {
            await room.Done(change);
            Told().Words.ShouldNotContain("every car");
            Told().Fields.ShouldBeEmpty();
        }

        HistoryEntry Told() =>
            new Desk(room.Shelf, room.Time).Handle(new Command.Changes(null), Slug, Town).ShouldBeOfType<History>().Entries[^1];
    }

    [Fact]
    public async Task While_one_account_is_held_neither_is_repeated_by_the_history()
    {
        var room = await Open();
        var one = Book().Facts.OfType<Account>().First();
        var other = Book()[one.Other];
        await room.Load(Book(2, facts => facts.Where(fact => fact.Id != one.Id && fact.Id != other.Id)));
        await room.Load(Book(3));
        room.Changed(Town).ShouldContain(one.Says);
        await room.Done(new Change.Hold(one.Id));

        room.Changed(Town).ShouldNotContain(one.Says);
        room.Changed(Town).ShouldNotContain(other.Says);
        room.Changed(Village).ShouldContain(one.Says);
    }

    [Fact]
    public async Task The_base_changes_by_its_files_only()
    {
        var room = await Open();

        (await room.Refused(new Change.Hold(Closed), CommunityId.Base)).ShouldContain("changes by its files only");
    }
}
