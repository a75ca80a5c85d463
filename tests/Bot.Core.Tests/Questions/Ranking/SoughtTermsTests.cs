using Bot.Core.Questions.Indexing;
using Bot.Core.Questions.Ranking;
using Bot.Core.Questions.Understanding;

namespace Bot.Core.Tests.Questions.Ranking;

/// <summary>What a large index is not searched for must not cost the fact that was asked about.</summary>
public sealed class SoughtTermsTests
{
    private const int Common = 0;
    private const int Rare = 1;
    private const int Kin = 2;
    private const int CommonKin = 3;
    private const int Absent = 4;

    /// <summary>Many times as many texts as are enough: two words stand in half of them, two in one of a thousand.</summary>
    private static readonly TermIndex Large = Made(16 * SoughtTerms.Enough);

    /// <summary>The only text of the large index that holds the rare word and the kindred one.</summary>
    private const int Asked = 7_000;

    [Fact]
    public void Of_a_word_that_texts_enough_hold_no_stand_in_is_sought()
    {
        Sought(Large, Of(Common, Kin)).ShouldBe([Common]);
    }

    [Fact]
    public void A_rare_word_is_sought_with_its_stand_ins_but_for_the_common_ones()
    {
        Sought(Large, Of(Rare, CommonKin, Kin)).ShouldBe([Rare, Kin]);
    }

    [Fact]
    public void A_word_that_no_text_holds_is_sought_by_its_best_stand_in_however_common()
    {
        Sought(Large, Of(Absent, CommonKin, Kin)).ShouldBe([Absent, CommonKin]);
    }

    [Fact]
    public void A_small_index_is_searched_for_everything()
    {
        Sought(Made(SoughtTerms.Enough), Of(Common, CommonKin, Kin), Of(Absent, Kin, Rare))
            .ShouldBe([Common, CommonKin, Kin, Absent, Rare]);
    }

    [Fact]
    public void The_fact_asked_about_by_a_kindred_word_is_among_the_candidates_of_a_large_index()
    {
        var hits = new Hit[FactRanker.Candidates];

        // "Rare" is what it says, "absent" what it is called by.
        var found = Large.Search(SoughtTerms.Of([Of(Common, CommonKin), Of(Rare), Of(Absent, Kin)], Large), hits);

        hits[..found].Select(hit => hit.Text).First().ShouldBe(Asked);
    }

    private static Term Of(int word, params int[] kin) =>
        new("word", 1, [(word, 1f), .. kin.Select(term => (term, 0.4f))], IsName: false, Entity: null, Concepts: []);

    private static IEnumerable<int> Sought(TermIndex index, params Term[] question) =>
        SoughtTerms.Of(question, index).Select(wanted => wanted.Term);

    private static TermIndex Made(int texts)
    {
        var (start, terms, counts) = (new List<int> { 0 }, new List<int>(), new List<int>());
        for (var text = 0; text < texts; text++)
        {
            terms.Add(text % 2 == 0 ? Common : CommonKin);
            terms.AddRange(text % 1_000 == 0 ? [Rare] : []);
            terms.AddRange(text % 1_000 == 500 || text == Asked ? [Kin] : []);
            counts.Add(terms.Count - start[^1]);
            start.Add(terms.Count);
        }

        return new TermIndex(Absent, [.. start], [.. terms], [.. counts]);
    }
}
