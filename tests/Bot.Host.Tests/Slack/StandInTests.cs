using Bot.Core.Facts;
using Bot.Core.Journal;
using Bot.Host.Tests.Hosting;
using Bot.Host.Tests.Moderation;
using Bot.Host.Tests.Platforms;
using Bot.Testing.Slack;
using Microsoft.Extensions.Time.Testing;

namespace Bot.Host.Tests.Slack;

/// <summary>Somebody stands in for a second moderator of a workspace who is away: named on the card of <c>/dateline settings</c>, for some days.</summary>
public sealed class StandInTests : IAsyncDisposable
{
    private static readonly FactId Closed = new("bridge-closed");

    private readonly FakeTimeProvider time = new(new DateTimeOffset(2026, 6, 1, 9, 0, 0, TimeSpan.Zero));
    private ModeratedSlack slack = null!;

    public ValueTask DisposeAsync() => slack.DisposeAsync();

    [Fact]
    public async Task Who_stands_in_decides_what_was_proposed_until_the_time_is_over_and_changes_nothing_else()
    {
        slack = await ModeratedSlack.Open(LiveSlack.Http, time);
        var item = await Proposed();
        (await Says($"fact approve {item}")).ShouldStartWith("That is for moderators. Here it takes an admin or owner");

        var card = await Named(SlackWorld.Person, "1");
        card.ShouldContain(
            $"Until 2 June 2026, 09:00 UTC these stand in for a second moderator: {slack.Slack.StandIn.World.Users[SlackWorld.Person].Name}"
        );
        card.ShouldNotContain(SlackWorld.Person);
        (await Says("why about:denied")).ShouldStartWith("You stand in for a second moderator until 2 June 2026, 09:00 UTC.");
        (await Says("fact add")).ShouldStartWith("That is for moderators. You stand in for a second moderator");
        (await Says($"fact queue {item}")).ShouldStartWith("A moderator wants to retract");
        var waiting = await slack.Say($"fact queue {item}", SlackWorld.Person);
        (await slack.Press(waiting, "Approve", SlackWorld.Person)).Headline.ShouldStartWith("Approved.");
        slack.Story.IsTakenBack(Closed).ShouldBeTrue();

        time.Jump(TimeSpan.FromDays(1));
        (await Says("fact queue")).ShouldStartWith(
            "That is for moderators. You stood in for a second moderator until 2 June 2026, 09:00 UTC. Here it takes an admin"
        );
    }

    [Fact]
    public async Task Whoever_proposed_something_does_not_approve_it_by_standing_in_and_only_an_admin_names_anybody()
    {
        slack = await ModeratedSlack.Open(LiveSlack.Http, time);
        var item = await Proposed();
        await Named(SlackWorld.Admin, "7");
        var users = slack.Slack.StandIn.World.Users;
        var form = await Form();
        users[SlackWorld.Admin] = users[SlackWorld.Admin] with { IsAdmin = false };
        time.Advance(TimeSpan.FromMinutes(11));

        (await Says($"fact approve {item}", SlackWorld.Admin)).ShouldStartWith("You proposed this yourself");
        slack.Story.IsTakenBack(Closed).ShouldBeFalse();
        (await slack.Refused(form, ("people", SlackWorld.Person), ("days", "14"))).Sentence.ShouldStartWith("Only admins and owners");
        (await Says($"fact hold {Closed}")).ShouldStartWith("That is for moderators.");
        (await Says($"fact hold {Closed}", SlackWorld.Admin)).ShouldStartWith("Held: ");
    }

    [Fact]
    public async Task An_admin_names_who_stands_in_at_the_desk_too_and_nobody_else_does_and_no_guest_is_named()
    {
        slack = await ModeratedSlack.Open(LiveSlack.Http, time);
        const string Guest = "U0HARBOR7";
        slack.Slack.StandIn.World.Users[Guest] = new SlackUser(Guest, SlackWorld.Team, "visitor") { IsRestricted = true };
        using var mira = await Moderator.SignIn(slack.Host, SlackWorld.Admin, ModeratedSlack.Here);
        var page = await mira.Open("/moderate/stand-ins");
        var offered = (await mira.Open("/moderate/stand-ins/offer?typed=JO")).Text;
        offered.ShouldContain($"jo ({SlackWorld.Person}), ");
        offered.ShouldNotContain(SlackWorld.Admin);
        (await mira.Open("/moderate/stand-ins/offer?typed=visitor")).Text.Trim().ShouldBeEmpty("a guest never stands in");
        (await mira.Press(page, "Name them", ("people", Guest), ("days", "1"))).Text.ShouldContain("is nobody of this server or workspace");
        (await mira.Press(page, "Name them", ("people", SlackWorld.Person), ("days", "1"))).Text.ShouldContain("Done.");

        (await Says("why about:denied")).ShouldStartWith("You stand in for a second moderator until 2 June 2026, 09:00 UTC.");
        await Moderates(SlackWorld.Person);
        using var jo = await Moderator.SignIn(slack.Host, SlackWorld.Person, ModeratedSlack.Here);
        Moderator.ButtonsOf(await jo.Open("/moderate/stand-ins")).ShouldNotContain("Name them");
    }

    [Fact]
    public async Task Whoever_moderates_no_more_is_not_let_in_at_the_desk_and_who_stands_in_decides_in_chat()
    {
        slack = await ModeratedSlack.Open(LiveSlack.Http, time);
        await Moderates(SlackWorld.Person);
        using var jo = await Moderator.SignIn(slack.Host, SlackWorld.Person, ModeratedSlack.Here);
        var page = await jo.Open($"/moderate/facts/{Closed}");

        await Moderates("");
        var refused = await jo.Press(page, "Hold it", ("reason", "Somebody saw it open."));
        refused.Text.ShouldContain("You do not moderate at this desk");
        refused.Text.ShouldContain("Here it takes an admin or owner of this workspace");
        slack.Story.Held.ShouldBeEmpty();
        await Named(SlackWorld.Person, "1");
        (await jo.Open("/moderate/queue")).Text.ShouldContain("You stand in for a second moderator");
    }

    [Fact]
    public async Task Who_stands_in_chooses_from_the_facts_that_moderators_do_where_words_name_several()
    {
        slack = await ModeratedSlack.Open(LiveSlack.Http, time);
        (await Says("fact hold the")).ShouldStartWith("That is for moderators.");
        await Named(SlackWorld.Person, "1");

        var theirs = SlackReader.Read(await slack.Say("fact hold the", SlackWorld.Person));
        theirs.Buttons.ShouldNotBeEmpty();
        theirs.Buttons.ShouldBe(SlackReader.Read(await slack.Say("fact hold the")).Buttons);
    }

    private async Task<ItemId> Proposed()
    {
        await slack.Send(await slack.Form($"fact retract {Closed}"), ("reason", "They took it back."));
        return slack.Queue.Open.ShouldHaveSingleItem().Id;
    }

    /// <summary>An admin chooses who moderates beside them.</summary>
    private async Task Moderates(string people)
    {
        var card = await slack.Say("settings");
        await slack.Slack.Taken(
            slack.Slack.People.Choose(card, SlackControls.Action(card, "People who moderate"), people, SlackWorld.Admin)
        );
        await Wait.Until(() => SlackReader.Read(card).Headline.StartsWith("Done.", StringComparison.Ordinal), "it is chosen");
    }

    /// <summary>An admin names somebody; what the card says then.</summary>
    private async Task<string> Named(string person, string days)
    {
        var form = await Form();
        (await slack.Send(form, ("people", person), ("days", days))).Headline.ShouldStartWith("Done.");
        return form.Blocks.ToJsonString();
    }

    private async Task<SlackView> Form()
    {
        var card = await slack.Say("settings");
        return await slack.Form(() =>
            slack.Slack.People.Choose(card, SlackControls.Action(card, "Whether a second moderator is asked"), "stand-in", SlackWorld.Admin)
        );
    }

    private async Task<string> Says(string line, string user = SlackWorld.Person) => SlackReader.Read(await slack.Say(line, user)).Headline;
}
