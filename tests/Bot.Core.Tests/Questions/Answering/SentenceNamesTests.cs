using Bot.Core.Questions.Answering.Presumptions;

namespace Bot.Core.Tests.Questions.Answering;

public sealed class SentenceNamesTests
{
    [Theory]
    [InlineData("Water came by sea.", "")]
    [InlineData("Zebulon came by sea.", "Zebulon")]
    [InlineData("By sea came Zebulon Quince to Eastport.", "Zebulon Quince, Eastport")]
    public void A_capital_alone_makes_no_name_of_a_first_word(string sentence, string names) =>
        string.Join(", ", SentenceNames.In(sentence)).ShouldBe(names);

    [Fact]
    public void A_word_of_millions_of_letters_is_read_like_another() =>
        SentenceNames.In(new string('A', 6_000_000)).ShouldHaveSingleItem().Length.ShouldBe(6_000_000);
}
