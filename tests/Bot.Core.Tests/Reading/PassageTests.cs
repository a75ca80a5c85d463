using Bot.Core.Facts;
using Bot.Core.Facts.Reading;

namespace Bot.Core.Tests.Reading;

/// <summary>Where one sentence ends and the next begins. In the cases a bar stands for each boundary.</summary>
public sealed class PassageTests
{
    private static readonly HashSet<string> Abbreviations = ["mr", "ltd", "no", "st", "u.n", "m.p.h", "p.m", "oct", "km"];

    [Theory]
    [InlineData("It closed.| It opened again!| Did it?| Yes.")]
    [InlineData("It closed\u2026| It opened again.")]
    [InlineData("Really?!| Yes.")]
    [InlineData("It closed")]
    [InlineData("It closed.\nIt opened.")]
    public void Sentences_end_at_their_end_marks(string marked) => Reads(marked.Replace(".\n", ".|\n"));

    [Theory]
    [InlineData("Mr. Holt closed it.| He said so.")]
    [InlineData("The firm is Krige Ltd. Holt leads it.")]
    [InlineData("Pier No. 4 is cracked.| No other is.")]
    [InlineData("He said no.| She said yes.")]
    [InlineData("The U.N. Council met.| It closed.")]
    [InlineData("It went to the U.N.| The council met.")]
    [InlineData("It is 12 km. Road and rail share it.")]
    [InlineData("It is 12 km.| For this reason it closed.")]
    [InlineData("At no more than 10 m.p.h. and one at a time.| Then it closed.")]
    [InlineData("On Oct. 7 it closed.| Nobody knew.")]
    public void Abbreviations_do_not_end_a_sentence(string marked) => Reads(marked);

    [Theory]
    [InlineData("R. J. Holt spoke.| Nobody answered.")]
    [InlineData("It was J. Holt.| He left.")]
    [InlineData("It was I.| He left.")]
    public void Initials_do_not_end_a_sentence(string marked) => Reads(marked);

    [Theory]
    [InlineData("It rose by 3.5 metres.| 2.5 were forecast.")]
    [InlineData("Version 10.0.1 was out.| It worked.")]
    [InlineData("See example.org for more.| It is long.")]
    [InlineData("See bridgenews.org.| Holt wrote it.")]
    public void A_full_stop_within_a_number_or_an_address_does_not_end_a_sentence(string marked) => Reads(marked);

    [Theory]
    [InlineData("He said: \u201CIt closed.\u201D| She left.")]
    [InlineData("\u201CIs it closed?\u201D she said.| He nodded.")]
    [InlineData("\u201CIt closed!\u201D he cried.")]
    [InlineData("He said: \"It closed.\"| \"Not so,\" she said.")]
    [InlineData("(It closed.)| (It opened.)")]
    [InlineData("It is called \u2018the closed one.\u2019| She left.")]
    public void Closing_quotes_stay_with_what_they_close(string marked) => Reads(marked);

    [Theory]
    [InlineData("It was built.[12]| It closed.[3][4]| It opened.")]
    [InlineData("It was built.[12]|It closed.")]
    [InlineData("It was built.[12]:121,154| It closed.")]
    [InlineData("It was built.[citation needed]| It closed.")]
    [InlineData("It was built [in 1934].| It closed.")]
    public void Reference_marks_stay_with_their_sentence(string marked) => Reads(marked);

    [Fact]
    public void Items_of_a_list_know_the_sentence_that_leads_to_them()
    {
        var passages = Read(
            "The closure came first. Its main points:\n\n- Cars are kept out.\n* Trains go on.\n2) Buses turn.\n\nIt lasts."
        );

        passages
            .Select(passage => (passage.Text, passage.LeadIn))
            .ShouldBe([
                ("The closure came first.", null),
                ("Its main points:", null),
                ("Cars are kept out.", "Its main points:"),
                ("Trains go on.", "Its main points:"),
                ("Buses turn.", "Its main points:"),
                ("It lasts.", null),
            ]);
        passages.Select(passage => passage.Paragraph).ShouldBe([0, 0, 1, 2, 3, 4]);
    }

    [Fact]
    public void A_list_without_a_lead_in_has_none()
    {
        Read("It closed.\n\n- Cars are kept out.").ShouldAllBe(passage => passage.LeadIn == null);
        Read("Points:\n\n# Reaction\n\n- Cars are kept out.").ShouldAllBe(passage => passage.LeadIn == null);
    }

    [Fact]
    public void Headings_are_no_sentences_and_stand_over_those_that_follow()
    {
        var passages = Read("It closed.\n\n## What is *closed*\nCars are kept out.\n\nTrains go on.\n\nReaction\nThe union spoke.");

        passages
            .Select(passage => (passage.Text, passage.Heading))
            .ShouldBe([
                ("It closed.", null),
                ("Cars are kept out.", "What is *closed"),
                ("Trains go on.", "What is *closed"),
                ("The union spoke.", "Reaction"),
            ]);
    }

    [Theory]
    [InlineData("#1 of the piers is cracked.")]
    [InlineData("#closure was what people wrote.")]
    public void A_number_sign_without_a_space_is_no_heading(string line) => Read(line).ShouldHaveSingleItem().Text.ShouldBe(line);

    [Fact]
    public void Lines_that_were_only_wrapped_are_one_sentence()
    {
        const string Text = "The council closed the bridge to motor vehicles\nafter divers found cracks\nin two of its piers. It opened.";

        Read(Text).Select(passage => passage.Text).ShouldBe([Text[..^11], "It opened."]);
    }

    [Fact]
    public void An_item_that_was_wrapped_goes_on()
    {
        Read("- Cars are kept out\n  of the bridge.\n- Trains go on.")
            .Select(passage => passage.Text)
            .ShouldBe(["Cars are kept out\n  of the bridge.", "Trains go on."]);
    }

    [Fact]
    public void An_item_begins_with_its_first_letter_whatever_space_is_before_it() =>
        Read("- \tCars are kept out.").ShouldHaveSingleItem().Text.ShouldBe("Cars are kept out.");

    [Theory]
    [InlineData("")]
    [InlineData(" \n\t\n ")]
    [InlineData("# Only a heading")]
    public void A_text_that_says_nothing_has_no_sentences(string text) => Read(text).ShouldBeEmpty();

    private static void Reads(string marked)
    {
        var expected = marked.Split('|').Select(sentence => sentence.Trim());
        Read(marked.Replace("|", "")).Select(passage => passage.Text).ShouldBe(expected);
    }

    private static IReadOnlyList<Passage> Read(string text) => PassageReader.Read(new SeedId("notes"), text, Abbreviations);
}
