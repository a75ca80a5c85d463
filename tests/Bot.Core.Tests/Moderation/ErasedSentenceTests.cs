using Bot.Core.Facts;
using Bot.Core.Moderation;
using static Bot.Core.Tests.Moderation.Newsroom;

namespace Bot.Core.Tests.Moderation;

/// <summary>Of a document that facts share, exactly what only the erased one rested on goes.</summary>
public sealed class ErasedSentenceTests
{
    private const string Raft = "A raft of barrels now carries wheelbarrows over the river.";

    [Fact]
    public async Task A_sentence_goes_from_a_document_that_was_brought_along_again_with_it_elsewhere()
    {
        var room = await Open();
        const string second = "Wheelbarrows queue on both banks.";
        var erased = await room.Done(new Change.Add(Draft(Raft)));
        var draft = Draft(second);
        var other = await room.Done(new Change.Add(draft with { Seeds = [draft.Seeds[0] with { Body = $"{second} {Raft}" }] }));
        await room.Done(new Change.EraseFact(erased));

        (await room.Everything()).ShouldNotContain("barrels");
        room.Story(Town).Book[new SeedId("~tip-seed")].Text.TrimEnd().ShouldBe(second);
        room.Story(Town).Current(other).ShouldNotBeNull();
    }

    [Fact]
    public async Task A_sentence_that_another_fact_rests_on_stays()
    {
        var room = await Open();
        var erased = await room.Done(new Change.Add(Draft(Raft)));
        var other = Fact("Something floats there.", null, "~tip") with { RestsOn = Draft(Raft).Facts[0].RestsOn };
        await room.Done(new Change.Add(new StoryDraft { At = other.At, Facts = [other] }));
        await room.Done(new Change.EraseFact(erased));

        room.Story(Town).Book[new SeedId("~tip-seed")].Text.ShouldBe(Raft);
    }

    [Fact]
    public async Task Where_two_facts_rest_on_parts_of_one_sentence_the_other_part_stays()
    {
        const string ours = "A raft of barrels carries wheelbarrows",
            theirs = "the ferryman sings for coins";
        var room = await Open();
        var erased = await room.Done(new Change.Add(Brought(ours, $"{ours}, and {theirs}.")));
        var other = await room.Done(new Change.Add(Resting(theirs)));
        await room.Done(new Change.EraseFact(erased));

        (await room.Everything()).ShouldNotContain("barrels");
        Told(room.Story(Town)).ShouldNotContain("barrels");
        room.Story(Town).Book[new SeedId("~tip-seed")].Passages[0].Text.ShouldBe(theirs);
        await room.Done(new Change.Restate(other, Resting(theirs, "He sings for coins.", other.Value)));
    }

    [Fact]
    public async Task A_sentence_that_introduced_a_list_goes_from_the_items_too()
    {
        const string ours = "A raft of barrels carries these:",
            theirs = "wheelbarrows of apples";
        var room = await Open();
        var erased = await room.Done(new Change.Add(Brought(ours, $"{ours}\n\n- {theirs}\n- two goats")));
        var other = await room.Done(new Change.Add(Resting(theirs)));
        Told(room.Story(Town)).ShouldContain($"sentence {ours} {theirs}");
        await room.Done(new Change.EraseFact(erased));

        (await room.Everything()).ShouldNotContain("barrels");
        Told(room.Story(Town)).ShouldNotContain("barrels");
        room.Ask(Town, "what of the barrels?").ShouldNotContain("barrels carries");
        room.Story(Town).Current(other).ShouldNotBeNull();
    }

    private static StoryDraft Brought(string sentence, string document)
    {
        var draft = Draft(sentence);
        return draft with { Seeds = [draft.Seeds[0] with { Body = document }] };
    }

    /// <summary>A fact on a sentence of the document that is there.</summary>
    private static StoryDraft Resting(string sentence, string? says = null, string? id = null)
    {
        var fact = Fact(sentence, id, "~tip");
        return new StoryDraft { At = fact.At, Facts = [fact with { Says = new Text(says ?? $"It is known that {sentence}.", fact.At) }] };
    }
}
