using Bot.Core.Questions.Ranking;

namespace Bot.Core.Tests.Questions.Ranking;

/// <summary>The pieces of a sentence that could answer a question.</summary>
public sealed class AnswerTypeTests
{
    [Theory]
    [InlineData("Water came by sea.", false)]
    [InlineData("Zebulon came by sea.", true)]
    [InlineData("Then Zebulon came by sea.", true)]
    public void A_capital_alone_makes_no_name_of_a_first_word(string sentence, bool name) =>
        AnswerType.Read(sentence).Exists(piece => piece.Sort == Sort.Name).ShouldBe(name);

    [Fact]
    public void A_word_of_millions_of_letters_is_read_like_another() =>
        AnswerType.Read(new string('A', 6_000_000)).ShouldContain(new Piece(Sort.Name, 0, 6_000_000));
}
