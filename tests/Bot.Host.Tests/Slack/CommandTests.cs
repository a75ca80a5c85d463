using Bot.Testing.Slack;
using static Bot.Host.Tests.Slack.SlackSide;

namespace Bot.Host.Tests.Slack;

/// <summary>What is typed, pressed, chosen and submitted, as Slack sends it, and what somebody sees then.</summary>
public sealed class CommandTests : WorkspaceTests
{
    [Fact]
    public async Task Whoever_asks_too_often_is_told_when_to_ask_again()
    {
        for (var asked = 0; asked < 20; asked++)
        {
            Words((await Slack.Answer(Slack.People.Type("story status"), Cancellation)).Blocks).ShouldNotContain("within a minute");
        }

        Words((await Slack.Answer(Slack.People.Type("story status"), Cancellation)).Blocks)
            .ShouldContain("You asked 20 times within a minute, and more is not answered");
    }

    [Theory]
    [InlineData("ask is the bridge closed?")]
    [InlineData("is the bridge closed?")]
    [InlineData("  ASK “is the bridge closed?”")]
    public async Task A_question_is_answered_privately_with_speaker_status_and_source(string text)
    {
        var answer = await Slack.Answer(Slack.People.Type(text), Cancellation);

        var words = Words(answer.Blocks);
        (words.Contains("Speaker: "), words.Contains("Status: "), words.Contains("Source")).ShouldBe((true, true, true), words);
        answer.Text.ShouldContain("closed");
        Slack.Seen.ShouldBeEmpty();
    }

    [Fact]
    public async Task Help_names_commands_as_they_are_called_here()
    {
        var words = Words((await Slack.Answer(Slack.People.Type(""), Cancellation)).Blocks);

        words.ShouldContain("/dateline ask: ");
        words.ShouldContain("/dateline help words explains");
        words.Replace("/dateline ", "", StringComparison.Ordinal).ShouldNotContain("/");
    }

    [Fact]
    public async Task A_slip_is_answered_with_a_button_for_what_may_be_meant()
    {
        var answer = await Slack.Answer(Slack.People.Type("stroy timeline"), Cancellation);
        Words(answer.Blocks).ShouldContain("Did you mean /dateline story timeline");

        var pressed = await Slack.Answer(Slack.People.Press(answer, Button(answer.Blocks, "/dateline story timeline")!), Cancellation);

        Words(pressed.Blocks).ShouldContain("dated entries");
        answer.IsDeleted.ShouldBeFalse();
    }

    [Fact]
    public async Task A_button_of_another_service_does_nothing_and_says_so()
    {
        var answer = await Slack.Answer(Slack.People.Type("ask is the bridge closed?"), Cancellation);
        var share = Button(answer.Blocks, "Share")!;
        answer.Blocks.ToJsonString().ShouldContain(share);

        var forged = await Slack.Answer(
            Slack.People.Press(
                Forged(answer, share, share[..^1] + (share[^1] == 'A' ? 'B' : 'A')),
                share[..^1] + (share[^1] == 'A' ? 'B' : 'A')
            ),
            Cancellation
        );

        Words(forged.Blocks).ShouldContain("not made here");
        Slack.Seen.ShouldBeEmpty();
    }

    [Fact]
    public async Task A_message_is_asked_about_from_its_menu()
    {
        var written = Slack.People.Write("*is the bridge closed?* :tada:");

        var answer = await Slack.Answer(Slack.People.Shortcut("ask_about_this", written), Cancellation);

        Words(answer.Blocks).ShouldContain("Speaker: ");
    }

    [Fact]
    public async Task From_anywhere_a_question_is_asked_by_a_form_that_offers_known_ones_and_answered_in_its_window()
    {
        await Slack.People.Shortcut("ask").Finished.WaitAsync(Cancellation);
        var form = await Until(() => Slack.StandIn.World.Views.LastOrDefault(), Cancellation);

        var offered = Slack.People.Complete(form, "known", "clos");
        await offered.Finished.WaitAsync(Cancellation);
        offered.Options!["options"]!.AsArray().Count.ShouldBeGreaterThan(0);

        await Slack.People.Submit(form, ("question", "is the bridge closed?")).Finished.WaitAsync(Cancellation);
        Words(form.Blocks).ShouldContain("Speaker: ");

        Slack.People.Press(form, Button(form.Blocks, "Sources")!);
        await Until(() => Words(form.Blocks).Contains("origin", StringComparison.Ordinal) ? form : null, Cancellation);
        Slack.StandIn.Messages.ShouldBeEmpty();
    }

    [Fact]
    public async Task The_home_page_tells_the_story_so_far_and_opens_the_form()
    {
        Slack.People.OpenHome();
        var home = await Until(() => Slack.StandIn.World.Homes.Values.FirstOrDefault(), Cancellation);

        Words(home.Blocks).ShouldContain("The story so far.");
        Slack.People.Press(home, Button(home.Blocks, "Ask a question")!);
        var form = await Until(() => Slack.StandIn.World.Views.LastOrDefault(view => view.CallbackId == "ask"), Cancellation);
        form.User.ShouldBe(SlackWorld.Person);
    }

    [Fact]
    public async Task A_timeline_is_drawn_and_sent_to_whoever_asks_with_what_it_says_as_text()
    {
        var answer = await Slack.Answer(Slack.People.Type("story timeline"), Cancellation);

        var told = Slack.People.Press(answer, Button(answer.Blocks, "As a picture")!);

        Words((await Slack.Answer(told, Cancellation)).Blocks).ShouldContain("direct messages");
        var file = Slack.Seen.SelectMany(message => message.Files).ShouldHaveSingleItem();
        file.AltText.ShouldNotBeNull().ShouldContain("2026");
        file.Bytes[1..4].ShouldBe("PNG"u8.ToArray());
    }

    [Fact]
    public async Task Only_admins_get_the_menus_of_the_settings_and_what_they_choose_holds()
    {
        var card = await Slack.Answer(Slack.People.Type("settings"), Cancellation);
        card.Blocks.ToJsonString().ShouldNotContain("static_select");

        var theirs = await Slack.Answer(Slack.People.Type("settings", user: SlackWorld.Admin), Cancellation);
        theirs.Blocks.ToJsonString().ShouldContain("1:set:sharing");
        var refused = await Slack.Answer(Slack.People.Choose(theirs, "1:set:sharing", "nowhere", SlackWorld.Person), Cancellation);
        Words(refused.Blocks).ShouldContain("Only admins and owners");

        var chosen = Slack.People.Choose(theirs, "1:set:sharing", "nowhere", SlackWorld.Admin);
        await Until(() => Words(theirs.Blocks).StartsWith("Done. ", StringComparison.Ordinal) ? theirs : null, Cancellation);
        chosen.Messages.ShouldBeEmpty();

        var answer = await Slack.Answer(Slack.People.Type("ask is the bridge closed?"), Cancellation);
        Button(answer.Blocks, "Share").ShouldBeNull();
    }

    [Fact]
    public async Task Only_moderators_set_up_digests_and_what_is_said_of_them_names_commands_as_they_are_called_here()
    {
        var refused = await Slack.Answer(Slack.People.Type("digest list"), Cancellation);
        Words(refused.Blocks).ShouldContain("That is for moderators. Here it takes an admin or owner of this workspace, or to be chosen");

        var listed = await Slack.Answer(Slack.People.Type("digest list", user: SlackWorld.Admin), Cancellation);
        Words(listed.Blocks).ShouldContain("/dateline digest schedule");

        var scheduled = await Slack.Answer(Slack.People.Type("digest schedule days:mon at:09:00", user: SlackWorld.Admin), Cancellation);
        Words(scheduled.Blocks).ShouldNotContain("Only admins");
        Slack.Seen.ShouldHaveSingleItem().Channel.ShouldBe(SlackWorld.Channel);
    }

    private static SlackMessage Forged(SlackMessage answer, string id, string other)
    {
        foreach (var element in answer.Blocks.SelectMany(block => block!["elements"]?.AsArray() ?? []))
        {
            if ((string?)element!["action_id"] == id)
            {
                element["action_id"] = other;
            }
        }

        return answer;
    }
}
