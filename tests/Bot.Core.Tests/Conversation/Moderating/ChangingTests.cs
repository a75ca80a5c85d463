using System.Globalization;
using System.Text.RegularExpressions;
using Bot.Core.Communities;
using Bot.Core.Conversation;
using Bot.Core.Conversation.Forms;
using Bot.Core.Facts;
using Bot.Core.Moderation;
using static Bot.Core.Tests.Moderation.Newsroom;

namespace Bot.Core.Tests.Conversation.Moderating;

/// <summary>The one door in chat, what takes two, and who may at all.</summary>
public sealed class ChangingTests
{
    private static readonly string Bridge = $"fact:{Closed}";

    [Fact]
    public async Task What_happened_is_asked_and_each_answer_leads_on()
    {
        var room = await Open();
        var ann = new Phone(room, "ann");
        var card = await ann.Type($"/fact change {Bridge}");
        card.Parts.OfType<Actions>().Sum(actions => actions.Items.Count).ShouldBe(8);

        (await ann.Press(card, "It has moved on")).ShouldBeOfType<Form>().Fields.Count.ShouldBe(5);
        (await ann.Press(card, "We were wrong")).ShouldBeOfType<Form>().Fields.Count.ShouldBe(5);
        (await ann.Press(card, "The source took it back")).ShouldBeOfType<Form>().Fields.Count.ShouldBe(2);
        (await ann.Press(card, "Others contest it")).ShouldBeOfType<Form>().Fields.ShouldHaveSingleItem();
        (await ann.Press(card, "Another source")).ShouldBeOfType<Form>().Fields.Count.ShouldBe(2);
        (await ann.Press(card, "Two origins")).ShouldBeOfType<Form>().Fields.ShouldHaveSingleItem();
        (await ann.Press(card, "Still so")).Headline.ShouldBe("Checked today: still so.");
        (await ann.Press(card, "Hold it")).Headline.ShouldStartWith("Held");
    }

    [Fact]
    public async Task Wording_is_corrected_when_somebody_looked_at_the_sentence_again()
    {
        var room = await Open();
        var ann = new Phone(room, "ann");
        var form = await ann.Type($"/fact change {Bridge} what:wrong");
        (await ann.Fill(form, null, ("says", "It is shut to lorries alone."), ("reason", "Misread.")))
            .ShouldBeOfType<Refusal>()
            .Headline.ShouldContain("not the sentence that it rests on");

        var done = await ann.Fill(form, null, ("says", "It is shut to lorries alone."), ("looked", "yes"), ("reason", "Misread."));

        done.Headline.ShouldBe("Changed: says.");
        room.Story(Town).Current(Closed)!.Fact.Says.ShouldBe("It is shut to lorries alone.");
        room.Story(Town).Current(Closed)!.Fact.Asked.ShouldNotBeEmpty();
    }

    [Fact]
    public async Task A_number_is_corrected_where_the_fact_has_one()
    {
        var room = await Open();
        var counted = room.Story(Town).InForce.First(revision => revision.Fact.Figure is not null).Fact;
        var ann = new Phone(room, "ann");
        var form = await ann.Type($"/fact change fact:{counted.Id} what:wrong");
        await ann.Fill(form, null, ("number", "12"), ("looked", "yes"), ("reason", "Miscounted."));

        room.Story(Town).Current(counted.Id)!.Fact.Figure.ShouldBe(counted.Figure! with { Value = "12" });
        room.Story(Town).Current(counted.Id)!.Fact.On.ShouldBe(counted.On);
    }

    [Fact]
    public async Task What_moved_on_and_a_second_source_go_through_the_same_passes_as_a_new_fact()
    {
        var room = await Open();
        var ann = new Phone(room, "ann");
        await ann.Fill(
            await ann.Type($"/fact source {Bridge}"),
            null,
            ("sentence", "The bridge is closed."),
            ("from", "https://example.org/notice")
        );
        room.Story(Town).Current(Closed)!.Fact.Sources.Count.ShouldBe(Book().Find(Closed)!.Sources.Count + 1);

        var form = await ann.Type($"/fact change {Bridge} what:moved-on");
        (await ann.Fill(form, null, ("says", "It is open again."), ("from", ""), ("reason", "They opened it."))).Headline.ShouldContain(
            "Say where it is from"
        );
        var done = await ann.Fill(
            form,
            null,
            ("says", "It is open again."),
            ("from", "https://example.org/open"),
            ("reason", "They opened it.")
        );

        done.Headline.ShouldStartWith("It has moved on");
        room.Story(Town).Current(Closed)!.Fact.Ended!.How.ShouldBe(EndingKind.Superseded);
        room.Story(Town).Book.Facts[^1].Linked(LinkKind.Supersedes).ShouldBe([Closed]);
    }

    [Fact]
    public async Task A_form_that_comes_back_after_the_fact_changed_changes_nothing_and_says_why()
    {
        var room = await Open();
        var (ann, bea) = (new Phone(room, "ann"), new Phone(room, "bea"));
        var form = await ann.Type($"/fact change {Bridge} what:wrong");
        await bea.Type($"/fact recheck {Bridge}");

        (await ann.Fill(form, null, ("says", "It is open."), ("looked", "yes"), ("reason", "Misread.")))
            .ShouldBeOfType<Refusal>()
            .Headline.ShouldContain("was changed meanwhile: you looked at revision 1, and it is at 2");
    }

    [Fact]
    public async Task A_retraction_is_proposed_by_one_and_approved_by_another_on_its_card()
    {
        var room = await Open();
        var (ann, bea, cai) = (new Phone(room, "ann"), new Phone(room, "bea"), new Phone(room, "cai"));
        var done = await ann.Fill(await ann.Type($"/fact retract {Bridge}"), null, ("reason", "The Council took it back."));
        done.Headline.ShouldStartWith("Proposed. Another moderator has to approve it");
        (await ann.Press(done, "Hold it meanwhile")).Headline.ShouldStartWith("Held");

        var card = await bea.Press(await bea.Type("/fact queue"), "Retract");
        PlainText.Of(card).ShouldContain("Why: The Council took it back.");
        (await ann.Press(card, "Approve")).ShouldBeOfType<Refusal>().Headline.ShouldContain("proposed this yourself");
        (await bea.Press(card, "Approve")).Headline.ShouldStartWith("Approved. Retracted");
        (await cai.Press(card, "Reject")).Headline.ShouldContain("it was approved and done");
        room.Story(Town).IsTakenBack(Closed).ShouldBeTrue();
    }

    [Fact]
    public async Task Who_turns_a_proposal_down_is_asked_why()
    {
        var room = await Open();
        var (ann, bea) = (new Phone(room, "ann"), new Phone(room, "bea"));
        await ann.Type($"/fact erase {Bridge} reason:Nobody gave leave.");
        var ask = await bea.Type($"/fact hold {Bridge}");
        ask.Headline.ShouldStartWith("Held");
        await ann.Type($"/fact erase {Bridge} reason:Nobody gave leave.");
        var form = await bea.Press(await bea.Press(await bea.Type("/fact queue"), "Erase"), "Reject");
        (await bea.Fill(form)).ShouldBeOfType<Refusal>().Headline.ShouldContain("Say in one sentence why not");

        (await bea.Fill(form, null, ("reason", "It is everybody's."))).Headline.ShouldBe("Rejected: it is not done.");
    }

    [Fact]
    public async Task What_would_be_undone_is_shown_before_it_is()
    {
        var room = await Open();
        var (ann, bea) = (new Phone(room, "ann"), new Phone(room, "bea"));
        await ann.Fill(await ann.Type($"/fact change {Bridge} what:contested"), null, ("reason", "The ferrymen say that it is open."));
        var card = await bea.Type($"/fact undo {Bridge}");

        PlainText.Of(card).ShouldContain("changed (disputed)");
        PlainText.Of(card).ShouldContain("Given after that");
        room.Story(Town).Current(Closed)!.Fact.Disputed.ShouldNotBeNull();
        await bea.Press(card, "Undo it");
        room.Story(Town).Current(Closed)!.Fact.Disputed.ShouldBeNull();
        (await bea.Press(card, "Undo it")).ShouldBeOfType<Refusal>().Headline.ShouldContain("changed meanwhile");
    }

    [Fact]
    public async Task Who_held_a_fact_says_why_it_is_given_again_and_another_need_not()
    {
        var room = await Open();
        var (ann, bea) = (new Phone(room, "ann"), new Phone(room, "bea"));
        await ann.Type($"/fact hold {Bridge}");
        var own = await ann.Press(await ann.Type($"/fact undo {Bridge}"), "Undo it");
        own.ShouldBeOfType<Refusal>().Headline.ShouldContain("say in one sentence why it is given again");

        await ann.Press(await ann.Type($"/fact undo {Bridge} reason:It was so after all."), "Undo it");
        room.Story(Town).Held.ShouldBeEmpty();
        await ann.Type($"/fact hold {Bridge}");
        await bea.Press(await bea.Type($"/fact undo {Bridge}"), "Undo it");

        room.Story(Town).Held.ShouldBeEmpty();
    }

    [Fact]
    public async Task The_history_of_a_fact_names_each_change_by_its_place_in_the_record()
    {
        var room = await Open();
        var ann = new Phone(room, "ann");
        await ann.Type($"/fact hold {Bridge} reason:Is it so?");
        var history = (await ann.Type($"/fact history {Bridge}")).ShouldBeOfType<History>();

        history.Entries.ShouldHaveSingleItem().Position.ShouldBe(room.Story(Town).Own[^1].Position);
        history.Entries[0].Words.ShouldContain("Is it so?");
    }

    [Fact]
    public async Task A_report_of_a_member_is_seen_answered_and_told()
    {
        var room = await Open();
        var (ann, mo) = (new Phone(room, "ann"), new Phone(room, "mo", new Standing.Member("It takes a role.")));
        var thanks = await mo.Fill(await mo.Type($"/report {Bridge}"), null, ("words", "It is open again."));
        thanks.Headline.ShouldStartWith("Thank you");
        thanks.Parts.ShouldBeEmpty();

        var card = await ann.Press(await ann.Type("/fact queue"), "Reported");
        PlainText.Of(card).ShouldContain("\u201CIt is open again.\u201D");
        var done = await ann.Fill(await ann.Press(card, "It stands"), null, ("reason", "The notice still hangs there."));
        done.Headline.ShouldBe("Answered: the fact stands as it is.");
        done.Parts.OfType<Line>().ShouldContain(line => line.Words == "One member who reported it hears of it.");
    }

    [Fact]
    public async Task Whoever_does_not_moderate_or_of_whom_it_is_not_known_changes_nothing_and_is_told()
    {
        var room = await Open();
        var phone = new Phone(room, "mo", new Standing.Member("It takes the role of the scribes."));
        foreach (var entry in Catalogue.All.Where(entry => entry.Path.StartsWith("fact ", StringComparison.Ordinal)))
        {
            (await phone.Type($"/{entry.Path}"))
                .ShouldBeOfType<Refusal>()
                .Headline.ShouldBe("That is for moderators. It takes the role of the scribes.");
        }

        (await phone.Type("/why about:denied")).Headline.ShouldBe("You do not moderate here. It takes the role of the scribes.");
        phone.Standing = new Standing.Unknown("The server did not say what you may do.");
        (await phone.Type($"/fact hold {Bridge}")).Headline.ShouldBe(
            "It is not known whether you moderate here, so nothing is done. The server did not say what you may do."
        );
        phone.Community = CommunityId.Base;
        (await phone.Type($"/fact hold {Bridge}")).Headline.ShouldStartWith("Facts are changed in a server or workspace");
        room.Story(Town).Own.ShouldBeEmpty();
    }

    [Fact]
    public async Task Who_moderated_when_a_form_opened_and_does_no_more_when_it_comes_back_changes_nothing()
    {
        var room = await Open();
        var ann = new Phone(room, "ann");
        var form = await ann.Type($"/fact retract {Bridge}");
        ann.Standing = new Standing.Member("It takes a role.");

        (await ann.Fill(form, null, ("reason", "No."))).ShouldBeOfType<Refusal>().Headline.ShouldStartWith("That is for moderators.");
        room.Queue.Open.ShouldBeEmpty();
    }

    [Fact]
    public async Task A_form_of_somebody_else_or_of_another_community_does_nothing()
    {
        var room = await Open();
        var (ann, bea) = (new Phone(room, "ann"), new Phone(room, "bea"));
        var form = await ann.Type($"/fact retract {Bridge}");

        (await bea.Fill(form, null, ("reason", "No."))).ShouldBeOfType<Refusal>().Headline.ShouldContain("was not made here");
        ann.Community = Village;
        (await ann.Fill(form, null, ("reason", "No."))).ShouldBeOfType<Refusal>().Headline.ShouldContain("was not made here");
    }

    [Fact]
    public async Task A_fact_is_chosen_by_its_words_and_what_is_none_is_told()
    {
        var room = await Open();
        var ann = new Phone(room, "ann");

        (await ann.Type("/fact hold nothing like that")).ShouldBeOfType<Refusal>().Headline.ShouldStartWith("No fact has all these words.");
        (await ann.Type("/fact approve")).ShouldBeOfType<Refusal>();
        (await ann.Type("/fact queue item:zzz")).ShouldBeOfType<Refusal>();
        (await ann.Type("/report")).ShouldBeOfType<Refusal>().Headline.ShouldStartWith("Choose what is wrong");
        (await ann.Type("/fact hold Harbour Bridge motor vehicles 6 a.m.")).Headline.ShouldStartWith("Held");
    }

    [Fact]
    public async Task What_was_given_beside_words_of_several_facts_goes_along_with_the_one_that_is_chosen()
    {
        var room = await Open();
        var ann = new Phone(room, "ann");

        (await Choose(ann, "/fact source bridge from:Harbour Post"))
            .ShouldBeOfType<Form>()
            .Fields.ShouldContain(field => field.Value == "Harbour Post");
        (await Choose(ann, "/fact retract bridge reason:They took it back.")).Headline.ShouldStartWith("Proposed.");
        await Choose(ann, "/fact hold bridge reason:Is it so?");
        PlainText.Of(await ann.Type($"/fact history {Bridge}")).ShouldContain("Is it so?");
    }

    [Fact]
    public async Task A_reason_that_has_no_room_on_a_button_is_said_to_be_needed_again_and_how_short()
    {
        var room = await Open();
        var ann = new Phone(room, "ann");
        var most = await Longest(ann, "/fact hold bridge");
        await ann.Press(await ann.Type($"/fact hold bridge reason:{new string('y', most)}"), Says);
        PlainText.Of(await ann.Type($"/fact history {Bridge}")).ShouldContain(new string('y', most));

        most = await Longest(ann, $"/fact undo {Bridge}");
        await ann.Press(await ann.Type($"/fact undo {Bridge} reason:{new string('z', most)}"), "Undo it");
        PlainText.Of(await ann.Type($"/fact history {Bridge}")).ShouldContain(new string('z', most));
    }

    private static string Says => Book().Find(Closed)!.Says[..30];

    private static async Task<Reply> Choose(Phone phone, string line) => await phone.Press(await phone.Type(line), Says);

    /// <summary>How long a reason may be, by what is said to one that is too long.</summary>
    private static async Task<int> Longest(Phone phone, string line)
    {
        var words = PlainText.Of(await phone.Type($"{line} reason:{new string('x', 200)}"));
        var said = Regex.Match(words, "too long for a button.*in at most ([0-9]+) characters", RegexOptions.CultureInvariant);
        said.Success.ShouldBeTrue(words);
        return int.Parse(said.Groups[1].Value, CultureInfo.InvariantCulture);
    }
}
