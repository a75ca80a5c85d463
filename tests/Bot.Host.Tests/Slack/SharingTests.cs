using Bot.Core.Delivery;
using Bot.Testing.Slack;
using Bot.Testing.Slack.Telling;
using Microsoft.Extensions.DependencyInjection;
using static Bot.Host.Tests.Slack.SlackSide;

namespace Bot.Host.Tests.Slack;

/// <summary>A private answer is shown to everybody, so that it can be corrected later where that may be, and taken away again.</summary>
public sealed class SharingTests : WorkspaceTests
{
    [Fact]
    public async Task An_answer_is_shared_by_the_bot_itself_with_a_receipt_and_removed_by_whoever_shared_it()
    {
        var told = await Share();

        Words((await Slack.Answer(told, Cancellation)).Blocks).ShouldBe("Shared.");
        var post = Slack.Seen.ShouldHaveSingleItem();
        Words(post.Blocks).ShouldContain("Shared from a private answer.");
        post.Text.ShouldContain("Source:\u200B ");
        post.Parse.ShouldBe("none");
        var receipt = (await Receipts()).ShouldHaveSingleItem();
        (receipt.State, receipt.Post, receipt.Place).ShouldBe((PostState.Posted, new PostId(post.Ts), new PlaceId(SlackWorld.Channel)));
        receipt.Facts.ShouldNotBeEmpty();

        var removed = Slack.People.Press(post, Button(post.Blocks, "Remove")!);
        Words((await Slack.Answer(removed, Cancellation)).Blocks).ShouldBe("Removed.");
        Slack.Seen.ShouldBeEmpty();
        (await Receipts()).ShouldHaveSingleItem().State.ShouldBe(PostState.Removed);
    }

    [Fact]
    public async Task The_same_is_not_shared_again_within_half_an_hour_and_a_press_that_is_told_twice_shares_once()
    {
        var told = await Share();
        await Slack.Answer(told, Cancellation);

        Words((await Slack.Answer(await Share(), Cancellation)).Blocks)
            .ShouldBe("The same was shared here at 09:00 UTC. It can be shared again at 09:30 UTC.");
        Slack.Seen.ShouldHaveSingleItem();

        Time.Advance(TimeSpan.FromMinutes(31));
        Words((await Slack.Answer(await Share(), Cancellation)).Blocks).ShouldBe("Shared.");
        Slack.Seen.Count.ShouldBe(2);
    }

    [Theory]
    [InlineData(SlackWorld.Private)]
    [InlineData(SlackWorld.Elsewhere)]
    public async Task Where_the_bot_is_no_member_it_is_shared_all_the_same_and_said_that_it_cannot_be_corrected(string channel)
    {
        var told = await Share(channel);

        Words((await Slack.Answer(told, Cancellation)).Blocks).ShouldContain("cannot be corrected");
        var post = Slack.Seen.ShouldHaveSingleItem();
        post.Channel.ShouldBe(channel);
        Words(post.Blocks).ShouldContain("cannot be corrected");
        (await Receipts()).ShouldHaveSingleItem().State.ShouldBe(PostState.Posted);

        var again = await Share(channel);
        Words((await Slack.Answer(again, Cancellation)).Blocks).ShouldContain("The same was shared here");

        var removed = Slack.People.Press(post, Button(post.Blocks, "Remove")!);
        await Until(() => Slack.Seen.Count == 0 ? removed : null, Cancellation);
    }

    [Fact]
    public async Task Only_whoever_shared_it_and_those_who_moderate_remove_it()
    {
        var (other, chosen) = (new SlackUser("U0HARBOR8", SlackWorld.Team, "sam"), new SlackUser("U0HARBOR7", SlackWorld.Team, "kim"));
        (Slack.StandIn.World.Users[other.Id], Slack.StandIn.World.Users[chosen.Id]) = (other, chosen);
        Slack.StandIn.World.Channels[SlackWorld.Channel].Members.UnionWith([other.Id, chosen.Id]);
        await Slack.Answer(await Share(), Cancellation);
        var post = Slack.Seen.ShouldHaveSingleItem();
        var remove = Button(post.Blocks, "Remove")!;

        Words((await Slack.Answer(Slack.People.Press(post, remove, other.Id), Cancellation)).Blocks)
            .ShouldContain("Only whoever shared this");
        Slack.Seen.ShouldHaveSingleItem();

        Words((await Slack.Answer(Slack.People.Press(post, remove, SlackWorld.Admin), Cancellation)).Blocks).ShouldBe("Removed.");
        Slack.Seen.ShouldBeEmpty();

        await Moderates(chosen.Id);
        Time.Advance(TimeSpan.FromHours(1));
        await Slack.Answer(await Share(), Cancellation);
        var again = Slack.People.Press(Slack.Seen[0], Button(Slack.Seen[0].Blocks, "Remove")!, chosen.Id);
        Words((await Slack.Answer(again, Cancellation)).Blocks).ShouldBe("Removed.");
    }

    [Fact]
    public async Task Where_nobody_knows_whether_it_arrived_that_is_said_and_the_receipt_waits()
    {
        Slack.StandIn.Next(new SlackFault.Dropped(Done: true) { When = call => call.Method == "chat.postMessage" });

        Words((await Slack.Answer(await Share(), Cancellation)).Blocks).ShouldStartWith("It was sent, and nobody knows whether it arrived");
        (await Receipts()).ShouldHaveSingleItem().State.ShouldBe(PostState.Sending);
    }

    /// <summary>An admin chooses somebody to moderate.</summary>
    private async Task Moderates(string user)
    {
        var settings = await Slack.Answer(Slack.People.Type("settings", user: SlackWorld.Admin), Cancellation);
        var menu = (string)
            settings
                .Blocks.SelectMany(block => block!["elements"]?.AsArray() ?? [])
                .First(each => (string?)each!["type"] == "multi_users_select")!["action_id"]!;
        Slack.People.Choose(settings, menu, user, SlackWorld.Admin);
        await Until(() => Words(settings.Blocks[0]).StartsWith("Done. ", StringComparison.Ordinal) ? settings : null, Cancellation);
    }

    private async Task<SlackTold> Share(string channel = SlackWorld.Channel)
    {
        var answer = await Slack.Answer(Slack.People.Type("ask is the bridge closed?", channel), Cancellation);
        return Slack.People.Press(answer, Button(answer.Blocks, "Share")!);
    }

    private async Task<IReadOnlyList<Receipt>> Receipts() =>
        await Host.Services.GetRequiredService<IReceipts>().All(Community, Cancellation);
}
