using Bot.Core.Questions.Words;

namespace Bot.Core.Tests.Words;

public sealed class WordRanksTests
{
    [Theory]
    [InlineData("cowards")]
    [InlineData("bylined")]
    [InlineData("lorries")]
    [InlineData("company")]
    public void A_word_is_known_by_the_word_it_is_an_inflection_of(string word) => WordRanks.KnowsForm(word).ShouldBeTrue();

    [Theory]
    [InlineData("xqzzys")]
    [InlineData("")]
    [InlineData("zzing")]
    public void A_word_of_no_known_base_is_not_known(string word) => WordRanks.KnowsForm(word).ShouldBeFalse();
}
