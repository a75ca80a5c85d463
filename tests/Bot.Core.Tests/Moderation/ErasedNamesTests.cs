using Bot.Core.Communities;
using Bot.Core.Facts;
using Bot.Core.Journal;
using Bot.Core.Moderation;
using static Bot.Core.Tests.Moderation.Newsroom;

namespace Bot.Core.Tests.Moderation;

/// <summary>A fact is found under every name it had, and with everybody who holds anything of it.</summary>
public sealed class ErasedNamesTests
{
    private static readonly FactId Shut = new("bridge-shut");

    [Fact]
    public async Task A_fact_that_was_renamed_is_erased_under_every_name()
    {
        var room = await Open();
        await room.Load(Book(2, facts => facts.Select(fact => fact.Id == Closed ? fact with { Id = Shut, Formerly = [Closed] } : fact)));
        await room.Load(Book(3, facts => facts.Where(fact => fact.Id != Closed)));
        await room.Done(new Change.EraseFact(Shut), CommunityId.Base);

        (await room.Everything()).ShouldNotContain("from 6 a.m. on Wednesday");
    }

    [Fact]
    public async Task Who_knows_it_by_its_former_name_is_found_though_the_base_erased_it_already()
    {
        var room = await Open();
        await room.Done(new Change.Restate(Closed, Draft("A raft of barrels took its place.")));
        await RenameAndDrop(room);
        (await Holders.Of(room.Journal, Slug, Shut, CancellationToken.None)).ShouldBe([CommunityId.Base, Town]);
        await room.Done(new Change.EraseFact(Shut), CommunityId.Base);
        (await Holders.Of(room.Journal, Slug, Shut, CancellationToken.None)).ShouldBe([Town]);
        await room.Done(new Change.EraseFact(Shut));

        (await Holders.Of(room.Journal, Slug, Shut, CancellationToken.None)).ShouldBeEmpty();
        (await room.Everything()).ShouldNotContain("barrels");
        room.Story(Town).Current(Closed).ShouldBeNull();
        (await room.Refused(new Change.EraseFact(Closed))).ShouldContain("was erased");
    }

    [Fact]
    public async Task No_former_name_of_what_was_erased_comes_back_in_the_files()
    {
        var room = await Open();
        await RenameAndDrop(room);
        await room.Done(new Change.EraseFact(Shut), CommunityId.Base);
        var keeper = new StoryKeeper(room.Journal, new Shelf(), room.Time, development: false);

        var refused = await keeper.Load([Book(4)], BothStories.Bridge.Index.Lexicon, null, CancellationToken.None);

        refused.ShouldHaveSingleItem().Sentence.ShouldContain($"again: {Closed}.");
    }

    [Fact]
    public async Task A_fact_that_the_files_have_under_a_later_name_is_not_erased()
    {
        var room = await Open();
        await room.Load(Renamed(2));
        await room.Load(Book(3, facts => facts.Select(fact => fact.Id == Closed ? fact with { Id = Shut } : fact)));

        (await room.Refused(new Change.EraseFact(Closed), CommunityId.Base)).ShouldContain("take it out of `facts.yaml`");
    }

    [Fact]
    public async Task Who_only_held_it_has_a_reason_that_goes()
    {
        var room = await Open();
        await room.Done(new Change.Hold(Closed), reason: "Were there barrels at all?");
        await room.Done(new Change.Release(Closed), Town, reason: "There were barrels.");
        await room.Load(Book(2, facts => facts.Where(fact => fact.Id != Closed)));
        (await Holders.Of(room.Journal, Slug, Closed, CancellationToken.None)).ShouldBe([CommunityId.Base, Town]);
        await room.Done(new Change.EraseFact(Closed), CommunityId.Base);
        await room.Done(new Change.EraseFact(Closed));

        (await room.Everything()).ShouldNotContain("barrels");
    }

    private static FactBook Renamed(int edition) =>
        Book(edition, facts => facts.Select(fact => fact.Id == Closed ? fact with { Id = Shut, Formerly = [Closed] } : fact));

    private static async Task RenameAndDrop(Newsroom room)
    {
        await room.Load(Renamed(2));
        await room.Load(Book(3, facts => facts.Where(fact => fact.Id != Closed)));
    }
}
