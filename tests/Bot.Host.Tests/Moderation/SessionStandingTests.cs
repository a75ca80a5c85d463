using Bot.Core.Facts;
using Bot.Core.Moderation;
using Bot.Host.Tests.Discord;
using Bot.Testing.Discord;

namespace Bot.Host.Tests.Moderation;

/// <summary>Whoever was signed in at a server's desk is there as long as they moderate: what changes something looks at once, and a page within a minute.</summary>
public sealed class SessionStandingTests : DeskSide
{
    private const string Helpers = "1200000000000000078";
    private const string Keepers = "1200000000000000079";
    private const string ManageMessages = "8192";
    private const string HoldIt = "Hold it";

    private static readonly FactId Closed = new("bridge-closed");
    private static readonly (string, string) Why = ("reason", "Somebody saw it open, \"at noon\" & later.");

    [Fact]
    public async Task Who_moderates_no_more_changes_nothing_at_once_and_reads_no_page_a_minute_later_until_they_do_again()
    {
        var host = await Start();
        AddRole(Helpers, ManageMessages);
        Join(DiscordSide.Other, Helpers);
        using var sam = await Moderator.SignIn(host, DiscordSide.Other, Community);
        var page = await sam.Open($"/moderate/facts/{Closed}");

        Join(DiscordSide.Other);
        (await sam.Open("/moderate/posts")).Status.ShouldBe(200, "what was told a moment ago");
        var refused = await Within(sam.Press(page, HoldIt, Why));
        refused.Status.ShouldBe(403);
        refused.Text.ShouldContain("You do not moderate at this desk");
        refused.Text.ShouldContain("Here it takes the permission to manage messages (Manage Messages)");
        (await Within(sam.Open("/moderate/posts"))).Status.ShouldBe(403);
        Story(host).Held.ShouldBeEmpty();

        Join(DiscordSide.Other, Helpers);
        (await Within(sam.Press(page, HoldIt, Why))).Status.ShouldBe(200);
        Story(host).Held.ShouldBe([Closed]);
        Join(DiscordSide.Other);
        Time.Advance(TimeSpan.FromMinutes(1));
        (await Within(sam.Open("/moderate/posts"))).Status.ShouldBe(403);
        (await Within(sam.Press(page, "Sign out"))).Text.ShouldContain("You are signed out");
        Discord.StandIn.Violations.ShouldBeEmpty();
    }

    [Fact]
    public async Task Where_discord_does_not_tell_nothing_is_done_and_what_was_filled_in_can_be_sent_again()
    {
        var host = await Start();
        using var ann = await Moderator.SignIn(host, DiscordSide.Person, Community);
        var page = await ann.Open($"/moderate/facts/{Closed}");

        var isDown = true;
        Discord.StandIn.Next([.. Enumerable.Repeat(new Fault.Disturbed(500) { When = _ => isDown }, 20)]);
        var untold = await Within(ann.Press(page, HoldIt, Why));
        untold.Status.ShouldBe(503);
        untold.Text.ShouldContain("It is not known now whether you moderate");
        Story(host).Held.ShouldBeEmpty();

        isDown = false;
        (await Within(ann.Press(untold, "Send it again"))).Status.ShouldBe(200);
        Story(host).Held.ShouldBe([Closed]);
    }

    [Fact]
    public async Task Where_roles_were_chosen_they_count_and_who_may_only_read_for_a_while_or_left_is_not_let_in()
    {
        var host = await Start();
        AddRole(Helpers, ManageMessages);
        AddRole(Keepers, "0");
        await Make(host, new Change.ModeratedBy([Keepers], []));
        Join(DiscordSide.Other, Keepers);
        using var sam = await Moderator.SignIn(host, DiscordSide.Other, Community);

        Join(DiscordSide.Other, Helpers);
        Time.Advance(TimeSpan.FromMinutes(1));
        (await Within(sam.Open("/moderate/queue"))).Text.ShouldContain("Here it takes the role that was chosen in /settings");
        Join(DiscordSide.Other, Keepers);
        (await Within(sam.Open("/moderate/queue"))).Status.ShouldBe(200);

        Join(DiscordSide.Other, Keepers)["communication_disabled_until"] = $"{Time.GetUtcNow().AddHours(1):O}";
        Time.Advance(TimeSpan.FromMinutes(1));
        (await Within(sam.Open("/moderate/queue"))).Text.ShouldContain("You may only read in that server for a while.");

        Discord.StandIn.World.Members.Remove((DiscordSide.Guild, DiscordSide.Other));
        (await Within(sam.Open("/moderate/queue"))).Text.ShouldContain("Discord does not know you in that server any more.");
    }
}
