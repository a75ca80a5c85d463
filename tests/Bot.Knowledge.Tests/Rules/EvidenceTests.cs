using static Bot.Knowledge.Tests.SmallStory;

namespace Bot.Knowledge.Tests.Rules;

public sealed class EvidenceTests
{
    [Fact]
    public void A_sentence_that_is_not_in_its_seed_is_refused_with_the_nearest_one() =>
        First(fact => fact with { RestsOn = [Evidence("The council says that the bridge was closed.")] })
            .Problem()
            .ShouldBe(
                "The seed 'notes' does not hold this sentence: 'The council says that the bridge was closed.'. "
                    + $"The nearest there is '{Closed}': copy it exactly, line breaks too."
            );

    [Fact]
    public void A_sentence_copied_with_other_marks_is_refused_with_what_stands_there() =>
        First(fact => fact with { RestsOn = [Evidence("The council calls the bridge \u201Ca danger to all\u201D.")] })
            .Problem()
            .ShouldBe($"The seed 'notes' holds this with other quotation marks or dashes. It reads there: '{Safe}'. Copy it from there.");

    [Fact]
    public void A_sentence_that_is_nowhere_near_is_refused_too() =>
        First(fact => fact with { RestsOn = [Evidence("Trams run again.")] })
            .Problem()
            .ShouldBe("The seed 'notes' does not hold this sentence: 'Trams run again.'. Copy a sentence exactly as it stands there.");

    [Fact]
    public void A_sentence_that_is_there_twice_is_refused_with_the_count() =>
        First(fact => fact with { RestsOn = [Evidence("It is old.")] })
            .Problem()
            .ShouldBe("The seed 'notes' holds this 2 times: 'It is old.'. Copy more of the text around it, so that it is found once.");

    [Fact]
    public void A_heading_is_no_sentence() =>
        First(fact => fact with { RestsOn = [Evidence("# The bridge")] }).Problem().ShouldEndWith("Copy a sentence, not a heading.");

    [Fact]
    public void A_part_of_a_sentence_stands_in_the_passage_it_begins_in_and_holds_no_more_of_it()
    {
        var evidence = First(fact => fact with { RestsOn = [Evidence("that the bridge is closed")] }).Book().Facts[0].RestsOn[0];

        evidence.Passage.Text.ShouldBe("that the bridge is closed");
        evidence.Start.ShouldBe(evidence.Passage.Start + Closed.IndexOf("that", StringComparison.Ordinal));
    }

    [Fact]
    public void A_seed_must_be_known() =>
        First(fact => fact with { RestsOn = [Evidence(Closed, seed: "note")] })
            .Problem()
            .ShouldBe("`seed` names the seed 'note', which is not in this story. Did you mean 'notes'?");

    [Fact]
    public void A_quote_stands_in_a_sentence_byte_for_byte()
    {
        Changed(2, fact => fact with { Quote = T("a danger to all") }).Book().Facts[2].Quote.ShouldBe("a danger to all");
        Changed(2, fact => fact with { Quote = T("a Danger to all") })
            .Problem()
            .ShouldBe(
                "The quote 'a Danger to all' stands in no sentence this fact rests on: copy it byte for byte, marks and accents too. It reads 'a danger to all' there."
            );
    }

    [Theory]
    [InlineData("a danger")]
    [InlineData("all")]
    [InlineData("\"a danger to all\".")]
    public void A_quote_may_be_any_whole_words_of_the_sentence(string quote) =>
        Changed(2, fact => fact with { Quote = T(quote) }).Book().Facts[2].Quote.ShouldBe(quote);

    [Theory]
    [InlineData("e")]
    [InlineData("dan")]
    [InlineData("danger to al")]
    public void A_quote_that_cuts_a_word_is_refused(string quote) =>
        Changed(2, fact => fact with { Quote = T(quote) })
            .Problem()
            .ShouldBe($"The quote '{quote}' begins or ends within a word there: copy whole words.");

    [Fact]
    public void A_quote_that_is_nowhere_near_gets_no_example() =>
        Changed(2, fact => fact with { Quote = T("a joy to all") }).Problem().ShouldEndWith("marks and accents too.");
}
