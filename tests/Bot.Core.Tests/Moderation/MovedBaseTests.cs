using Bot.Core.Facts;
using Bot.Core.Moderation;
using static Bot.Core.Tests.Moderation.Newsroom;

namespace Bot.Core.Tests.Moderation;

/// <summary>The base moves under what a community made of a fact.</summary>
public sealed class MovedBaseTests
{
    private const string Ours = "The bridge is shut to lorries and buses alone.";
    private const string Theirs = "The bridge was shut for good.";

    [Fact]
    public async Task The_community_keeps_its_own_and_is_shown_all_three_states()
    {
        var room = await Changed();
        await room.Load(Moved());

        var moved = room.Story(Town).Moved.ShouldHaveSingleItem();
        (moved.Fact, moved.Ours!.Says, moved.Base!.Says).ShouldBe((Closed, Ours, Theirs));
        moved.Against!.Says.ShouldBe(Book().Find(Closed)!.Says);
        room.Ask(Town, "when was the bridge shut?").ShouldContain(Ours);
        room.Ask(Town, "when was the bridge shut?").ShouldContain("the shared facts say something else by now");
        room.Ask(Village, "when was the bridge shut?").ShouldNotContain("say something else by now");
        room.Ask(Village, "when was the bridge shut?").ShouldContain(Theirs);
        var restarted = await room.Restarted(Moved());
        restarted.Story(restarted.Now, Town, Slug.Value)!.Moved.ShouldHaveSingleItem().Base!.Says.ShouldBe(Theirs);
    }

    [Fact]
    public async Task Keeping_ours_settles_it_until_the_base_moves_again()
    {
        var room = await Changed();
        (await room.Refused(new Change.KeepOurs(Closed))).ShouldContain("has not moved");
        await room.Load(Moved());
        await room.Done(new Change.KeepOurs(Closed));

        room.Story(Town).Moved.ShouldBeEmpty();
        room.Ask(Town, "when was the bridge shut?").ShouldContain(Ours);
        await room.Load(Moved(3, "The bridge was pulled down."));
        room.Story(Town).Moved.ShouldHaveSingleItem().Against!.Says.ShouldBe(Theirs);
    }

    [Fact]
    public async Task Taking_the_base_follows_it_from_there_on()
    {
        var room = await Changed();
        await room.Load(Moved());
        await room.Done(new Change.TakeBase(Closed));

        room.Story(Town).Moved.ShouldBeEmpty();
        room.Ask(Town, "when was the bridge shut?").ShouldContain(Theirs);
        await room.Load(Moved(3, "The bridge was pulled down."));
        room.Ask(Town, "when was the bridge shut?").ShouldContain("The bridge was pulled down.");
        room.Story(Town).Book.Facts.Count(fact => fact.Id == Closed).ShouldBe(1);
        (await room.Refused(new Change.TakeBase(new FactId("closure-announced")))).ShouldContain("as the base has it already");
    }

    [Fact]
    public async Task The_same_edit_in_both_leaves_nothing_to_decide()
    {
        var room = await Changed();
        var ours = room.Story(Town).Current(Closed)!.Fact;
        await room.Load(Book(2, facts => facts.Select(fact => fact.Id == Closed ? ours with { Known = new DateOnly(2026, 6, 2) } : fact)));

        room.Story(Town).Moved.ShouldBeEmpty();
    }

    [Fact]
    public async Task A_fact_that_the_base_drops_stays_with_who_changed_it_and_is_asked_about()
    {
        var room = await Changed();
        await room.Load(Book(2, facts => facts.Where(fact => fact.Id != Closed)));

        room.Ask(Town, "when was the bridge shut?").ShouldContain(Ours);
        room.Story(Town).Moved.ShouldHaveSingleItem().Base.ShouldBeNull();
        await room.Done(new Change.KeepOurs(Closed));
        room.Story(Town).Moved.ShouldBeEmpty();
    }

    [Fact]
    public async Task A_fact_that_a_community_links_to_may_go_from_the_base()
    {
        var room = await Open();
        var draft = Draft(Ours);
        var linked = draft with
        {
            Facts =
            [
                draft.Facts[0] with
                {
                    Links = [new LinkDraft(new Text("responds-to", draft.At), [new Text(Closed.Value, draft.At)])],
                },
            ],
        };
        var id = await room.Done(new Change.Add(linked));
        await room.Load(Book(2, facts => facts.Where(fact => fact.Id != Closed)));

        room.Story(Town).Current(id).ShouldNotBeNull();
        room.Ask(Town, "is the bridge shut to lorries and buses?").ShouldContain(Ours);
    }

    [Fact]
    public async Task The_base_is_taken_once_and_what_is_changed_after_that_is_told_of_again()
    {
        var room = await Changed();
        await room.Done(new Change.TakeBase(Closed));
        (await room.Refused(new Change.TakeBase(Closed))).ShouldContain("as the base has it already");
        await room.Done(new Change.Restate(Closed, Restated(Ours)));
        await room.Load(Moved());

        room.Story(Town).Moved.ShouldHaveSingleItem().Base!.Says.ShouldBe(Theirs);
    }

    [Fact]
    public async Task Who_withdraws_has_decided_until_the_base_moves_again()
    {
        var room = await Changed();
        await room.Load(Moved());
        await room.Done(new Change.Withdraw(Closed));

        room.Story(Town).Moved.ShouldBeEmpty();
        await room.Load(Moved(3, "The bridge was pulled down."));
        room.Story(Town).Moved.ShouldHaveSingleItem().Ours.ShouldBeNull();
    }

    [Fact]
    public async Task What_was_erased_does_not_come_back_with_the_base()
    {
        var room = await Changed();
        await room.Done(new Change.EraseFact(Closed));
        await room.Load(Moved());

        room.Story(Town).Moved.ShouldBeEmpty();
        (await room.Refused(new Change.TakeBase(Closed))).ShouldContain("was erased");
    }

    [Fact]
    public async Task What_was_looked_at_before_the_base_was_taken_is_not_what_there_is_now()
    {
        var room = await Changed();
        var seen = room.Story(Town).Current(Closed)!.Number;
        await room.Load(Moved());
        await room.Done(new Change.TakeBase(Closed));

        (await room.Refused(new Change.Hold(Closed), revision: seen)).ShouldContain("was changed meanwhile");
        await room.Load(Moved(3, "The bridge was pulled down."));
        room.Story(Town).Current(Closed)!.Number.ShouldBe(4);
    }

    private static async Task<Newsroom> Changed()
    {
        var room = await Open();
        await room.Done(new Change.Restate(Closed, Restated(Ours)));
        return room;
    }

    private static FactBook Moved(int edition = 2, string says = Theirs) =>
        Book(edition, facts => facts.Select(fact => fact.Id == Closed ? fact with { Says = says } : fact));
}
