using Bot.Core.Questions.Indexing;

namespace Bot.Core.Tests.Questions.Indexing;

/// <summary>A search that skips must find what one that adds up everything finds.</summary>
public sealed class TermSearchTests
{
    private const int Terms = 60;

    /// <summary>More texts than two windows hold.</summary>
    private const int Texts = (2 * Postings.Window) + 5_000;

    private static readonly TermIndex Index = Made(new Random(7));

    /// <summary>What each term alone gives to each text.</summary>
    private static readonly Hit[][] Alone = [.. Enumerable.Range(0, Terms).Select(term => Search([new Wanted(term, 1)], Texts))];

    [Theory]
    [InlineData(1)]
    [InlineData(10)]
    [InlineData(160)]
    public void The_best_are_those_of_the_whole_sum(int most)
    {
        var chance = new Random(most);
        for (var question = 0; question < 40; question++)
        {
            var wanted = Enumerable
                .Range(0, chance.Next(1, 6))
                .Select(_ => new Wanted(chance.Next(Terms), 0.25f + chance.NextSingle()))
                .Prepend(new Wanted(question % 5, 1))
                .DistinctBy(term => term.Term)
                .ToArray();
            var expected = Whole(wanted).OrderByDescending(hit => hit.Score).Take(most).ToList();

            // Sums are in whole steps; each term's weight and share are rounded up by less than one, together and alone.
            var rounded = 2 * (wanted.Length + 1) * wanted.Sum(term => term.Weight * Index.Idf(term.Term)) / TermSearch.Most;

            var found = Search(wanted, most);

            found.Length.ShouldBe(expected.Count);
            found.Select(hit => hit.Text).ShouldBeUnique();
            for (var i = 0; i < found.Length; i++)
            {
                found[i].Score.ShouldBe(expected[i].Score, rounded);
            }
        }
    }

    [Fact]
    public void Equal_scores_stand_in_the_order_of_the_texts()
    {
        var index = new TermIndex(1, [0, 1, 2, 3], [0, 0, 0], [1, 1, 1]);

        Search(index, [new Wanted(0, 1)], 2, accept: null).Select(hit => hit.Text).ShouldBe([0, 1]);
    }

    [Fact]
    public void A_text_that_ties_with_the_last_of_the_best_is_kept_for_being_earlier()
    {
        // The text that only the weaker term brings comes first, and is met last.
        var index = new TermIndex(2, [0, 1, 2, 3], [1, 0, 0], [1, 1, 1]);
        var weak = index.Idf(0) / index.Idf(1);

        Search(index, [new Wanted(0, 1), new Wanted(1, weak)], 1, accept: null).Select(hit => hit.Text).ShouldBe([0]);
    }

    [Fact]
    public void Only_accepted_texts_are_found()
    {
        var found = Search(Index, [new Wanted(3, 1), new Wanted(50, 1)], 20, text => text % 1000 == 7);

        found.ShouldNotBeEmpty();
        found.ShouldAllBe(hit => hit.Text % 1000 == 7);
    }

    [Fact]
    public void A_search_within_a_search_changes_neither()
    {
        Wanted[] wanted = [new Wanted(3, 1), new Wanted(50, 1)];
        var alone = Search(wanted, 20);

        Search(Index, wanted, 20, _ => Search(wanted, 20).SequenceEqual(alone)).ShouldBe(alone);
    }

    [Fact]
    public void A_search_that_broke_off_leaves_nothing_behind()
    {
        Wanted[] wanted = [new Wanted(3, 1), new Wanted(50, 1)];
        var before = Search(wanted, 20);

        Should.Throw<FormatException>(() => Search(Index, wanted, 20, _ => throw new FormatException()));

        Search(wanted, 20).ShouldBe(before);
    }

    [Fact]
    public void Unknown_terms_and_no_room_find_nothing()
    {
        Search([new Wanted(-1, 1), new Wanted(Terms + 5, 1)], 10).ShouldBeEmpty();
        Search([], 10).ShouldBeEmpty();
        Search([new Wanted(0, 1)], 0).ShouldBeEmpty();
    }

    /// <summary>Every text's sum over the terms.</summary>
    private static IEnumerable<Hit> Whole(Wanted[] wanted) =>
        wanted
            .SelectMany(term => Alone[term.Term].Select(hit => hit with { Score = term.Weight * hit.Score }))
            .GroupBy(hit => hit.Text)
            .Select(text => new Hit(text.Key, text.Sum(hit => hit.Score)));

    private static Hit[] Search(Wanted[] wanted, int most) => Search(Index, wanted, most, accept: null);

    private static Hit[] Search(TermIndex index, Wanted[] wanted, int most, Func<int, bool>? accept)
    {
        var hits = new Hit[most];
        return hits[..index.Search(wanted, hits, accept)];
    }

    /// <summary>Texts of one to eight words; the first term stands in most, the others in few.</summary>
    private static TermIndex Made(Random chance)
    {
        var (start, terms, counts) = (new List<int> { 0 }, new List<int>(), new List<int>());
        for (var text = 0; text < Texts; text++)
        {
            counts.Add(chance.Next(1, 9));
            terms.AddRange(Enumerable.Range(0, counts[^1]).Select(_ => (int)(Terms * Math.Pow(chance.NextDouble(), 8))));
            start.Add(terms.Count);
        }

        return new TermIndex(Terms, [.. start], [.. terms], [.. counts]);
    }
}
