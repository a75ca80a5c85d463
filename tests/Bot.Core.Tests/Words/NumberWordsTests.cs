using Bot.Core.Questions.Words;

namespace Bot.Core.Tests.Words;

public sealed class NumberWordsTests
{
    [Theory]
    [InlineData("3", "three")]
    [InlineData("three", "3")]
    [InlineData("20", "twenty")]
    [InlineData("ninety", "90")]
    [InlineData("1", null)]
    [InlineData("21", null)]
    [InlineData("03x", null)]
    [InlineData("third", null)]
    [InlineData("99999999999999", null)]
    public void A_small_number_is_written_in_two_ways(string word, string? otherwise) =>
        NumberWords.WrittenOtherwise(word).ShouldBe(otherwise);

    [Theory]
    [InlineData("rumour", true)]
    [InlineData("stabilising", true)]
    [InlineData("dusted", true)]
    [InlineData("hamas", true)]
    [InlineData("blorped", false)]
    [InlineData("gollinour", false)]
    public void A_word_is_known_in_its_forms_and_as_the_british_write_it(string word, bool known) =>
        WordRanks.KnowsForm(word).ShouldBe(known);
}
