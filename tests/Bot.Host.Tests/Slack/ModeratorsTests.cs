using System.Text.Json.Nodes;
using Bot.Core.Facts;
using Bot.Core.Journal;
using Bot.Host.Tests.Platforms;
using Bot.Testing.Slack;
using Bot.Testing.Slack.Blocks;
using Microsoft.Extensions.Time.Testing;

namespace Bot.Host.Tests.Slack;

/// <summary>Who moderates a workspace, looked at each time something is asked for, and again when a form comes back.</summary>
public sealed class ModeratorsTests : IAsyncDisposable
{
    private const string Keepers = "S0KEEPERS";
    private const string Hold = "fact hold bridge-closed";

    private static readonly FactId Closed = new("bridge-closed");
    private static readonly (string, string)[] NewFact = [("sentence", "A raft was launched."), ("from", "Harbour Post"), ("speaker", "")];

    private ModeratedSlack slack = null!;

    public ValueTask DisposeAsync() => slack.DisposeAsync();

    [Fact]
    public async Task Whoever_was_chosen_in_the_settings_moderates_and_no_more_when_they_are_chosen_no_more()
    {
        slack = await ModeratedSlack.Open(LiveSlack.Http);
        (await Says(Hold)).ShouldStartWith("That is for moderators. Here it takes an admin or owner");
        (await Says("why about:denied")).ShouldStartWith("You do not moderate here. Here it takes an admin or owner");

        await Choose("People who moderate", SlackWorld.Person);
        (await Says("why about:denied")).ShouldStartWith("You moderate here.");
        (await Says("settings")).ShouldNotBeEmpty();
        var form = await slack.Form("fact add", SlackWorld.Person);
        await Choose("People who moderate", "");

        var (_, sentence) = await slack.Refused(form, NewFact);
        sentence.ShouldStartWith("That is for moderators.");
        (await slack.Events()).ShouldNotContain(e => e is StoryEvent.DraftKept);
    }

    [Fact]
    public async Task Whoever_is_in_a_user_group_that_was_chosen_moderates_and_choosing_people_leaves_the_group_chosen()
    {
        var time = new FakeTimeProvider(TimeProvider.System.GetUtcNow());
        slack = await ModeratedSlack.Open(LiveSlack.Http, time);
        slack.Slack.StandIn.World.UserGroups[Keepers] = [SlackWorld.Person];
        await Choose("User groups that moderate", Keepers);
        await Choose("People who moderate", ModeratedSlack.Second);

        (await Says(Hold)).ShouldStartWith("Held: ");
        slack.Story.Held.ShouldBe([Closed]);
        slack.Slack.StandIn.World.UserGroups[Keepers] = [];
        time.Advance(TimeSpan.FromMinutes(11));
        (await Says(Hold)).ShouldStartWith("That is for moderators. Here it takes to be one of those who were chosen");
        slack.Slack.StandIn.World.UserGroups.Remove(Keepers);
        time.Advance(TimeSpan.FromMinutes(11));
        (await Says(Hold)).ShouldStartWith("That is for moderators. ");
    }

    [Fact]
    public async Task Of_two_admins_who_choose_on_cards_that_showed_the_same_both_have_their_way()
    {
        slack = await ModeratedSlack.Open(LiveSlack.Http);
        const string Third = "U0HARBOR5";
        slack.Slack.StandIn.World.Users[Third] = new SlackUser(Third, SlackWorld.Team, "pat");
        slack.Slack.StandIn.World.UserGroups[Keepers] = [];
        await Choose("People who moderate", SlackWorld.Person);
        var (one, other, third) = (
            await slack.Say("settings"),
            await slack.Say("settings", ModeratedSlack.Second),
            await slack.Say("settings")
        );

        await Choose(one, "People who moderate", $"{SlackWorld.Person} {Third}", SlackWorld.Admin);
        await Choose(other, "People who moderate", "", ModeratedSlack.Second);
        await Choose(third, "User groups that moderate", Keepers, SlackWorld.Admin);

        (await Says(Hold)).ShouldStartWith("That is for moderators.");
        (await Says(Hold, Third)).ShouldStartWith("Held: ");
        slack.Shelf.Settings(ModeratedSlack.Here).Moderators!.Value.All.ShouldContain(Keepers);
    }

    [Fact]
    public async Task Who_is_an_admin_no_more_when_a_form_comes_back_changes_nothing_once_slack_is_asked_again()
    {
        var time = new FakeTimeProvider(TimeProvider.System.GetUtcNow());
        slack = await ModeratedSlack.Open(LiveSlack.Http, time);
        var form = await slack.Form("fact erase bridge-closed");
        var users = slack.Slack.StandIn.World.Users;
        users[SlackWorld.Admin] = users[SlackWorld.Admin] with { IsAdmin = false };
        time.Advance(TimeSpan.FromMinutes(11));

        (await slack.Refused(form, ("reason", "No."))).ShouldSatisfyAllConditions(
            refused => refused.Field.ShouldBe("reason"),
            refused => refused.Sentence.ShouldStartWith("That is for moderators.")
        );
        (await slack.Events()).ShouldNotContain(e => e is StoryEvent.ChangeProposed);
    }

    [Fact]
    public async Task Guests_never_moderate_and_where_slack_does_not_tell_nothing_is_done_and_that_is_said()
    {
        slack = await ModeratedSlack.Open(LiveSlack.Http);
        var users = slack.Slack.StandIn.World.Users;
        const string Guest = "U0HARBOR5";
        users[Guest] = new SlackUser(Guest, SlackWorld.Team, "pat") { IsRestricted = true };
        await Choose("People who moderate", Guest);
        (await Says(Hold, Guest)).ShouldStartWith("That is for moderators. Guests of this workspace");

        slack.Slack.StandIn.Next(new SlackFault.Refused("no_permission") { When = call => call.Method == "users.info" });
        (await Says(Hold)).ShouldStartWith(
            "It is not known whether you moderate here, so nothing is done. The bot\u2019s token".Replace('\u2019', '\'')
        );
        await Choose("User groups that moderate", Keepers, [SlackWorld.Admin]);
        slack.Slack.StandIn.Next(new SlackFault.Refused("no_permission") { When = call => call.Method == "usergroups.users.list" });
        (await Says(Hold)).ShouldStartWith("It is not known whether you moderate here, so nothing is done.");
        slack.Story.Held.ShouldBeEmpty();
    }

    [Fact]
    public async Task Nobody_but_an_admin_chooses_who_moderates()
    {
        slack = await ModeratedSlack.Open(LiveSlack.Http);
        var card = await slack.Say("settings");
        var people = Menu(card, "People who moderate");

        var refused = await slack.Slack.Answer(slack.Slack.People.Choose(card, people, SlackWorld.Person, SlackWorld.Person));
        SlackReader.Read(refused).Headline.ShouldStartWith("Only admins and owners of this workspace can change this.");
        (await Says(Hold)).ShouldStartWith("That is for moderators.");
        Seen.Controls(card.Blocks).ShouldNotContain(control => Seen.Label(control).StartsWith("User groups", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Of_more_groups_than_a_menu_has_room_for_those_that_were_chosen_are_on_it_also_when_slack_lists_them_no_more()
    {
        slack = await ModeratedSlack.Open(LiveSlack.Http);
        const string First = "S0A000";
        var groups = slack.Slack.StandIn.World.UserGroups;
        await Choose("User groups that moderate", Keepers, [SlackWorld.Person]);
        groups.Remove(Keepers);
        for (var i = 0; i < 120; i++)
        {
            groups[$"S0A{i:000}"] = [];
        }

        groups[Keepers] = [SlackWorld.Person];
        await ChooseBeside(First);
        Moderated().ShouldBe([First, Keepers]);

        groups.Remove(Keepers);
        await ChooseBeside("S0A001");
        Moderated().ShouldBe([First, "S0A001", Keepers]);

        await Choose("User groups that moderate", First);
        Moderated().ShouldBe([First]);

        IReadOnlyList<string> Moderated() => slack.Shelf.Settings(ModeratedSlack.Here).Moderators!.Value.All;

        async Task ChooseBeside(string another)
        {
            var card = await slack.Say("settings");
            var menu = Seen.Controls(card.Blocks).Single(each => Seen.Label(each).StartsWith("User groups", StringComparison.Ordinal));
            var chosen = menu["initial_options"]?.AsArray().Select(option => (string)option!["value"]!) ?? [];
            await Choose(card, "User groups that moderate", string.Join(' ', [.. chosen, another]), SlackWorld.Admin);
        }
    }

    [Fact]
    public async Task A_card_that_does_not_tell_what_it_showed_changes_nothing_and_says_where_there_is_another()
    {
        slack = await ModeratedSlack.Open(LiveSlack.Http);
        await Choose("People who moderate", SlackWorld.Person);
        var card = await slack.Say("settings");
        var before = Seen.Controls(card.Blocks).Single(each => Seen.Label(each).StartsWith("People who", StringComparison.Ordinal));
        before["action_id"] = "1:set:people";

        var refused = await slack.Slack.Answer(slack.Slack.People.Choose(card, "1:set:people", ModeratedSlack.Second, SlackWorld.Admin));

        SlackReader
            .Read(refused)
            .Headline.ShouldBe("This card is too old to tell what it showed, so nothing was changed. Type settings for a new one.");
        (await Says(Hold)).ShouldStartWith("Held: ");
    }

    [Fact]
    public async Task Where_slack_is_slow_the_window_says_so_and_what_came_of_the_form_takes_its_place()
    {
        var time = new FakeTimeProvider(TimeProvider.System.GetUtcNow());
        slack = await ModeratedSlack.Open(LiveSlack.Http, time);
        var form = await slack.Form("fact add");
        time.Advance(TimeSpan.FromMinutes(11));
        slack.Slack.StandIn.Next(new SlackFault.Slow(TimeSpan.FromSeconds(4)) { When = call => call.Method == "users.info" });

        var told = slack.Slack.People.Submit(form, NewFact);
        await Wait.Until(() => slack.Slack.StandIn.HeldBack > 0, "Slack is asked");
        await slack.Slack.TakenMeanwhile(told, time);
        ModeratedSlack.Read(form).Headline.ShouldStartWith("One moment");
        time.Advance(TimeSpan.FromSeconds(3));
        await Wait.Until(() => ModeratedSlack.Read(form).Headline.StartsWith("Not added yet", StringComparison.Ordinal), "it is kept");
    }

    [Fact]
    public async Task A_form_that_is_refused_late_comes_back_as_it_was_filled_in_and_can_be_sent_off_again()
    {
        var time = new FakeTimeProvider(TimeProvider.System.GetUtcNow());
        slack = await ModeratedSlack.Open(LiveSlack.Http, time);
        var form = await slack.Form($"fact change {Closed} what:wrong");
        var shown = form.Shown.DeepClone().AsObject();
        (string Field, string Value)[] typed =
        [
            ("says", "It is shut to lorries alone."),
            ("on", "soon"),
            ("looked", "yes"),
            ("reason", "Misread."),
        ];
        time.Advance(TimeSpan.FromMinutes(11));
        slack.Slack.StandIn.Next(new SlackFault.Slow(TimeSpan.FromSeconds(4)) { When = call => call.Method == "users.info" });

        var told = slack.Slack.People.Submit(form, typed);
        await Wait.Until(() => slack.Slack.StandIn.HeldBack > 0, "Slack is asked");
        await slack.Slack.TakenMeanwhile(told, time);
        time.Advance(TimeSpan.FromSeconds(3));
        await Wait.Until(() => form.CallbackId.Length > 0, "the form is there again");

        SlackSide.Words(form.Blocks[0]).ShouldContain("\u201Csoon\u201D is no date: write 2025-09-25");
        var was = shown["blocks"]!.AsArray();
        foreach (var (field, value) in typed)
        {
            var element = was.First(block => (string?)block!["block_id"] == field)!["element"]!;
            if (element["options"] is JsonArray options)
            {
                element["initial_option"] = options.First(option => (string?)option!["value"] == value)!.DeepClone();
            }
            else
            {
                element["initial_value"] = value;
            }
        }

        var again = new JsonArray([.. form.Blocks.Skip(1).Select(block => block!.DeepClone())]);
        JsonNode.DeepEquals(again, was).ShouldBeTrue(again.ToJsonString());
        (await slack.Send(form, ("on", ""), ("looked", "yes"))).Headline.ShouldStartWith("Changed: ");
        slack.Story.Current(Closed)!.Fact.Says.ShouldBe("It is shut to lorries alone.");
    }

    [Fact]
    public async Task A_form_opens_in_its_three_seconds_where_several_groups_moderate_and_slack_tells_of_each_slowly()
    {
        var time = new FakeTimeProvider(TimeProvider.System.GetUtcNow());
        slack = await ModeratedSlack.Open(LiveSlack.Http, time);
        const string Watch = "S0WATCH";
        (slack.Slack.StandIn.World.UserGroups[Keepers], slack.Slack.StandIn.World.UserGroups[Watch]) = ([], [SlackWorld.Person]);
        await Choose("User groups that moderate", $"{Keepers} {Watch}");
        SlackFault slow = new SlackFault.Slow(TimeSpan.FromSeconds(2)) { When = call => call.Method == "usergroups.users.list" };
        slack.Slack.StandIn.Next(slow, slow);

        var told = slack.Slack.People.Type("fact add", user: SlackWorld.Person);
        await Wait.Until(() => slack.Slack.StandIn.HeldBack == 2, "Slack is asked about both groups at once");
        time.Advance(TimeSpan.FromSeconds(2));

        await slack.Slack.Taken(told);
        await Wait.Until(() => slack.Slack.StandIn.World.Views.Count == 1, "the form opens");
        told.Messages.ShouldBeEmpty();
    }

    [Fact]
    public async Task Whoever_reports_something_is_not_looked_up_at_slack()
    {
        slack = await ModeratedSlack.Open(LiveSlack.Http);
        var form = await slack.Form($"report {Closed}", SlackWorld.Person);
        (await slack.Send(form, ("words", "It is open again."))).Headline.ShouldStartWith("Thank you");
        var message = slack.Slack.People.Write("The bridge is closed.");
        await slack.Slack.Answer(slack.Slack.People.Shortcut("report_as_wrong", message));

        slack.Slack.StandIn.Calls.ShouldNotContain(call => call.Method == "users.info");
        slack.Queue.Open.ShouldHaveSingleItem();
    }

    private async Task<string> Says(string line, string user = SlackWorld.Person) => SlackReader.Read(await slack.Say(line, user)).Headline;

    /// <summary>An admin chooses on the settings' card.</summary>
    /// <param name="menu">How it is labelled.</param>
    /// <param name="chosen">All of them, with spaces between.</param>
    /// <param name="group">Who is in the group, before the card is asked for.</param>
    private async Task Choose(string menu, string chosen, IReadOnlyList<string>? group = null)
    {
        if (group is not null)
        {
            slack.Slack.StandIn.World.UserGroups[chosen] = group;
        }

        await Choose(await slack.Say("settings"), menu, chosen, SlackWorld.Admin);
    }

    private async Task Choose(SlackMessage card, string menu, string chosen, string user)
    {
        await slack.Slack.Taken(slack.Slack.People.Choose(card, Menu(card, menu), chosen, user));
        await Wait.Until(() => SlackReader.Read(card).Headline.StartsWith("Done.", StringComparison.Ordinal), $"{menu}: {chosen}");
    }

    private static string Menu(SlackMessage card, string label) => SlackControls.Action(card, label);
}
