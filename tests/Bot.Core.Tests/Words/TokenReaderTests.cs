using Bot.Core.Questions.Words;

namespace Bot.Core.Tests.Words;

public sealed class TokenReaderTests
{
    [Theory]
    [InlineData("Who closed the Bridge?", "who closed the bridge")]
    [InlineData("Caf\u00E9, na\u00EFve, \u00C5ngstr\u00F6m", "cafe naive angstrom")]
    [InlineData("cafe\u0301", "cafe")]
    [InlineData("\uFB01rm", "firm")]
    [InlineData("1,400.5 vehicles, 2025", "1400.5 vehicles 2025")]
    [InlineData("in 1934, 3 of them.", "in 1934 3 of them")]
    [InlineData("the U.N. and the U.S.A. met", "the un and the usa met")]
    [InlineData("the council's, the council\u2019s", "the council the council")]
    [InlineData("don't, can\u2019t, won't, shan't", "do not can not will not shall not")]
    [InlineData("they'll, he'd", "they he")]
    [InlineData("O'Brien", "o'brien")]
    [InlineData("a well-known 8-year-old", "a well known 8 year old")]
    [InlineData("mod\u00ADel", "model")]
    [InlineData("\u6A4B \u0645\u0648\u0642\u0639", "\u6A4B \u0645\u0648\u0642\u0639")]
    [InlineData(" \u2026 !? \U0001F309", "")]
    [InlineData("", "")]
    public void Words_are_read_in_their_normal_form(string text, string words) => string.Join(' ', Words(text)).ShouldBe(words);

    [Theory]
    [InlineData("n't", "not")]
    [InlineData("n't it?", "not it")]
    [InlineData("'s", "s")]
    public void An_ending_alone_makes_no_empty_word(string text, string words) => Words(text).ShouldBe(words.Split(' '));

    [Fact]
    public void A_word_knows_where_it_stands()
    {
        const string Text = "the U.N.\u2019s caf\u00E9";
        Span<char> buffer = stackalloc char[TokenReader.BufferLength];
        var reader = new TokenReader(Text, buffer);

        reader.Next().ShouldBeTrue();
        Text[reader.Start..reader.End].ShouldBe("the");
        reader.Next().ShouldBeTrue();
        Text[reader.Start..reader.End].ShouldBe("U.N.");
        while (reader.Next()) { }
        Text[reader.Start..reader.End].ShouldBe("caf\u00E9");
    }

    [Fact]
    public void Any_text_is_read_to_its_end_in_words_that_fit() =>
        Properties.Hold(
            AnyText.With(400, "it", "U.N.", "'s", "can't", "1,000", ".", "'", new string('x', 70), "\u0130", "\u3000"),
            text =>
            {
                Span<char> buffer = stackalloc char[TokenReader.BufferLength];
                var reader = new TokenReader(text, buffer);
                var (count, end) = (0, 0);
                while (reader.Next())
                {
                    count++;
                    reader.Word.Length.ShouldBeInRange(1, TokenReader.BufferLength);
                    foreach (var c in reader.Word)
                    {
                        char.ToLowerInvariant(c).ShouldBe(c);
                        char.IsWhiteSpace(c).ShouldBeFalse();
                    }

                    reader.Start.ShouldBeInRange(0, text.Length - 1);
                    reader.End.ShouldBeInRange(reader.Start + 1, text.Length);
                    reader.End.ShouldBeGreaterThanOrEqualTo(end);
                    end = reader.End;
                }

                count.ShouldBeLessThanOrEqualTo(text.Length);
            },
            2_000
        );

    [Fact]
    public void A_long_text_of_signs_that_are_no_words_is_read_without_a_fault() =>
        Words(string.Concat(Enumerable.Repeat("\uFF9E ", 300_000)) + "it").ShouldBe(["it"]);

    private static List<string> Words(string text)
    {
        Span<char> buffer = stackalloc char[TokenReader.BufferLength];
        var reader = new TokenReader(text, buffer);
        var words = new List<string>();
        while (reader.Next())
        {
            words.Add(reader.Word.ToString());
        }

        return words;
    }
}
