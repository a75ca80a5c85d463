using Bot.Core.Questions.Words;
using FsCheck.Fluent;

namespace Bot.Core.Tests.Words;

public sealed class StemmerTests
{
    /// <summary>From the sample vocabulary of the algorithm's own page, and its examples rule by rule.</summary>
    [Theory]
    [InlineData("consist", "consist consisted consistency consistent consistently consisting consists")]
    [InlineData("consign", "consign consigned consigning consignment")]
    [InlineData("consol", "consolation consolations console consoled consoles consoling consolingly consols")]
    [InlineData("consolid", "consolidate consolidated consolidating")]
    [InlineData("consolatori", "consolatory")]
    [InlineData("conspicu", "conspicuous conspicuously")]
    [InlineData("conspir", "conspirator conspirators conspire conspired conspiring")]
    [InlineData("conspiraci", "conspiracy")]
    [InlineData("constabl", "constable constables")]
    [InlineData("knack", "knack knacks")]
    [InlineData("knackeri", "knackeries")]
    [InlineData("knave", "knave knaves")]
    [InlineData("knead", "kneaded kneading")]
    [InlineData("knee", "knee knees")]
    [InlineData("kneel", "kneel kneeled kneeling kneels")]
    [InlineData("knight", "knight knightly knights")]
    [InlineData("knit", "knit knits knitted knitting")]
    [InlineData("knive", "knives")]
    [InlineData("knock", "knock knocked knocking knocks")]
    [InlineData("knocker", "knocker knockers")]
    [InlineData("tie", "ties tie tying")]
    [InlineData("cri", "cries cry")]
    [InlineData("gas", "gas")]
    [InlineData("this", "this")]
    [InlineData("gap", "gaps")]
    [InlineData("kiwi", "kiwis")]
    [InlineData("by", "by")]
    [InlineData("say", "say says")]
    [InlineData("hop", "hop hops hopped hopping")]
    [InlineData("hope", "hope hopes hoped hoping")]
    [InlineData("luxuri", "luxuriate luxuriated luxuriating")]
    [InlineData("generat", "generate generates generated")]
    [InlineData("generous", "generous generously")]
    [InlineData("sky", "sky skies")]
    [InlineData("news", "news")]
    public void The_forms_of_a_word_have_the_stem_that_the_algorithm_gives(string stem, string forms)
    {
        foreach (var form in forms.Split(' '))
        {
            Stemmer.Stem(form).ShouldBe(stem, form);
        }
    }

    [Theory]
    [InlineData("suspend", "suspend suspends suspended suspending")]
    [InlineData("say", "say says said")]
    [InlineData("give", "gave given")]
    [InlineData("take", "took taken")]
    [InlineData("build", "built")]
    public void Words_that_bend_by_no_rule_still_find_their_base(string stem, string forms)
    {
        foreach (var form in forms.Split(' '))
        {
            Stemmer.Stem(form).ShouldBe(stem, form);
        }
    }

    [Theory]
    [InlineData("inning", "innings")]
    [InlineData("outing", "outings")]
    [InlineData("herring", "herrings")]
    [InlineData("earring", "earrings")]
    [InlineData("proceed", "proceeds proceeded proceeding")]
    [InlineData("exceed", "exceeds exceeded exceeding")]
    [InlineData("succeed", "succeeds succeeded succeeding")]
    public void What_only_looks_like_an_ending_is_left_alone_in_the_plural_too(string word, string forms)
    {
        Stemmer.Stem(word).ShouldBe(word);
        foreach (var form in forms.Split(' '))
        {
            Stemmer.Stem(form).ShouldBe(word, form);
        }
    }

    [Theory]
    [InlineData("")]
    [InlineData("a")]
    [InlineData("is")]
    [InlineData("2025")]
    [InlineData("3.5")]
    [InlineData("o'brien")]
    [InlineData("caf\u00E9s")]
    [InlineData("\u6A4B")]
    public void What_is_no_plain_English_word_is_left_as_it_is(string word) => Stemmer.Stem(word).ShouldBe(word);

    [Fact]
    public void Any_word_has_a_stem_no_longer_than_itself_by_more_than_a_letter() =>
        Properties.Hold(
            from length in Gen.Choose(1, 20)
            from letters in Gen.Elements("aeiouybdfgmnprtszlhwx".ToCharArray()).ArrayOf(length)
            from ending in Gen.Elements(
                "",
                "s",
                "ed",
                "ing",
                "ly",
                "edly",
                "ization",
                "fulness",
                "ational",
                "eed",
                "ies",
                "ogi",
                "li",
                "ll",
                "e"
            )
            select new string(letters) + ending,
            word =>
            {
                var stem = Stemmer.Stem(word);
                stem.Length.ShouldBeInRange(1, word.Length + 1);
                stem.ShouldAllBe(c => char.IsAsciiLetterLower(c));
            },
            2_000
        );
}
