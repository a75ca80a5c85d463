using Bot.Core.Communities;
using Bot.Core.Facts;
using Bot.Core.Journal;
using Bot.Host.Tests.Drawn;
using Bot.Host.Tests.Platforms;
using Bot.Testing.Slack;
using Bot.Testing.Slack.Telling;
using Microsoft.Extensions.DependencyInjection;

namespace Bot.Host.Tests.Slack;

/// <summary>Moderators and members of a workspace, through the real service in both modes: forms, cards, decisions, reports.</summary>
public sealed class FactTests : IAsyncDisposable
{
    private const string Raft = "Ottoline Quillmere launched a raft on 3 May 2026.";

    private static readonly FactId Closed = new("bridge-closed");
    private static readonly (string, string)[] NewFact =
    [
        ("sentence", Raft),
        ("from", "https://example.org/raft"),
        ("speaker", "Ottoline Quillmere"),
    ];

    private ModeratedSlack slack = null!;

    public static TheoryData<string> Modes { get; } = [LiveSlack.Http, LiveSlack.Socket];

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public ValueTask DisposeAsync() => slack.DisposeAsync();

    [Theory]
    [MemberData(nameof(Modes))]
    public async Task A_new_fact_with_a_new_speaker_and_source_takes_three_fields_and_two_screens(string mode)
    {
        slack = await ModeratedSlack.Open(mode);
        var window = await slack.Form("fact add");
        ModeratedSlack.Fields(window).ShouldBe(["sentence", "from", "speaker"]);
        (await slack.Send(window, NewFact)).Headline.ShouldStartWith("Not added yet");
        var added = await slack.Press(window, "Add it");

        added.Headline.ShouldStartWith("Added. It is answered from now on.");
        added.Buttons.ShouldNotContain("Add it");
        slack.Slack.StandIn.World.Views.ShouldHaveSingleItem();
        slack.Slack.StandIn.Told.Select(told => told.Name).ShouldBe(["/dateline", "view_submission", "block_actions"]);
        slack.Slack.StandIn.Messages.ShouldBeEmpty();
        var answer = await slack.Say("who launched a raft?", SlackWorld.Person);
        SlackReader.Read(answer).Headline.ShouldContain("Ottoline Quillmere launched a raft");
    }

    [Fact]
    public async Task A_doubtful_field_is_settled_on_a_form_in_the_same_window_and_a_draft_is_gone_on_with_from_the_queue()
    {
        slack = await ModeratedSlack.Open(LiveSlack.Http);
        var window = await slack.Form("fact add");
        await slack.Send(window, NewFact);

        await slack.Press(window, "Kind: ");
        ModeratedSlack.Fields(window).ShouldBe(["settled"]);
        var settled = await slack.Send(window, ("settled", "act"));
        settled.Buttons.ShouldNotContain(label => label.StartsWith("Kind: ", StringComparison.Ordinal));
        settled.Buttons.ShouldContain(label => label.StartsWith("Status: ", StringComparison.Ordinal));

        var draft = slack.Queue.Open.ShouldHaveSingleItem().Id;
        var card = await slack.Say($"fact queue {draft}", ModeratedSlack.Second);
        SlackReader.Read(card).Headline.ShouldStartWith("Not added yet");
        (await slack.Press(card, "Give it up", ModeratedSlack.Second)).Headline.ShouldStartWith("Given up.");
        SlackReader.Read(card).Buttons.ShouldNotContain("Give it up");
    }

    [Fact]
    public async Task Somebody_of_the_shared_facts_is_found_by_the_name_that_a_new_fact_called_them_by()
    {
        slack = await ModeratedSlack.Open(LiveSlack.Http);
        var window = await slack.Form("fact add");
        await slack.Send(
            window,
            ("sentence", "Rosalynde launched a raft."),
            ("from", "https://example.org/raft"),
            ("speaker", "Rosalynde")
        );
        await slack.Press(window, "Who says it: ");
        await slack.Send(window, ("settled", "pethybridge"));
        var added = await slack.Press(window, "Add it");

        added.Headline.ShouldStartWith("Added. It is answered from now on.");
        added.Lines.ShouldContain("Rosalind Pethybridge is found by \u201CRosalynde\u201D too from now on.");
        slack.Shelf.Now.Story()!.Book[new EntityId("pethybridge")].Aliases.ShouldNotContain("Rosalynde");
        var who = SlackReader.Read(await slack.Say("story who Rosalynde", SlackWorld.Person));
        who.Headline.ShouldStartWith("Rosalind Pethybridge (");
        (await slack.Events()).OfType<StoryEvent.NameAdded>().ShouldHaveSingleItem().Name.ShouldBe("Rosalynde");
    }

    [Theory]
    [MemberData(nameof(Modes))]
    public async Task The_text_of_a_message_is_added_from_its_menu_by_moderators_alone(string mode)
    {
        slack = await ModeratedSlack.Open(mode);
        var message = slack.Slack.People.Write("*Ottoline* launched a raft");
        var form = await slack.Form(() => slack.Slack.People.Shortcut("add_as_fact", message, SlackWorld.Admin));
        ((string?)form.Blocks[0]!["element"]!["initial_value"]).ShouldBe("Ottoline launched a raft");

        var refused = SlackReader.Read(await slack.Slack.Answer(slack.Slack.People.Shortcut("add_as_fact", message)));
        refused.IsPrivate.ShouldBeTrue();
        refused.Headline.ShouldBe(
            "That is for moderators. Here it takes an admin or owner of this workspace, or to be chosen by one of them in settings."
        );
        refused.Lines.ShouldContain(line => line.Contains("why about:denied", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_fact_is_named_by_its_words_and_where_these_are_of_several_chosen_by_a_button()
    {
        slack = await ModeratedSlack.Open(LiveSlack.Http);
        (await Choose("fact hold", "Which fact?")).Length.ShouldBe(5);
        (await Choose("fact hold zeppelin", "No fact has all these words.")).Length.ShouldBe(5);
        (await Choose("fact change bridge what:wrong", "Which fact?")).Length.ShouldBe(5);

        SlackReader
            .Read(await slack.Say("fact recheck Harbour Bridge motor vehicles 6 a.m."))
            .Headline.ShouldBe("Checked today: still so.");
        var choices = await slack.Say("fact hold");
        (await slack.Press(choices, "Tarrow Borough Council closed")).Headline.ShouldStartWith("Held: it is out of all answers");
        slack.Story.Held.ShouldBe([Closed]);
    }

    [Theory]
    [MemberData(nameof(Modes))]
    public async Task What_one_holds_another_gives_again(string mode)
    {
        slack = await ModeratedSlack.Open(mode);
        SlackReader.Read(await slack.Say($"fact hold {Closed}")).Headline.ShouldStartWith("Held: ");
        slack.Story.Held.ShouldBe([Closed]);

        var own = await slack.Say($"fact undo {Closed}");
        (await slack.Press(own, "Undo it")).Headline.ShouldStartWith("You held this yourself");
        var other = await slack.Say($"fact undo {Closed}", ModeratedSlack.Second);
        (await slack.Press(other, "Undo it", ModeratedSlack.Second)).Headline.ShouldStartWith("Given again.");

        slack.Story.Held.ShouldBeEmpty();
        await slack.Say($"fact hold {Closed}");
        var reasoned = await slack.Say($"fact undo {Closed} reason:It was checked.");
        (await slack.Press(reasoned, "Undo it")).Headline.ShouldStartWith("Given again.");
        SlackReader.Read(other).Buttons.ShouldNotContain("Undo it");
        SlackReader.Read(await slack.Say($"fact history {Closed}")).Headline.ShouldStartWith("4 changes of this fact");
    }

    [Fact]
    public async Task A_fact_is_corrected_on_a_form_which_stays_open_with_all_that_was_typed_until_it_is_right()
    {
        slack = await ModeratedSlack.Open(LiveSlack.Http);
        var form = await slack.Form($"fact change {Closed} what:took-back");
        (await slack.Refused(form, ("on", "soon"), ("reason", "They took it back."))).ShouldBe(
            ("on", "\u201Csoon\u201D is no day: write it as 2025-09-25.")
        );

        var wrong = await slack.Form($"fact change {Closed} what:wrong");
        (string, string)[] says = [("says", "Tarrow Borough Council closed the Harbour Bridge to all vehicles."), ("reason", "Misread.")];
        (await slack.Refused(wrong, says)).Sentence.ShouldStartWith("You changed the wording, and not the sentence that it rests on.");
        var (field, sentence) = await slack.Refused(wrong, [.. says, ("looked", "yes"), ("on", "soon")]);
        field.ShouldBe("on");
        sentence.ShouldStartWith("\u201Csoon\u201D is no date: write 2025-09-25");
        (await slack.Send(wrong, [.. says, ("looked", "yes")])).Headline.ShouldStartWith("Changed: ");
        slack.Story.Current(Closed)!.Fact.Says.ShouldContain("all vehicles");
    }

    [Theory]
    [MemberData(nameof(Modes))]
    public async Task What_one_proposes_another_approves_and_never_the_same(string mode)
    {
        slack = await ModeratedSlack.Open(mode);
        var proposed = SlackReader.Read(await slack.Say($"fact retract {Closed} reason:They took it back."));
        proposed.Headline.ShouldStartWith("Proposed. Another moderator has to approve it");
        var item = slack.Queue.Open.ShouldHaveSingleItem().Id;

        var own = await slack.Say($"fact queue {item}");
        (await slack.Press(own, "Approve")).Headline.ShouldStartWith("You proposed this yourself");
        slack.Story.IsTakenBack(Closed).ShouldBeFalse();

        var other = await slack.Say($"fact queue {item}", ModeratedSlack.Second);
        await new[] { other }.Draw("slack-proposal");
        (await slack.Press(other, "Approve", ModeratedSlack.Second)).Headline.ShouldStartWith("Approved. Retracted");
        slack.Story.IsTakenBack(Closed).ShouldBeTrue();
        SlackReader.Read(other).Buttons.ShouldNotContain("Approve");
    }

    [Theory]
    [MemberData(nameof(Modes))]
    public async Task Of_two_who_approve_at_once_one_does_and_the_other_is_told_beside_the_card(string mode)
    {
        slack = await ModeratedSlack.Open(mode);
        const string Third = "U0HARBOR7";
        slack.Slack.StandIn.World.Users[Third] = new SlackUser(Third, SlackWorld.Team, "kit") { IsOwner = true };
        await slack.Say($"fact retract {Closed} reason:They took it back.");
        var item = slack.Queue.Open.ShouldHaveSingleItem().Id;
        var one = await slack.Say($"fact queue {item}", ModeratedSlack.Second);
        var other = await slack.Say($"fact queue {item}", Third);

        var said = await Task.WhenAll(slack.Press(one, "Approve", ModeratedSlack.Second), slack.Press(other, "Approve", Third));

        said.Count(shown => shown.Headline.StartsWith("Approved.", StringComparison.Ordinal)).ShouldBe(1);
        said.Count(shown => shown.Headline.Contains("it was approved and done", StringComparison.Ordinal)).ShouldBe(1);
        (await slack.Events()).Count(e => e is StoryEvent.FactChanged).ShouldBe(1);
    }

    [Theory]
    [MemberData(nameof(Modes))]
    public async Task What_arrives_twice_is_done_once(string mode)
    {
        slack = await ModeratedSlack.Open(mode);
        var form = await slack.Form("fact add");
        var told = await slack.Slack.Taken(slack.Slack.People.Submit(form, NewFact));
        if (slack.Slack.StandIn.App.IsSocketMode)
        {
            slack.Slack.StandIn.Sockets.Repeat(told, slack.Slack.StandIn.Sockets.Live[^1]);
        }
        else
        {
            var again = await slack.Slack.StandIn.Requests.Repeat(told);
            again.ShouldBeOfType<SlackAck.Taken>().Body!["response_action"]!.ToString().ShouldBe("update");
        }

        await slack.Form("fact add");
        (await slack.Events()).Count(e => e is StoryEvent.DraftKept).ShouldBe(1);
        slack.Queue.Open.ShouldHaveSingleItem();
    }

    [Theory]
    [MemberData(nameof(Modes))]
    public async Task A_form_that_comes_back_after_the_fact_changed_changes_nothing_and_says_why(string mode)
    {
        slack = await ModeratedSlack.Open(mode);
        var form = await slack.Form($"fact change {Closed} what:wrong");
        await slack.Say($"fact recheck {Closed}", ModeratedSlack.Second);

        var (_, sentence) = await slack.Refused(form, ("says", "It is open."), ("looked", "yes"), ("reason", "Misread."));
        sentence.ShouldContain("was changed meanwhile");
        slack.Story.Current(Closed)!.Fact.Says.ShouldNotBe("It is open.");
    }

    [Theory]
    [MemberData(nameof(Modes))]
    public async Task A_member_reports_a_post_the_moderators_answer_and_the_member_is_told_and_forgotten(string mode)
    {
        slack = await ModeratedSlack.Open(mode);
        var post = await Shared();
        var choose = await slack.Slack.Answer(slack.Slack.People.Shortcut("report_as_wrong", post));
        SlackReader.Read(choose).Headline.ShouldBe("Which of this is wrong?");
        var form = await slack.Form(() => slack.Slack.Press(choose, SlackReader.Read(choose).Buttons[0][..8]));
        (await slack.Send(form, ("words", "It is open again."))).Headline.ShouldStartWith("Thank you");

        var report = slack.Queue.Open.ShouldHaveSingleItem();
        var card = SlackReader.Read(await slack.Say($"fact queue {report.Id}"));
        card.Lines.ShouldContain(line => line.Contains("It is open again.", StringComparison.Ordinal));
        var why = await slack.Form($"fact reject {report.Id}");
        (await slack.Send(why, ("reason", "The notice still hangs there."))).Headline.ShouldBe("Answered: the fact stands as it is.");

        SlackMessage? Told() => slack.Slack.Posts.FirstOrDefault(message => message.Channel.StartsWith('D'));
        await Wait.Until(() => Told() is not null, "the reporter is told");
        (
            Told()!.Text.Contains("it stands", StringComparison.Ordinal),
            Told()!.Text.Contains("notice still hangs", StringComparison.Ordinal)
        ).ShouldBe((true, true), Told()!.Text);
        var people = slack.Host.Services.GetRequiredService<IPeople>();
        await Wait.Until(
            () => people.User(ModeratedSlack.Here, report.By, Cancellation).AsTask().GetAwaiter().GetResult() is null,
            "nobody knows any more who it was"
        );
    }

    [Fact]
    public async Task What_one_reads_alone_is_reported_by_its_words_and_what_is_nobody_of_ours_cannot_be()
    {
        slack = await ModeratedSlack.Open(LiveSlack.Http);
        var form = await slack.Form($"report {Closed}", SlackWorld.Person);
        (await slack.Send(form, ("words", "It is open again."))).Headline.ShouldStartWith("Thank you");
        slack.Queue.Open.ShouldHaveSingleItem().Fact.ShouldBe(Closed);

        var message = slack.Slack.People.Write("The bridge is closed.");
        var told = SlackReader.Read(await slack.Slack.Answer(slack.Slack.People.Shortcut("report_as_wrong", message)));
        told.Headline.ShouldStartWith("That is no message of mine");
        SlackReader.Read(await slack.Say("report", SlackWorld.Person)).Headline.ShouldStartWith("Choose what is wrong");
        (await Choose("report bridge", "Which fact?", SlackWorld.Person)).Length.ShouldBe(5);
    }

    /// <summary>The labels of what can be chosen from.</summary>
    private async Task<string[]> Choose(string line, string headline, string user = SlackWorld.Admin)
    {
        var shown = SlackReader.Read(await slack.Say(line, user));
        shown.Headline.ShouldStartWith(headline);
        return [.. shown.Buttons];
    }

    /// <summary>Something for all to see.</summary>
    private async Task<SlackMessage> Shared()
    {
        var answer = await slack.Say("ask is the bridge closed?", SlackWorld.Person);
        await slack.Slack.Answer(slack.Slack.Press(answer, "Share"));
        return slack.Slack.Posts.ShouldHaveSingleItem();
    }
}
