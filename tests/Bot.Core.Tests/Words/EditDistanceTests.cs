using Bot.Core.Questions.Words;
using FsCheck;
using FsCheck.Fluent;

namespace Bot.Core.Tests.Words;

public sealed class EditDistanceTests
{
    [Theory]
    [InlineData("bridge", "bridge", 0)]
    [InlineData("bridge", "brigde", 1)]
    [InlineData("bridge", "bridg", 1)]
    [InlineData("bridge", "bbridge", 1)]
    [InlineData("bridge", "brudge", 1)]
    [InlineData("bridge", "birgde", 2)]
    [InlineData("", "abc", 3)]
    [InlineData("ca", "abc", 3)]
    public void Slips_are_counted(string left, string right, int slips) => EditDistance.Between(left, right, 5).ShouldBe(slips);

    [Fact]
    public void Any_two_words_are_as_far_apart_as_the_whole_table_says() =>
        Properties.Hold(
            from left in Word
            from right in Word
            from limit in Gen.Choose(0, 6)
            select (left, right, limit),
            pair =>
                EditDistance.Between(pair.left, pair.right, pair.limit).ShouldBe(Math.Min(Naive(pair.left, pair.right), pair.limit + 1)),
            2_000
        );

    [Fact]
    public void A_word_too_long_to_be_one_is_never_near() =>
        EditDistance.Between(new string('a', 101), new string('a', 101), 3).ShouldBe(4);

    private static Gen<string> Word { get; } =
        from length in Gen.Choose(0, 9)
        from letters in Gen.Elements('a', 'b', 'c').ArrayOf(length)
        select new string(letters);

    private static int Naive(string left, string right)
    {
        var table = new int[left.Length + 1, right.Length + 1];
        for (var i = 0; i <= left.Length; i++)
        {
            for (var j = 0; j <= right.Length; j++)
            {
                if (i == 0 || j == 0)
                {
                    table[i, j] = i + j;
                    continue;
                }

                var wrong = table[i - 1, j - 1] + (left[i - 1] == right[j - 1] ? 0 : 1);
                table[i, j] = Math.Min(wrong, Math.Min(table[i - 1, j], table[i, j - 1]) + 1);
                if (i > 1 && j > 1 && left[i - 1] == right[j - 2] && left[i - 2] == right[j - 1])
                {
                    table[i, j] = Math.Min(table[i, j], table[i - 2, j - 2] + 1);
                }
            }
        }

        return table[left.Length, right.Length];
    }
}
