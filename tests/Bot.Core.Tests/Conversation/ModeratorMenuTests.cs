using Bot.Core.Communities;
using Bot.Core.Conversation.Settings;
using Bot.Core.Moderation;
using Bot.Core.Tests.Moderation;
using static Bot.Core.Tests.Moderation.Newsroom;

namespace Bot.Core.Tests.Conversation;

/// <summary>Who moderates, chosen on menus that were drawn before somebody else chose.</summary>
public sealed class ModeratorMenuTests
{
    private static readonly ModeratorMenu Menu = new("roles", 3, id => id.StartsWith('r'));
    private static readonly ModeratorMenu Others = new("people", 3, id => id.StartsWith('p'));

    [Fact]
    public async Task Of_two_who_choose_on_menus_that_showed_the_same_both_have_their_way()
    {
        var room = await Open();
        await Choose(room, Menu, Now(room), "r1", "r2");
        var drawn = Now(room);

        await Choose(room, Menu, drawn, "r1", "r2", "r3");
        await Choose(room, Menu, drawn, "r2", "r4");
        Now(room).All.ShouldBe(["r2", "r3", "r4"]);

        await Choose(room, Others, drawn, "p1");
        Now(room).All.ShouldBe(["p1", "r2", "r3", "r4"]);
    }

    [Fact]
    public async Task Where_both_touch_the_same_the_later_choice_holds()
    {
        var room = await Open();
        var empty = Now(room);
        await Choose(room, Menu, empty, "r1");
        var drawn = Now(room);
        await Choose(room, Menu, drawn);
        Now(room).All.ShouldBeEmpty();

        await Choose(room, Menu, empty, "r1");
        Now(room).All.ShouldBe(["r1"]);
    }

    [Fact]
    public async Task What_a_menu_has_no_room_for_stays_chosen()
    {
        var room = await Open();
        var empty = Now(room);
        await Choose(room, Menu, empty, "r1", "r2");
        await Choose(room, Menu, empty, "r3", "r4");

        Menu.Shown(Now(room)).ShouldBe(["r1", "r2", "r3"]);
        await Choose(room, Menu, Now(room), "r2", "r3", "p1");
        Now(room).All.ShouldBe(["r2", "r3", "r4"]);
    }

    [Fact]
    public async Task A_menu_that_showed_what_nobody_ever_chose_here_is_none()
    {
        var room = await Open();
        var elsewhere = Menu.Id(ModeratorRoles.Of(["r9"])!.Value);

        Menu.IsOne(elsewhere).ShouldBeTrue();
        Menu.IsOne("rolesake").ShouldBeFalse();
        Menu.Wanted(elsewhere, ["r1"], room.Shelf, Town).ShouldBeNull();
        await room.Make(new Change.ModeratedBy(["r9"], []), Village);
        Menu.Wanted(elsewhere, ["r1"], room.Shelf, Town).ShouldBeNull();
        Menu.Wanted(elsewhere, ["r1"], room.Shelf, Village).ShouldNotBeNull();
    }

    [Fact]
    public async Task A_menu_that_does_not_tell_what_it_showed_is_none_also_where_nobody_was_chosen()
    {
        var room = await Open();

        Menu.IsOne("roles").ShouldBeTrue();
        Menu.Wanted("roles", ["r1"], room.Shelf, Town).ShouldBeNull();
        await Choose(room, Menu, Now(room), "r1");
        Menu.Wanted("roles", ["r2"], room.Shelf, Town).ShouldBeNull();
    }

    [Fact]
    public async Task A_program_that_was_started_since_still_knows_what_a_menu_showed()
    {
        var room = await Open();
        await Choose(room, Menu, Now(room), "r1");
        var drawn = Menu.Id(Now(room));
        await Choose(room, Menu, Now(room), "r2");

        Menu.Wanted(drawn, ["r1", "r3"], await room.Restarted(Book()), Town)
            .ShouldBeOfType<Change.ModeratedBy>()
            .ShouldSatisfyAllConditions(by => by.Added.ShouldBe(["r3"]), by => by.TakenAway.ShouldBeEmpty());
    }

    private static ModeratorRoles Now(Newsroom room) => room.Shelf.Settings(Town).Moderators ?? default;

    private static async Task Choose(Newsroom room, ModeratorMenu menu, ModeratorRoles drawn, params string[] chosen) =>
        (await room.Make(menu.Wanted(menu.Id(drawn), chosen, room.Shelf, Town)!)).ShouldBeOfType<ChangeOutcome.Done>();
}
