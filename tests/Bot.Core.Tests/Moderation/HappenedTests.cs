using Bot.Core.Facts;
using Bot.Core.Journal;
using Bot.Core.Moderation;
using static Bot.Core.Tests.Moderation.Newsroom;

namespace Bot.Core.Tests.Moderation;

/// <summary>The one door: it moved on, we were wrong, others contest it, a second source. What a fact says does not change without what it rests on.</summary>
public sealed class HappenedTests
{
    private const string Raft = "A raft of barrels now carries wheelbarrows over the river.";
    private const string Shut = "The bridge is shut to lorries and buses alone.";
    private static readonly DateOnly Day = new(2026, 6, 1);

    [Fact]
    public async Task What_has_moved_on_ends_and_the_new_fact_says_what_it_stands_in_for()
    {
        var room = await Open();
        var done = await room.Ann().Done(new Change.Supersede(Closed, Draft(Raft), Day), "The river is crossed otherwise now.");

        var (old, successor) = (room.Story(Town).Current(Closed)!.Fact, room.Story(Town).Current(done.Facts[1])!.Fact);
        (old.Ended!.How, old.Ended.On).ShouldBe((EndingKind.Superseded, Day));
        successor.Linked(LinkKind.Supersedes).ShouldBe([Closed]);
        done.Events.Count(e => e is StoryEvent.FactChanged or StoryEvent.FactAdded).ShouldBe(2);
    }

    [Fact]
    public async Task A_succession_with_mistakes_ends_nothing()
    {
        var room = await Open();
        var draft = Draft(Raft);

        (
            await room.Ann().Refused(new Change.Supersede(Closed, draft with { Facts = [draft.Facts[0] with { Status = null }] }, Day))
        ).ShouldContain("has no `status`");
        (await room.Ann().Refused(new Change.Supersede(Closed, draft, Day.AddDays(40)))).ShouldContain("still to come");
        room.Story(Town).Own.ShouldBeEmpty();
    }

    [Fact]
    public async Task Wording_and_date_do_not_change_without_the_sentence_or_a_second_look_at_it()
    {
        var room = await Open();
        var refused = await room.Ann().Refused(new Change.Correct(Closed, Restated(Shut), Day, LookedAgain: false));

        refused.ShouldContain("You changed");
        refused.ShouldContain("the wording");
        refused.ShouldContain("not the sentence that it rests on");
        (await room.Ann().Refused(new Change.Restate(Closed, Restated(Shut)))).ShouldContain("not the sentence that it rests on");
        await room.Ann().Done(new Change.Correct(Closed, Restated(Shut), Day, LookedAgain: true));

        room.Story(Town).Current(Closed)!.Fact.Says.ShouldBe(Shut);
    }

    [Fact]
    public async Task With_another_sentence_beneath_it_the_wording_changes()
    {
        var room = await Open();
        var draft = Restated(Shut);
        var other = Book()
            .Facts.First(fact =>
                fact.Id != Closed && fact.RestsOn.Count > 0 && fact.RestsOn[0].Seed == Book().Find(Closed)!.RestsOn[0].Seed
            );
        var evidence = new EvidenceDraft(draft.At)
        {
            Seed = new Text(other.RestsOn[0].Seed.Value, draft.At),
            Sentence = new Text(other.RestsOn[0].Sentence, draft.At),
        };

        await room.Ann()
            .Done(
                new Change.Correct(Closed, draft with { Facts = [draft.Facts[0] with { RestsOn = [evidence] }] }, Day, LookedAgain: false)
            );

        room.Story(Town).Current(Closed)!.Fact.RestsOn[0].Sentence.ShouldBe(other.RestsOn[0].Sentence);
    }

    [Fact]
    public async Task A_correction_says_why_and_gives_back_what_was_held()
    {
        var room = await Open();
        await room.Ann().Done(new Change.Hold(Closed), "");

        (await room.Ann().Refused(new Change.Correct(Closed, Restated(Shut), Day, LookedAgain: true), " ")).ShouldContain(
            "Say in one sentence why"
        );
        await room.Ann().Done(new Change.Correct(Closed, Restated(Shut), Day, LookedAgain: true));

        room.Story(Town).Held.ShouldBeEmpty();
        room.Ask(Town, "is the bridge shut to lorries?").ShouldContain("lorries and buses alone");
    }

    [Fact]
    public async Task Where_nothing_is_known_that_would_be_right_the_fact_ends()
    {
        var room = await Open();
        await room.Ann().Done(new Change.Correct(Closed, null, Day, LookedAgain: false), "It was never closed.");

        room.Story(Town).Current(Closed)!.Fact.Ended.ShouldBe(new Ending(EndingKind.Corrected, Day, "It was never closed."));
    }

    [Fact]
    public async Task What_is_contested_is_given_with_who_contests_it()
    {
        var room = await Open();
        await room.Ann().Done(new Change.Dispute(Closed, "The ferrymen say that it is open."));

        room.Ask(Town, "is the bridge closed").ShouldContain("disputed: The ferrymen say that it is open.");
        (await room.Ann().Refused(new Change.Dispute(Closed, "The ferrymen say that it is open."))).ShouldContain("exactly that");
        await room.Ann().Done(new Change.Dispute(Closed, null));
        room.Ask(Town, "is the bridge closed").ShouldNotContain("disputed:");
    }

    [Fact]
    public async Task A_second_source_changes_nothing_else()
    {
        var room = await Open();
        var raft = await room.Ann().Adds(Raft);
        var draft = Draft(Raft, tag: "~other");
        var cited = Draft(Raft).Facts[0] with
        {
            Id = new Text(raft.Value, draft.At),
            Sources = [new Text("~tip-source", draft.At), new Text("~other-source", draft.At)],
            RestsOn = [.. Draft(Raft).Facts[0].RestsOn, .. draft.Facts[0].RestsOn],
        };
        var otherwise = cited with { Says = new Text("A raft sank.", draft.At) };

        (await room.Ann().Refused(new Change.Cite(raft, draft with { Facts = [otherwise], Entities = [] }))).ShouldContain(
            "changes nothing else"
        );
        await room.Ann().Done(new Change.Cite(raft, draft with { Facts = [cited], Entities = [] }));

        room.Story(Town).Current(raft)!.Fact.Sources.Count.ShouldBe(2);
    }
}
