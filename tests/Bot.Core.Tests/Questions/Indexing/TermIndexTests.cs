using Bot.Core.Questions.Indexing;
using FsCheck;
using FsCheck.Fluent;

namespace Bot.Core.Tests.Questions.Indexing;

/// <summary>The index against BM25 written down as the formula stands.</summary>
public sealed class TermIndexTests
{
    private static readonly string[] Vocabulary = [.. "alder birch cedar dogwood elm fir grape hazel ivy juniper".Split(' ')];

    [Fact]
    public void The_best_texts_are_those_of_the_plain_formula_in_the_same_order() =>
        Properties.Hold(
            Cases,
            one =>
            {
                var (index, terms) = Index(one.Texts);
                var hits = Search(index, terms, one, room: one.Texts.Count);
                var plain = Plain(one);
                var step = one.Weights.Sum(pair => pair.Value * Idf(one.Texts, pair.Key)) / 255;

                hits.Length.ShouldBe(plain.Count(score => score > 0));
                foreach (var hit in hits)
                {
                    ((double)hit.Score).ShouldBe(plain[hit.Text], step + 1e-4);
                }

                foreach (var (better, worse) in hits.Zip(hits.Skip(1)))
                {
                    better.Score.ShouldBeGreaterThanOrEqualTo(worse.Score);
                    plain[better.Text].ShouldBeGreaterThanOrEqualTo(plain[worse.Text] - (2 * step) - 1e-4);
                }
            },
            400
        );

    [Fact]
    public void With_little_room_the_best_are_kept() =>
        Properties.Hold(
            Cases,
            one =>
            {
                var (index, terms) = Index(one.Texts);
                var all = Search(index, terms, one, room: one.Texts.Count);
                for (var room = 1; room <= 3; room++)
                {
                    Search(index, terms, one, room).Select(hit => hit.Score).ShouldBe(all.Take(room).Select(hit => hit.Score));
                }
            },
            200
        );

    [Fact]
    public void What_is_not_accepted_takes_no_room() =>
        Properties.Hold(
            Cases,
            one =>
            {
                var (index, terms) = Index(one.Texts);
                var even = Search(index, terms, one, room: one.Texts.Count).Where(hit => hit.Text % 2 == 0).Select(hit => hit.Score);

                Search(index, terms, one, room: 2, accept: text => text % 2 == 0).Select(hit => hit.Score).ShouldBe(even.Take(2));
            },
            200
        );

    [Fact]
    public void One_question_leaves_no_trace_in_the_next() =>
        Properties.Hold(
            from one in Cases
            from other in Cases
            select (one, other),
            pair =>
            {
                var (index, terms) = Index(pair.one.Texts);
                var (another, others) = Index(pair.other.Texts);
                var first = Search(index, terms, pair.one, room: 5);

                Search(another, others, pair.other, room: 1, accept: text => text == 0);

                Search(index, terms, pair.one, room: 5).ShouldBe(first);
            },
            200
        );

    [Fact]
    public void A_term_that_no_text_has_finds_nothing()
    {
        var (index, terms) = Index([
            ["alder"],
        ]);
        var hits = new Hit[3];

        index.Search([new Wanted(-1, 1f), new Wanted(terms.Count + 7, 1f)], hits).ShouldBe(0);
        index.Frequency(-1).ShouldBe(0);
        index.Next(-1, 0).ShouldBe(-1);
        index.Idf(-1).ShouldBeGreaterThan(index.Idf(terms.Find("alder")));
    }

    [Fact]
    public void An_index_of_nothing_finds_nothing()
    {
        var (index, _) = Index([]);

        index.Count.ShouldBe(0);
        index.Search([new Wanted(0, 1f)], new Hit[3]).ShouldBe(0);
    }

    [Fact]
    public void The_index_gives_back_what_each_text_holds() =>
        Properties.Hold(
            Cases,
            one =>
            {
                var (index, terms) = Index(one.Texts);
                for (var text = 0; text < one.Texts.Count; text++)
                {
                    index.Words(text).ToArray().Select(terms.Name).ShouldBe(one.Texts[text].Select(word => terms.Name(terms.Find(word))));
                }

                foreach (var word in Vocabulary)
                {
                    var holding = Enumerable.Range(0, one.Texts.Count).Where(text => one.Texts[text].Contains(word));
                    Holding(index, terms.Find(word)).ShouldBe(holding);
                    index.Frequency(terms.Find(word)).ShouldBe(holding.Count());
                }
            },
            100
        );

    private static IEnumerable<int> Holding(TermIndex index, int term)
    {
        for (var text = index.Next(term, 0); text >= 0; text = index.Next(term, text + 1))
        {
            yield return text;
        }
    }

    private sealed record Case(IReadOnlyList<IReadOnlyList<string>> Texts, IReadOnlyDictionary<string, float> Weights);

    /// <summary>Texts of uneven length over few words, so that counts, lengths and rarities all matter.</summary>
    private static Gen<Case> Cases { get; } =
        from count in Gen.Choose(1, 30)
        from texts in Text.ArrayOf(count)
        from asked in Gen.Choose(1, 4)
        from words in Gen.Elements(Vocabulary).ArrayOf(asked)
        from weights in Gen.Choose(1, 30).ArrayOf(asked)
        select new Case(
            texts,
            words.Zip(weights).DistinctBy(pair => pair.First).ToDictionary(pair => pair.First, pair => pair.Second / 10f)
        );

    private static Gen<IReadOnlyList<string>> Text { get; } =
        from length in Gen.Frequency((4, Gen.Choose(0, 6)), (1, Gen.Choose(6, 40)))
        from places in Gen.Choose(0, (Vocabulary.Length * Vocabulary.Length) - 1).ArrayOf(length)
        select (IReadOnlyList<string>)[.. places.Select(place => Vocabulary[(int)Math.Sqrt(place)])];

    private static (TermIndex Index, TermTable Terms) Index(IReadOnlyList<IReadOnlyList<string>> texts)
    {
        var terms = new TermTable(new HashSet<string>());
        var builder = new TermIndexBuilder(terms, new NameTable(terms), new PhraseTable(terms), texts: 1);
        foreach (var text in texts)
        {
            builder.Add(string.Join(' ', text));
            builder.EndText();
        }

        return (builder.Build(), terms);
    }

    private static Hit[] Search(TermIndex index, TermTable terms, Case one, int room, Func<int, bool>? accept = null)
    {
        var hits = new Hit[room];
        var found = index.Search([.. one.Weights.Select(pair => new Wanted(terms.Find(pair.Key), pair.Value))], hits, accept);
        return hits[..found];
    }

    private static double[] Plain(Case one)
    {
        var average = Math.Max(1, one.Texts.Average(text => text.Count));
        return
        [
            .. one.Texts.Select(text =>
                one.Weights.Sum(pair =>
                {
                    var times = text.Count(word => word == pair.Key);
                    return pair.Value * Idf(one.Texts, pair.Key) * times / (times + (1.2 * (1 - 0.5 + (0.5 * text.Count / average))));
                })
            ),
        ];
    }

    private static double Idf(IReadOnlyList<IReadOnlyList<string>> texts, string word)
    {
        var holding = texts.Count(text => text.Contains(word));
        return Math.Log(1 + ((texts.Count - holding + 0.5) / (holding + 0.5)));
    }
}
