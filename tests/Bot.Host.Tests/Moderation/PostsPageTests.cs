using Bot.Core.Corrections;
using Bot.Core.Moderation;
using Bot.Host.Tests.Corrections;
using static Bot.Host.Tests.Discord.DiscordSide;

namespace Bot.Host.Tests.Moderation;

/// <summary>What was posted at the stand-in for Discord, as a moderator of that server sees and steers it.</summary>
public sealed class PostsPageTests : PostedSide
{
    [Fact]
    public async Task A_moderator_sees_which_posts_a_change_touches_and_when_and_stops_them_or_sends_them_at_once()
    {
        var host = await Start();
        var post = await Share();
        var fact = (await Tracked(host))[0].Receipt.Facts[0].Fact;
        using var ann = await Moderator.SignIn(host, Person, Community);
        (await ann.Open("/moderate/posts")).Text.ShouldContain("It is as it was posted.");
        var form = await ann.Press(await ann.Open($"/moderate/facts/{fact}"), "Others contest it");
        form.Text.ShouldContain("1 post in 1 channel");

        await ann.Press(form, "Go on", ("reason", "The ferrymen say it is open."));
        var posts = await ann.Open("/moderate/posts");
        posts.Text.ShouldContain("It is corrected at 09:0");
        posts.Html.ShouldContain($"https://discord.com/channels/{Guild}/{Channel}/{post.Id}");
        (await ann.Press(posts, "Leave as it is")).Text.ShouldContain("1 post is left as it is.");
        await Pass(TimeSpan.FromMinutes(30));
        post.Edited.ShouldBeNull();

        var left = await ann.Open($"/moderate/facts/{fact}");
        left.Text.ShouldContain("It was left as it is, since a moderator wanted that.");
        (await ann.Press(left, "Try again now")).Text.ShouldContain("1 post is corrected now.");
        await Until(() => post.Edited is not null);

        await Until(async () =>
            (await ann.Open("/moderate/posts")).Text.Contains("It was corrected, and shows what it should.", StringComparison.Ordinal)
        );
        Moderator.ButtonsOf(await ann.Open("/moderate/posts")).ShouldBe(["Sign out"]);
        host.Log.Text.ShouldContain("SendNow of posts, asked for at the console by p");
    }

    [Fact]
    public async Task A_fact_that_a_post_says_is_being_checked_does_not_wait_beside_one_that_does()
    {
        var host = await Start();
        await Share();
        var facts = (await Tracked(host))[0].Receipt.Facts;
        var (held, disputed) = (facts[0].Fact, facts[^1].Fact);
        held.ShouldNotBe(disputed);
        using var ann = await Moderator.SignIn(host, Person, Community);
        await Make(host, new Change.Hold(held));
        await Until(async () => (await Tracked(host))[0] is { State: CorrectionState.Corrected, Pending: null });

        await Make(host, new Change.Dispute(disputed, "The ferrymen say it is open."));

        var posts = await ann.Open("/moderate/posts");
        posts.Text.ShouldContain(Story(host).Current(disputed)!.Fact.Says);
        posts.Html.ShouldContain($"id=\"of-{disputed.Handle}\"");
        posts.Html.ShouldNotContain($"id=\"of-{held.Handle}\"");
    }

    [Fact]
    public async Task A_server_is_set_up_by_who_manages_it_and_not_here()
    {
        var host = await Start();
        using var ann = await Moderator.SignIn(host, Person, Community);

        (await ann.Open("/moderate/queue")).Html.ShouldNotContain("/moderate/settings");
        (await ann.Open("/moderate/settings")).Status.ShouldBe(404);
    }

    [Fact]
    public async Task A_small_change_gets_a_note_where_a_moderator_wants_one()
    {
        var host = await Start();
        var post = await Share();
        var fact = (await Tracked(host))[0].Receipt.Facts[0].Fact;
        using var ann = await Moderator.SignIn(host, Person, Community);
        var form = await ann.Press(await ann.Open($"/moderate/facts/{fact}"), "Others contest it");
        await ann.Press(form, "Go on", ("reason", "The ferrymen say it is open."));

        (await ann.Press(await ann.Open("/moderate/posts"), "Correct with a note")).Text.ShouldContain("with a note below");

        await Until(() => Notes(post).Count == 1);
    }

    [Fact]
    public async Task What_could_not_be_edited_stands_with_the_reason_and_is_tried_again_from_there()
    {
        var host = await Start();
        var post = await Share();
        var fact = (await Tracked(host))[0].Receipt.Facts[0].Fact;
        using var ann = await Moderator.SignIn(host, Person, Community);
        Discord.StandIn.World.Refusing[Channel] = 50001;
        await Make(host, new Change.Retract(fact, Today));
        await Until(async () => (await Tracked(host))[0].State == CorrectionState.CannotEdit);

        var posts = await ann.Open("/moderate/posts");
        posts.Text.ShouldContain($"It cannot be edited. {(await Tracked(host))[0].Why}");
        Discord.StandIn.World.Refusing.Clear();
        await ann.Press(posts, "Try again now");

        await Until(() => post.Edited is not null && Notes(post).Count == 1);
        (await ann.Press(posts, "Try again now")).Text.ShouldContain("nothing was done");
    }
}
