using Bot.Core.Digests;
using Bot.Host.Tests.Platforms;
using Bot.Testing.Slack;
using Bot.Testing.Slack.Telling;
using Microsoft.Extensions.DependencyInjection;

namespace Bot.Host.Tests.Slack;

/// <summary>Digests are set up in a window, by the clocks of whoever does it, in both modes.</summary>
public sealed class DigestFormTests : IAsyncDisposable
{
    private ModeratedSlack slack = null!;

    public static TheoryData<string> Modes { get; } = [LiveSlack.Http, LiveSlack.Socket];

    public ValueTask DisposeAsync() => slack.DisposeAsync();

    [Theory]
    [MemberData(nameof(Modes))]
    public async Task What_is_wrong_stands_below_its_field_and_the_card_takes_the_place_of_the_form(string mode)
    {
        slack = await ModeratedSlack.Open(mode);
        var users = slack.Slack.StandIn.World.Users;
        users[SlackWorld.Admin] = users[SlackWorld.Admin] with { Zone = "America/Chicago" };

        var window = await slack.Form("digest schedule");
        ModeratedSlack.Fields(window).ShouldBe(["days", "at", "zone", "quiet", "corrections"]);
        Value(window, 2).ShouldBe("America/Chicago");
        (await slack.Refused(window, ("at", "soon"))).ShouldBe(
            ("at", "\u201Csoon\u201D is no time of day I can read. Write it as 09:00 or 17:30, or write hourly.")
        );
        (await slack.Refused(window, ("at", "23:00"), ("quiet", "22-7"))).Field.ShouldBe("at");

        var card = await slack.Send(window, ("days", "mon,thu"), ("quiet", "22:00-07:00"));
        card.Headline.ShouldStartWith("Done: digests come on Monday, Thursday at 09:00 (America/Chicago), not from 22:00 to 07:00.");
        card.Buttons.ShouldBe(["Preview", "Test post", "Change", "Remove"]);
        var next = slack.Slack.StandIn.World.Views[^1].Blocks.ToJsonString();
        next.ShouldContain("\"type\":\"date\"");
        next.ShouldContain($"\"channel_id\":\"{SlackWorld.Channel}\"");
        slack.Slack.Posts.ShouldHaveSingleItem().Channel.ShouldBe(SlackWorld.Channel);

        await slack.Press(window, "Change");
        (Value(window, 0), Value(window, 3)).ShouldBe(("mon,thu", "22:00-07:00"));
        (await slack.Send(window, ("at", "10:00"))).Headline.ShouldStartWith("Changed: digests come on Monday, Thursday at 10:00");
        (await slack.Press(window, "Test post")).Headline.ShouldStartWith("A test post stands in the channel");
        slack.Slack.Posts.Count.ShouldBe(3);
    }

    [Fact]
    public async Task The_picture_of_a_preview_comes_in_direct_messages_and_a_button_of_the_list_leads_to_the_form()
    {
        slack = await ModeratedSlack.Open(LiveSlack.Http);
        var empty = await slack.Say("digest list");
        var window = await slack.Form(() => slack.Slack.Press(empty, "Set digests up here", SlackWorld.Admin));
        await slack.Send(window);

        var preview = await slack.Say("digest preview");
        SlackReader.Read(preview).Lines.ShouldContain("I have sent you the picture in our direct messages.");
        var sent = slack.Slack.StandIn.Messages.Where(message => message.Files.Count > 0).ShouldHaveSingleItem();
        sent.Channel.ShouldStartWith("D");

        var list = await slack.Say("digest list");
        SlackReader.Read(list).Buttons.ShouldBe(["Preview", "Test post", "Change", "Remove"]);
        await slack.Press(list, "Remove");
        (await slack.Host.Services.GetRequiredService<IDigests>().All(TestContext.Current.CancellationToken)).ShouldBeEmpty();
    }

    [Fact]
    public async Task Slack_is_asked_for_somebodys_clocks_only_where_a_form_shows_them()
    {
        slack = await ModeratedSlack.Open(LiveSlack.Http);
        slack.Slack.StandIn.Next(new SlackFault.Refused("no_permission") { When = IsAboutPeople });

        SlackReader.Read(await slack.Say("digest list")).Headline.ShouldStartWith("It is not known whether you moderate here");

        slack.Slack.StandIn.Calls.Count(IsAboutPeople).ShouldBe(1);
    }

    [Fact]
    public async Task What_Slack_does_not_name_once_and_for_all_is_not_done_and_that_is_said()
    {
        slack = await ModeratedSlack.Open(LiveSlack.Http);
        var sent = await slack.Slack.Taken(slack.Slack.People.Submit(await slack.Form("digest schedule")));
        var typed = slack.Slack.People.Type("digest list", user: SlackWorld.Admin);
        await slack.Slack.Answer(typed);
        sent.Payload.Remove("trigger_id");
        typed.Payload.Remove("trigger_id");
        typed.Payload["text"] = "digest remove";

        var taken = (await slack.Slack.StandIn.Requests.Repeat(sent)).ShouldBeOfType<SlackAck.Taken>();
        await slack.Slack.StandIn.Requests.Repeat(typed);
        await Wait.Until(() => typed.Messages.Count > 1, "it is answered");

        ((string)taken.Body!["errors"]!["days"]!).ShouldStartWith("Slack did not say what this belongs to.");
        SlackReader.Read(typed.Messages[^1]).Headline.ShouldStartWith("Slack did not say what this belongs to.");
        (await slack.Host.Services.GetRequiredService<IDigests>().All(TestContext.Current.CancellationToken)).ShouldHaveSingleItem();
    }

    private static bool IsAboutPeople(SlackCall call) => call.Method == "users.info";

    private static string? Value(SlackView window, int field) => (string?)window.Blocks[field]!["element"]!["initial_value"];
}
