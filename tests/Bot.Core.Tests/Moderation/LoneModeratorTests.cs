using Bot.Core.Facts;
using Bot.Core.Journal;
using Bot.Core.Moderation;
using static Bot.Core.Tests.Moderation.Newsroom;

namespace Bot.Core.Tests.Moderation;

/// <summary>Where there is one moderator only: what takes two is held at once, and done when the time is over in which it can be called off.</summary>
public sealed class LoneModeratorTests
{
    private static readonly ModerationRules Alone = new(SecondModerator: false, TimeSpan.FromMinutes(5));
    private static readonly DateOnly Day = new(2026, 6, 1);

    [Fact]
    public async Task It_is_held_at_once_and_done_after_the_grace_time()
    {
        var room = await Open(Alone);
        var done = await room.Ann().Done(new Change.Retract(Closed, Day), "The Council took it back.");

        done.Events.Select(e => e.GetType()).ShouldBe([typeof(StoryEvent.FactHeld), typeof(StoryEvent.ChangeProposed)]);
        room.Story(Town).Held.ShouldBe([Closed]);
        (await room.Clock().Refused(new Change.TakeEffect(done.Item!.Value))).ShouldContain("not due");
        room.Time.Advance(TimeSpan.FromMinutes(5));
        await room.Clock().Done(new Change.TakeEffect(done.Item!.Value), "");

        room.Story(Town).IsTakenBack(Closed).ShouldBeTrue();
        room.Story(Town).Held.ShouldBeEmpty();
        room.Changed(Town).ShouldContain("The Council took it back.");
        room.Queue.Open.ShouldBeEmpty();
    }

    [Fact]
    public async Task Undone_within_the_grace_time_it_leaves_nothing_behind()
    {
        var room = await Open(Alone);
        var before = room.Ask(Town, "is the bridge closed");
        var item = await room.Ann().Waits(new Change.Retract(Closed, Day));
        await room.Ann().Done(new Change.Undo(Closed), "");

        room.Ask(Town, "is the bridge closed").ShouldBe(before);
        room.Queue.WhatBecameOf(item)!.How.ShouldBe(Settling.TakenBack);
        room.Time.Advance(TimeSpan.FromHours(1));
        (await room.Clock().Refused(new Change.TakeEffect(item))).ShouldContain("not due");
    }

    [Fact]
    public async Task Who_lifts_the_hold_calls_it_off()
    {
        var room = await Open(Alone);
        var item = await room.Ann().Waits(new Change.Retract(Closed, Day));
        await room.Bea().Done(new Change.Release(Closed), "");

        room.Queue.WhatBecameOf(item)!.How.ShouldBe(Settling.Rejected);
    }

    [Fact]
    public async Task A_second_moderator_who_comes_by_need_not_wait()
    {
        var room = await Open(Alone);
        var item = await room.Ann().Waits(new Change.Retract(Closed, Day));
        await room.Bea().Approves(item);

        room.Story(Town).IsTakenBack(Closed).ShouldBeTrue();
    }

    [Fact]
    public async Task What_cannot_be_done_any_more_when_it_falls_due_is_called_off_and_told()
    {
        var room = await Open(Alone);
        var item = await room.Ann().Waits(new Change.Retract(Closed, Day));
        await room.Load(Book(2, facts => facts.Where(fact => fact.Id != Closed)));
        room.Time.Advance(TimeSpan.FromMinutes(5));
        await room.Clock().Done(new Change.TakeEffect(item), "");

        room.Queue.WhatBecameOf(item)!.How.ShouldBe(Settling.Overtaken);
        room.Story(Town).Held.ShouldBeEmpty();
    }

    [Fact]
    public async Task A_community_chooses_for_itself()
    {
        var room = await Open();
        await room.Ann().Done(new Change.AskSecond(false), "");
        await room.Ann().Done(new Change.Retract(Closed, Day));

        room.Story(Town).Held.ShouldBe([Closed]);
    }
}
