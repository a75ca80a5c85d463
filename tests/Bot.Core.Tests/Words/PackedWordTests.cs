using Bot.Core.Questions.Words;
using FsCheck;
using FsCheck.Fluent;

namespace Bot.Core.Tests.Words;

public sealed class PackedWordTests
{
    [Fact]
    public void Words_that_differ_have_different_numbers() =>
        Properties.Hold(
            from one in Word
            from other in Word
            select (one, other),
            pair => (PackedWord.Of(pair.one) == PackedWord.Of(pair.other)).ShouldBe(pair.one == pair.other),
            2_000
        );

    [Theory]
    [InlineData("twelveletter")]
    [InlineData("zzzzzzzzzzzz")]
    [InlineData("a")]
    public void A_short_word_of_plain_letters_has_a_number(string word) => PackedWord.Of(word).ShouldBeGreaterThan(0ul);

    [Theory]
    [InlineData("")]
    [InlineData("thirteenabcde")]
    [InlineData("covid19")]
    [InlineData("naïve")]
    [InlineData("#deny")]
    [InlineData("Upper")]
    public void Any_other_has_none(string word) => PackedWord.Of(word).ShouldBe(0ul);

    /// <summary>Of few letters, so that words often share a beginning, an end or all of it.</summary>
    private static Gen<string> Word { get; } =
        from length in Gen.Choose(1, 12)
        from letters in Gen.Elements('a', 'b', 'z').ArrayOf(length)
        select new string(letters);
}
