using Bot.Core.Facts;
using Bot.Core.Journal;
using Bot.Core.Moderation;
using static Bot.Core.Tests.Moderation.Newsroom;

namespace Bot.Core.Tests.Moderation;

/// <summary>What waits: reports of members, drafts, what the base moved under, what does not agree. It touches no answer.</summary>
public sealed class QueueTests
{
    private const string Raft = "A raft of barrels now carries wheelbarrows over the river.";
    private static readonly FactSheet Sheet = new(Raft, "https://example.org/raft", "Ottoline Quillmere");

    [Fact]
    public async Task Reports_on_one_fact_are_one_item_and_a_change_of_the_fact_answers_them()
    {
        var room = await Open();
        var item = await room.Member("mo").Waits(new Change.Report(Closed), "It is open again.");
        (await room.Member("pia").Waits(new Change.Report(Closed), "I drove over it.")).ShouldBe(item);
        (await room.Member("mo").Refused(new Change.Report(Closed))).ShouldContain("reported this already");
        room.Queue.ReportOn(Closed)!.Reporters.Select(each => each.Words).ShouldBe(["It is open again.", "I drove over it."]);
        room.Story(Town).Own.ShouldBeEmpty();

        await room.Ann()
            .Done(new Change.Correct(Closed, null, new DateOnly(2026, 6, 1), LookedAgain: false), "It was opened this morning.");

        var settled = room.Queue.WhatBecameOf(item)!;
        (settled.How, settled.Reason, settled.Told).ShouldBe((Settling.Acted, "It was opened this morning.", false));
        settled.Tell.Select(key => key.Value).ShouldBe(["mo", "pia"]);
        await room.Clock().Done(new Change.ReportersTold(item), "");
        room.Queue.WhatBecameOf(item)!.Told.ShouldBeTrue();
        (await room.Clock().Make(new Change.ReportersTold(item))).ShouldBeOfType<ChangeOutcome.Refused>();
    }

    [Fact]
    public async Task A_hold_answers_no_report_and_a_recheck_says_that_the_fact_stands()
    {
        var room = await Open();
        var item = await room.Member().Waits(new Change.Report(Closed), "It is open again.");
        await room.Ann().Done(new Change.Hold(Closed), "");
        await room.Bea().Done(new Change.Release(Closed), "");
        room.Queue.Find(item).ShouldNotBeNull();
        await room.Ann().Done(new Change.Recheck(Closed, new DateOnly(2026, 6, 1)), "The notice still hangs there.");

        room.Queue.WhatBecameOf(item)!.How.ShouldBe(Settling.Stands);
    }

    [Fact]
    public async Task A_report_is_turned_down_with_a_reason_and_may_come_again()
    {
        var room = await Open();
        var item = await room.Member().Waits(new Change.Report(Closed), "It is open again.");
        (await room.Ann().Refused(new Change.Reject(item), " ")).ShouldContain("Say in one sentence why not");
        (await room.Ann().Refused(new Change.Approve(item))).ShouldContain("answered by changing the fact");
        await room.Ann().Done(new Change.Reject(item), "The notice still hangs there.");

        room.Queue.WhatBecameOf(item)!.How.ShouldBe(Settling.Stands);
        (await room.Member().Waits(new Change.Report(Closed), "Now it is.")).ShouldNotBe(item);
    }

    [Fact]
    public async Task Nobody_fills_the_queue_alone()
    {
        var room = await Open();
        var facts = room.Story(Town).InForce.Select(revision => revision.Fact.Id).Distinct().Take(4).ToList();
        foreach (var fact in facts.SkipLast(1))
        {
            await room.Member().Done(new Change.Report(fact), "Wrong.");
        }

        (await room.Member().Refused(new Change.Report(facts[^1]))).ShouldContain("3 reports of yours are open");
        await room.Member("pia").Done(new Change.Report(facts[^1]), "Wrong.");
    }

    [Fact]
    public async Task What_is_not_given_is_not_reported()
    {
        var room = await Open();
        await room.Ann().Done(new Change.Hold(Closed), "");

        (await room.Member().Refused(new Change.Report(Closed))).ShouldContain("not given any more");
    }

    [Fact]
    public async Task A_draft_is_kept_gone_on_with_and_added_by_anybody_who_moderates()
    {
        var room = await Open();
        var item = await room.Ann().Waits(new Change.KeepDraft(Sheet with { From = "" }), "");
        (await room.Bea().Refused(new Change.Approve(item))).ShouldContain("Say where it is from");
        var seen = room.Queue.Find(item)!.Version;
        await room.Bea().Done(new Change.KeepDraft(Sheet, item, seen), "");
        (await room.Ann().Refused(new Change.KeepDraft(Sheet, item, seen))).ShouldContain("Somebody changed this meanwhile");
        (await room.Ann().Refused(new Change.Approve(item, seen))).ShouldContain("Somebody changed this meanwhile");
        var added = await room.Ann().Done(new Change.Approve(item, seen + 1), "");

        added.Facts.ShouldBe([new FactId($"~{item}")]);
        room.Ask(Town, "what carries wheelbarrows over the river?").ShouldContain("barrels");
        room.Queue.Open.ShouldBeEmpty();
    }

    [Fact]
    public async Task A_draft_that_is_given_up_leaves_nothing_of_its_words()
    {
        var room = await Open();
        var item = await room.Ann().Waits(new Change.KeepDraft(Sheet), "");
        await room.Bea().Done(new Change.Reject(item), "");

        (await room.Everything()).ShouldNotContain("barrels");
        room.Queue.Events.Select(e => e.Event).OfType<StoryEvent.DraftKept>().ShouldBeEmpty();
        (await room.Ann().Refused(new Change.Approve(item))).ShouldContain("it was given up");
    }

    [Fact]
    public async Task When_a_fact_is_erased_what_was_written_of_it_before_is_too()
    {
        var room = await Open();
        var item = await room.Ann().Waits(new Change.KeepDraft(Sheet), "");
        var fact = (await room.Ann().Done(new Change.Approve(item), "")).Facts[0];
        await room.Bea().Approves(await room.Ann().Waits(new Change.EraseFact(fact), "Nobody gave leave to tell it."));

        (await room.Everything()).ShouldNotContain("barrels");
        room.Queue.Events.Select(e => e.Event).OfType<StoryEvent.DraftKept>().ShouldBeEmpty();
        (await Again(room)).Events.Select(e => e.Event).OfType<StoryEvent.DraftKept>().ShouldBeEmpty();
    }

    [Fact]
    public async Task Where_the_base_moved_somebody_takes_it_or_keeps_ours_once()
    {
        foreach (var takes in new[] { true, false })
        {
            var room = await Open();
            await room.Ann().Done(new Change.Dispute(Closed, "Some do."));
            await room.Load(
                Book(2, facts => facts.Select(fact => fact.Id == Closed ? fact with { Says = "It was shut for good." } : fact))
            );
            var item = room.Story(Town).Moved.ShouldHaveSingleItem().Item;
            await room.Ann().Done(takes ? new Change.Approve(item) : new Change.Reject(item));

            room.Story(Town).Moved.ShouldBeEmpty();
            room.Story(Town).Current(Closed)!.Fact.Says.StartsWith("It was shut", StringComparison.Ordinal).ShouldBe(takes);
            (await room.Bea().Refused(new Change.Approve(item))).ShouldContain("Nothing called");
        }
    }

    [Fact]
    public async Task Two_numbers_for_one_thing_are_shown_until_somebody_says_that_both_stand()
    {
        var room = await Open();
        var book = room.Story(Town).Book;
        var vehicles = book.Facts.First(fact => fact.Figure is not null && fact.Actors.Count > 0);
        var draft = Draft("By another count it was far more.");
        var more = draft.Facts[0] with
        {
            Kind = new Text(Vocabulary.Word(vehicles.Kind), draft.At),
            Status = new Text("estimate", draft.At),
            Actor = [new Text(vehicles.Actors[0].Value, draft.At)],
            Action = vehicles.Action is { } action ? new Text(action, draft.At) : null,
            Figure = new FigureDraft(draft.At) { Value = new Text("99,000", draft.At), Unit = new Text(vehicles.Figure!.Unit, draft.At) },
        };
        await room.Ann().Done(new Change.Add(draft with { Facts = [more] }));

        var pair = Contradiction.In(room.Story(Town), room.Queue).ShouldHaveSingleItem();
        pair.Slot.ShouldBe(ContestedSlot.Number);
        (await room.Ann().Refused(new Change.Approve(pair.Id))).ShouldContain("for you to say");
        await room.Ann().Done(new Change.Reject(pair.Id), "They counted different days.");
        Contradiction.In(room.Story(Town), room.Queue).ShouldBeEmpty();
    }

    [Fact]
    public async Task After_a_restart_the_same_waits()
    {
        var room = await Open();
        await room.Member().Done(new Change.Report(Closed), "It is open again.");
        await room.Ann().Done(new Change.Retract(Closed, new DateOnly(2026, 6, 1)));
        await room.Ann().Done(new Change.KeepDraft(Sheet), "");
        await room.Bea().Done(new Change.Reject(room.Queue.Open[1].Id), "Not so.");

        var again = await Again(room);

        again
            .Open.Select(item => (item.Id, item.Version, item.By))
            .ShouldBe(room.Queue.Open.Select(item => (item.Id, item.Version, item.By)));
        again.Past.Select(item => (item.Id, item.How)).ShouldBe(room.Queue.Past.Select(item => (item.Id, item.How)));
    }

    private static async Task<Backlog> Again(Newsroom room) => (await room.Restarted(Book())).Queue(Town, Slug);
}
