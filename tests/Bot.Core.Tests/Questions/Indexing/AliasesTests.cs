using Bot.Core.Questions.Indexing;

namespace Bot.Core.Tests.Questions.Indexing;

/// <summary>Which names a sentence says are one.</summary>
public sealed class AliasesTests
{
    [Theory]
    [InlineData("The Northern Harbour Board (NHB) met in May.", "nhb", "northern harbour board")]
    [InlineData("It joined the Union of River Ports (U.R.P.).", "urp", "union river port")]
    [InlineData("The NHB (Northern Harbour Board) met in May.", "nhb", "northern harbour board")]
    [InlineData("Marsh Lane, also known as the Old Cut, was closed.", "marsh lane", "old cut")]
    [InlineData("Marsh Lane is better known as “Old Cut”.", "marsh lane", "old cut")]
    [InlineData("Ann Holt, the head of the Port Office, said no.", "ann holt", "head port offic")]
    public void Two_names_of_one_thing_are_learned(string sentence, string one, string other) =>
        Read(sentence).ShouldHaveSingleItem().ShouldBe((one, other));

    [Theory]
    [InlineData("The Northern Harbour Board (Oslo) met in May.")]
    [InlineData("The Northern Harbour Board (1934) met in May.")]
    [InlineData("The Northern Board (NHB) met.")]
    [InlineData("The Northern Harbour Trade Board (NHB) met.")]
    [InlineData("It is known as a hard winter.")]
    [InlineData("Ann Holt, the head, said no (")]
    [InlineData("known as (, the of,")]
    [InlineData("A ()")]
    public void What_capital_letters_do_not_bear_out_is_not(string sentence) => Read(sentence).ShouldBeEmpty();

    private static List<(string, string)> Read(string sentence)
    {
        var terms = new TermTable(new HashSet<string>(["the", "of", "is", "also", "a"]));
        foreach (
            var word in "nhb urp northern harbour board union river ports marsh lane old cut ann holt head port office oslo trade hard winter".Split(
                ' '
            )
        )
        {
            terms.Add(word);
        }

        string Shown(int[] name) => string.Join(' ', name.Select(terms.Name));
        return [.. Aliases.In(sentence, terms).Select(alias => (Shown(alias.One), Shown(alias.Other)))];
    }
}
