using Bot.Core.Communities;
using Bot.Core.Facts;
using Bot.Core.Journal;
using Bot.Core.Moderation;
using static Bot.Core.Tests.Moderation.Newsroom;

namespace Bot.Core.Tests.Moderation;

/// <summary>After an erasure nothing that is left, in memory or in the journal, holds text, quote or name.</summary>
public sealed class ErasureTests
{
    private const string Raft = "A raft of barrels now carries wheelbarrows over the river.";

    [Fact]
    public async Task An_erased_fact_is_gone_from_answers_history_and_journal()
    {
        var room = await Open();
        var id = await room.Done(new Change.Add(Draft(Raft)), reason: "Quillmere wrote it.");
        await room.Done(new Change.Restate(id, Draft(Raft + " It sank.", id.Value)));
        await room.Done(new Change.EraseFact(id));

        (await room.Everything()).ShouldNotContain("barrels");
        (await room.Everything()).ShouldNotContain("Quillmere");
        Newsroom.Told(room.Story(Town)).ShouldNotContain("barrels");
        room.Ask(Town, "what carries wheelbarrows over the river?").ShouldNotContain("barrels");
        room.Changed(Town).ShouldContain($"erased: the fact {id}");
        Newsroom
            .Told((await room.Restarted(Book())).Story((await room.Restarted(Book())).Now, Town, Slug.Value)!)
            .ShouldNotContain("Quillmere");
        (await room.Refused(new Change.EraseFact(id))).ShouldContain("was erased");
        (await room.Refused(new Change.Add(Draft("It floats.", id.Value)))).ShouldContain("was erased");
    }

    [Fact]
    public async Task What_other_facts_need_of_it_stays()
    {
        var room = await Open();
        var draft = Draft(Raft);
        var second = "Wheelbarrows queue on both banks.";
        var both = draft with { Seeds = [draft.Seeds[0] with { Body = $"{Raft} {second}" }] };
        var erased = await room.Done(new Change.Add(both));
        var other = await room.Done(new Change.Add(new StoryDraft { At = draft.At, Facts = [Fact(second, null, "~tip")] }));
        await room.Done(new Change.EraseFact(erased));

        (await room.Everything()).ShouldNotContain("barrels");
        var story = room.Story(Town);
        story.Current(other).ShouldNotBeNull();
        room.Ask(Town, "what queues on both banks?").ShouldContain(second);
        story.Book.Entities.ShouldContain(entity => entity.Id == new EntityId("~tip-who"));
        var seed = story.Book[new SeedId("~tip-seed")];
        seed.Text.TrimStart().ShouldBe(second);
        seed.Text.Substring(story.Current(other)!.Fact.RestsOn[0].Start, second.Length).ShouldBe(second);
    }

    [Fact]
    public async Task A_fact_of_the_base_is_taken_out_of_the_files_first_and_never_comes_back()
    {
        var room = await Open();
        (await room.Refused(new Change.EraseFact(Closed), CommunityId.Base)).ShouldContain("take it out of `facts.yaml`");
        var shut = Book(2, facts => facts.Where(fact => fact.Id != Closed));
        await room.Load(shut);
        await room.Done(new Change.EraseFact(Closed), CommunityId.Base);

        (await room.Everything()).ShouldNotContain("from 6 a.m. on Wednesday");
        Newsroom.Told(room.Story(CommunityId.Base)).ShouldNotContain("from 6 a.m. on Wednesday");
        room.Story(CommunityId.Base).Current(new FactId("closure-announced")).ShouldNotBeNull();
        var restarted = await room.Restarted(shut);
        restarted.Now.Story(Slug.Value)!.History[0].Position.ShouldBe(1);
        var refused = await new StoryKeeper(room.Journal, new Shelf(), room.Time, development: false).Load(
            [Book(3)],
            BothStories.Bridge.Index.Lexicon,
            null,
            CancellationToken.None
        );
        refused.ShouldHaveSingleItem().Sentence.ShouldContain("What was erased is in the files");
    }

    [Fact]
    public async Task A_community_erases_what_it_made_of_a_fact_and_not_the_fact_of_others()
    {
        var room = await Open();
        (await room.Refused(new Change.EraseFact(Closed))).ShouldContain("nothing of a fact");
        await room.Done(new Change.Restate(Closed, Draft(Raft)));
        await room.Done(new Change.EraseFact(Closed));

        room.Story(Town).Current(Closed).ShouldBeNull();
        room.Story(Village).Current(Closed).ShouldNotBeNull();
        (await room.Everything()).ShouldNotContain("barrels");
    }

    [Fact]
    public async Task What_was_said_of_it_when_it_was_held_goes_too()
    {
        var room = await Open();
        var id = await room.Done(new Change.Add(Draft(Raft)));
        await room.Done(new Change.Hold(id), reason: "Were there barrels at all?");
        await room.Done(new Change.EraseFact(id));

        (await room.Everything()).ShouldNotContain("barrels");
    }
}
