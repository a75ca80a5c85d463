using Bot.Core.Facts;
using Bot.Core.Journal;
using Bot.Core.Moderation;
using static Bot.Core.Tests.Moderation.Newsroom;

namespace Bot.Core.Tests.Moderation;

/// <summary>What takes two: it is proposed by one and done by another, once.</summary>
public sealed class TwoModeratorsTests
{
    private const string Raft = "A raft of barrels now carries wheelbarrows over the river.";
    private const string Ask = "what carries wheelbarrows over the river?";
    private static readonly DateOnly Day = new(2026, 6, 1);

    [Fact]
    public async Task A_retraction_waits_for_somebody_else_and_is_given_by_the_reason_of_who_proposed_it()
    {
        var room = await Open();
        var raft = await room.Ann().Adds(Raft);
        var item = await room.Ann().Waits(new Change.Retract(raft, Day), "The writer took it back.");

        room.Ask(Town, Ask).ShouldContain("barrels");
        (await room.Ann().Refused(new Change.Approve(item))).ShouldContain("proposed this yourself");
        var done = await room.Bea().Approves(item);

        done.Events[0].ShouldBeOfType<StoryEvent.FactChanged>().After.Ended!.Reason.ShouldBe("The writer took it back.");
        room.Ask(Town, Ask).ShouldNotContain("barrels");
        room.Changed(Town).ShouldContain("The writer took it back.");
        room.Queue.Open.ShouldBeEmpty();
    }

    [Fact]
    public async Task Of_two_who_approve_one_does_and_the_other_is_told()
    {
        var room = await Open();
        var item = await room.Ann().Waits(new Change.Retract(Closed, Day));
        await room.Bea().Approves(item);

        (await new Somebody(room, "cai", Role.Moderator).Refused(new Change.Approve(item))).ShouldContain("it was approved and done");
        room.Story(Town).Own.Count.ShouldBe(1);
    }

    [Fact]
    public async Task What_was_changed_since_it_was_proposed_is_not_done()
    {
        var room = await Open();
        var raft = await room.Ann().Adds(Raft);
        var item = await room.Ann().Waits(new Change.Retract(raft, Day));
        await room.Bea().Done(new Change.Dispute(raft, "The ferrymen say that there is no raft."));

        (await room.Bea().Refused(new Change.Approve(item))).ShouldContain("the fact was changed by other means");
        room.Queue.WhatBecameOf(item)!.How.ShouldBe(Settling.Overtaken);
    }

    [Fact]
    public async Task A_new_edition_of_the_base_leaves_a_proposal_that_is_told_to_be_for_another_state()
    {
        var room = await Open();
        var item = await room.Ann().Waits(new Change.Retract(Closed, Day));
        await room.Load(Book(2, facts => facts.Select(fact => fact.Id == Closed ? fact with { Says = "It was shut for good." } : fact)));

        (await room.Bea().Refused(new Change.Approve(item))).ShouldContain("was changed since this was proposed");
        await room.Ann().Done(new Change.Reject(item), "");
        room.Queue.WhatBecameOf(item)!.How.ShouldBe(Settling.TakenBack);
    }

    [Fact]
    public async Task Who_is_against_it_says_why()
    {
        var room = await Open();
        var item = await room.Ann().Waits(new Change.Retract(Closed, Day));

        (await room.Bea().Refused(new Change.Reject(item), "")).ShouldContain("Say in one sentence why not");
        await room.Bea().Done(new Change.Reject(item), "The notice still hangs there.");

        room.Queue.WhatBecameOf(item)!
            .ShouldSatisfyAllConditions(
                it => it.How.ShouldBe(Settling.Rejected),
                it => it.Reason.ShouldBe("The notice still hangs there.")
            );
        room.Story(Town).Own.ShouldBeEmpty();
    }

    [Fact]
    public async Task What_is_held_meanwhile_can_be_retracted()
    {
        var room = await Open();
        await room.Ann().Done(new Change.Hold(Closed), "");
        var item = await room.Ann().Waits(new Change.Retract(Closed, Day));
        await room.Bea().Approves(item);

        room.Story(Town).IsTakenBack(Closed).ShouldBeTrue();
        room.Story(Town).Held.ShouldBeEmpty();
    }

    [Fact]
    public async Task To_confirm_takes_two_origins_and_two_moderators()
    {
        var room = await Open();
        var raft = await room.Ann().Adds(Raft);
        (await room.Ann().Refused(new Change.Confirm(raft))).ShouldContain("rests on one origin only");

        var other = Draft(Raft, tag: "~other");
        var cited = Draft(Raft).Facts[0] with
        {
            Id = new Text(raft.Value, other.At),
            Sources = [new Text("~tip-source", other.At), new Text("~other-source", other.At)],
            RestsOn = [.. Draft(Raft).Facts[0].RestsOn, .. other.Facts[0].RestsOn],
        };
        await room.Bea().Done(new Change.Cite(raft, other with { Facts = [cited], Entities = [] }));
        var item = await room.Ann().Waits(new Change.Confirm(raft));
        await room.Bea().Approves(item);

        room.Story(Town).Current(raft)!.Fact.Status.ShouldBe(FactStatus.Confirmed);
    }

    [Fact]
    public async Task Nothing_begins_as_confirmed_and_nothing_becomes_so_by_the_way()
    {
        var room = await Open();
        var draft = Draft(Raft);
        var confirmed = draft with
        {
            Sources = [draft.Sources[0] with { Record = new Text("true", draft.At) }],
            Facts = [draft.Facts[0] with { Status = new Text("confirmed", draft.At) }],
        };

        (await room.Ann().Refused(new Change.Add(confirmed))).ShouldContain("take a second moderator");
        var raft = (await room.Ann().Done(new Change.Add(confirmed with { Facts = draft.Facts }))).Facts[0];
        var once = confirmed with
        {
            Entities = [],
            Sources = [],
            Seeds = [],
            Facts = [confirmed.Facts[0] with { Id = new Text(raft.Value, draft.At) }],
        };
        (await room.Ann().Refused(new Change.Restate(raft, once))).ShouldContain("take a second moderator");
    }

    [Fact]
    public async Task An_erasure_takes_two_and_leaves_nothing_of_what_was_said_for_it()
    {
        var room = await Open();
        var raft = await room.Ann().Adds(Raft);
        await room.Member().Done(new Change.Report(raft), "There are no barrels on the river.");
        var item = await room.Ann().Waits(new Change.EraseFact(raft), "Nobody gave leave to tell it.");
        var done = await room.Bea().Approves(item);

        done.Facts.ShouldBe([raft]);
        (await room.Everything()).ShouldNotContain("barrels", Case.Insensitive);
        string.Concat(room.Queue.Events.Select(e => e.Reason)).ShouldNotContain("barrels on the river");
        room.Queue.Open.ShouldBeEmpty();
        room.Queue.Past.Single(past => past.How == Settling.Acted).Tell.Count.ShouldBe(1);
    }

    [Fact]
    public async Task Only_moderators_change_anything()
    {
        var room = await Open();

        (await room.Member().Refused(new Change.Hold(Closed))).ShouldContain("Only moderators");
        (await room.Member().Refused(new Change.Retract(Closed, Day))).ShouldContain("Only moderators");
        (await room.Clock().Refused(new Change.Hold(Closed))).ShouldContain("Only moderators");
        room.Story(Town).Own.ShouldBeEmpty();
    }

    [Fact]
    public async Task A_hold_is_lifted_by_another_or_by_its_holder_with_a_reason()
    {
        var room = await Open();
        await room.Ann().Done(new Change.Hold(Closed), "");

        (await room.Ann().Refused(new Change.Release(Closed), " ")).ShouldContain("You held this yourself");
        await room.Bea().Done(new Change.Release(Closed), "");
        await room.Ann().Done(new Change.Hold(Closed), "");
        await room.Ann().Done(new Change.Release(Closed), "The notice was read again.");

        room.Story(Town).Held.ShouldBeEmpty();
    }
}
