using Bot.Core.Communities;
using Bot.Core.Conversation.Settings;
using Bot.Core.Delivery;
using Bot.Core.Journal;
using Bot.Core.Moderation;
using Bot.Core.Moderation.Cards;
using Bot.Core.Tests.Moderation;
using static Bot.Core.Tests.Moderation.Newsroom;

namespace Bot.Core.Tests.Conversation;

/// <summary>A community whose story is not there any more can be set up all the same.</summary>
public sealed class SettingsMenusTests
{
    private static readonly PlaceId Attic = new("attic");

    [Fact]
    public async Task Where_the_story_that_was_followed_is_gone_another_is_chosen()
    {
        var (room, menus) = await WithoutItsStory();

        var menu = menus.Of(Town, Attic).ShouldHaveSingleItem();
        menu.Options.ShouldNotContain(option => option.IsNow);
        var wanted = menus.Wanted(menu.Id, Slug.Value, Attic, Town).ShouldNotBeNull();
        (await Settle(menus, wanted)).ShouldBeOfType<Settled.Done>();

        room.Shelf.Story(room.Shelf.Now, Town)!.Story.Slug.ShouldBe(Slug);
        menus.Of(Town, Attic).Count.ShouldBe(4);
    }

    [Fact]
    public async Task Where_the_story_that_was_followed_is_gone_who_moderates_is_chosen_as_ever()
    {
        var (room, menus) = await WithoutItsStory();

        (await Settle(menus, new Change.ModeratedBy(["r1"], []))).ShouldBeOfType<Settled.Done>();

        room.Shelf.Settings(Town).Moderators!.Value.All.ShouldBe(["r1"]);
    }

    private static async Task<Settled> Settle(SettingsMenus menus, Change wanted) =>
        await menus.Settle(wanted, new UserId("ann"), new CommandId("a choice"), Town, CancellationToken.None);

    private static async Task<(Newsroom Room, SettingsMenus Menus)> WithoutItsStory()
    {
        var room = await Open();
        var (shipped, bridge) = (BothStories.Shipped, BothStories.Bridge);
        (await room.Keeper.Load([Book(), shipped.Book], bridge.Index.Lexicon, null, CancellationToken.None)).ShouldBeEmpty();
        (await room.Make(new Change.Follow(shipped.Story.Slug))).ShouldBeOfType<ChangeOutcome.Done>();
        await room.Load(Book());
        room.Shelf.Story(room.Shelf.Now, Town).ShouldBeNull();
        var seal = new KeyedSeal(() => new byte[32]);
        var poster = new Poster(new InMemoryReceipts(), seal, room.Time, (_, _) => { });
        return (room, new SettingsMenus(room.Shelf, room.Changes, room.People, new CardChannel(poster, [], room.Shelf)));
    }
}
