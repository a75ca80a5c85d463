using Bot.Core.Conversation;
using Bot.Core.Conversation.Forms;
using Bot.Core.Facts;
using Bot.Core.Journal;
using Bot.Core.Tests.Moderation;

namespace Bot.Core.Tests.Conversation.Moderating;

/// <summary>A new fact from a phone: three answers, one card.</summary>
public sealed class AddingTests
{
    private const string Raft = "Ottoline Quillmere launched a raft on 3 May 2026.";

    private static readonly (string, string)[] Answers =
    [
        ("sentence", Raft),
        ("from", "https://example.org/raft"),
        ("speaker", "Ottoline Quillmere"),
    ];

    [Fact]
    public async Task A_new_fact_with_a_new_speaker_and_a_new_source_takes_three_fields_and_two_screens()
    {
        var room = await Newsroom.Open();
        var phone = new Phone(room, "ann");

        var form = await phone.Type("/fact add");
        var card = await phone.Fill(form, null, Answers);
        (phone.Fields, phone.Screens).ShouldBe((3, 2));
        PlainText.Of(card).ShouldContain("a page at example.org (new; written down, not read)");
        var done = await phone.Press(card, "Add it");

        done.Headline.ShouldBe("Added. It is answered from now on.");
        done.Foot!.ShouldStartWith("Changes ");
        room.Ask(Newsroom.Town, "who launched a raft?").ShouldContain(Raft);
    }

    [Fact]
    public async Task What_is_doubtful_has_a_button_and_is_settled_on_a_form_of_one_field()
    {
        var room = await Newsroom.Open();
        var phone = new Phone(room, "ann");
        var card = await phone.Fill(await phone.Type("/fact add"), null, Answers);

        foreach (var (label, value) in new[] { ("Kind: ", "act"), ("Status: ", "reported"), ("Who says it: ", "new group") })
        {
            var form = (await phone.Press(card, label)).ShouldBeOfType<Form>();
            form.Fields.ShouldHaveSingleItem().ShouldBeOfType<FormField.Choice>();
            card = await phone.Fill(form, null, ("settled", value));
        }

        card.Parts.OfType<Actions>().ShouldHaveSingleItem().Items.Select(action => action.Label).ShouldBe(["Add it", "Give it up"]);
        await phone.Press(card, "Add it");
        var fact = room.Story(Newsroom.Town).Book.Facts[^1];
        (fact.Kind, fact.Status).ShouldBe((FactKind.Act, FactStatus.Reported));
        room.Story(Newsroom.Town).Book.Entities[^1].Kind.ShouldBe(EntityKind.Group);
    }

    [Fact]
    public async Task What_was_begun_on_a_phone_is_gone_on_with_elsewhere_by_somebody_else()
    {
        var room = await Newsroom.Open();
        var (ann, bea) = (new Phone(room, "ann"), new Phone(room, "bea"));
        var card = await ann.Fill(await ann.Type("/fact add"), null, [("sentence", Raft), ("from", ""), ("speaker", "")]);
        card.Parts.OfType<Hint>().ShouldHaveSingleItem().Words.ShouldContain("Say where it is from");
        card.Parts.OfType<Actions>().First().Items.ShouldHaveSingleItem().Label.ShouldBe("Give it up");

        var queue = await bea.Type("/fact queue");
        queue.Headline.ShouldBe("One thing waits for moderators.");
        var same = await bea.Press(queue, "Being written");
        same.Headline.ShouldBe(card.Headline);
        (await bea.Press(same, "Give it up")).Headline.ShouldBe("Given up. Nothing of it is kept.");
        (await ann.Press(card, "Give it up")).Headline.ShouldContain("it was given up");
    }

    [Fact]
    public async Task A_card_that_somebody_changed_meanwhile_adds_nothing_and_says_so()
    {
        var room = await Newsroom.Open();
        var (ann, bea) = (new Phone(room, "ann"), new Phone(room, "bea"));
        var card = await ann.Fill(await ann.Type("/fact add"), null, Answers);
        var form = await bea.Press(card, "Status: ");
        await bea.Fill(form, null, ("settled", "reported"));

        (await ann.Press(card, "Add it")).ShouldBeOfType<Refusal>().Headline.ShouldContain("Somebody changed this meanwhile");
        (await bea.Fill(form, null, ("settled", "alleged")))
            .ShouldBeOfType<Refusal>()
            .Headline.ShouldContain("Somebody changed this meanwhile");
        room.Story(Newsroom.Town).Own.ShouldBeEmpty();
    }

    [Fact]
    public async Task A_form_that_is_sent_twice_makes_one_draft_and_a_button_pressed_twice_one_fact()
    {
        var room = await Newsroom.Open();
        var phone = new Phone(room, "ann");
        var form = await phone.Type("/fact add");
        var card = await phone.Fill(form, "d1", Answers);
        (await phone.Fill(form, "d1", Answers)).Headline.ShouldBe(card.Headline);
        room.Queue.Open.ShouldHaveSingleItem();

        await phone.Press(card, "Add it", "d2");
        (await phone.Press(card, "Add it", "d2")).Headline.ShouldStartWith("Done when it first arrived.");
        (await phone.Press(card, "Add it")).Headline.ShouldContain("it was added");
        room.Story(Newsroom.Town).Own.Count(envelope => envelope.Event is StoryEvent.FactAdded).ShouldBe(1);
    }

    [Fact]
    public async Task All_three_in_the_command_need_no_form()
    {
        var room = await Newsroom.Open();
        var phone = new Phone(room, "ann");
        var card = await phone.Type($"/fact add sentence:{Raft} from:https://example.org/raft speaker:Ottoline Quillmere");

        (phone.Fields, phone.Screens).ShouldBe((0, 1));
        (await phone.Press(card, "Add it")).Headline.ShouldStartWith("Added.");
    }

    [Fact]
    public async Task What_stands_in_a_message_is_there_when_the_form_opens()
    {
        var room = await Newsroom.Open();
        var phone = new Phone(room, "ann");
        var read = Grammar.Read(Catalogue.Menu.Single(entry => entry.Name == "Add as fact"), Raft).ShouldBeOfType<Parsed.Understood>();

        read.Command.ShouldBe(new Command.AddFact(Raft, null, null, null, null));
        (await phone.Type($"/fact add {Raft}")).ShouldBeOfType<Form>().Fields[0].Value.ShouldBe(Raft);
    }
}
