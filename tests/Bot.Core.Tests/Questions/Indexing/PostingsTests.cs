using Bot.Core.Questions.Indexing;
using FsCheck;
using FsCheck.Fluent;

namespace Bot.Core.Tests.Questions.Indexing;

/// <summary>Postings give back what was packed into them, however the texts lie.</summary>
public sealed class PostingsTests
{
    private const int Terms = 5;

    /// <summary>So that a term can be missing from whole windows.</summary>
    private const int Texts = 5 * Postings.Window;

    [Fact]
    public void A_term_is_in_the_texts_that_hold_it_and_in_no_other() =>
        Properties.Hold(
            Held,
            held =>
            {
                var postings = Packed(held);
                for (var term = 0; term < Terms; term++)
                {
                    var texts = Holding(held, term);

                    Walk(postings, term).ShouldBe(texts);
                    postings.Frequency(term).ShouldBe(texts.Length);
                }
            },
            40
        );

    [Fact]
    public void The_next_text_is_the_first_from_there_on() =>
        Properties.Hold(
            from held in Held
            from start in Place
            select (held, start),
            one =>
            {
                var postings = Packed(one.held);
                for (var term = 0; term < Terms; term++)
                {
                    postings.Next(term, one.start).ShouldBe(Holding(one.held, term).Where(text => text >= one.start).Append(-1).First());
                }
            },
            40
        );

    [Fact]
    public void The_peak_of_a_run_is_the_most_in_it() =>
        Properties.Hold(
            Held,
            held =>
            {
                var postings = Packed(held);
                for (var term = 0; term < Terms; term++)
                {
                    var (from, to) = postings.Runs(term);
                    for (var run = from; run < to; run++)
                    {
                        postings.Peak(run).ShouldBe(postings.Impacts(run).ToArray().Max());
                    }
                }
            },
            20
        );

    [Fact]
    public void A_long_run_begins_with_the_few_texts_that_the_term_says_most_of()
    {
        var held = Enumerable.Range(0, 2 * ImpactLayers.Long).SelectMany(text => Enumerable.Repeat((text, 0), text % 50 == 7 ? 3 : 1));

        var postings = Packed([.. held]);

        postings.Runs(0).ShouldBe((0, 2));
        postings.Places(0).ToArray().ShouldAllBe(place => place % 50 == 7);
        postings.Peak(0).ShouldBeGreaterThan(postings.Peak(1));
        postings.Frequency(0).ShouldBe(2 * ImpactLayers.Long);
        Walk(postings, 0).ShouldBe(Enumerable.Range(0, 2 * ImpactLayers.Long));
    }

    [Fact]
    public void A_long_run_whose_texts_are_alike_is_one()
    {
        var postings = Packed([.. Enumerable.Range(0, ImpactLayers.Long).Select(text => (text, 0))]);

        postings.Runs(0).ShouldBe((0, 1));
    }

    private static Gen<int> Place { get; } =
        Gen.Frequency(
            (3, Gen.Choose(0, Texts - 1)),
            (1, Gen.Elements(0, Postings.Window - 1, Postings.Window, (2 * Postings.Window) - 1, Texts - 1))
        );

    /// <summary>Texts and a term each holds, some of them several times.</summary>
    private static Gen<(int Text, int Term)[]> Held { get; } =
        from count in Gen.Choose(0, 60)
        from held in (
            from text in Place
            from term in Gen.Choose(0, Terms - 1)
            from times in Gen.Choose(1, 3)
            select Enumerable.Repeat((text, term), times)
        ).ArrayOf(count)
        select held.SelectMany(pair => pair).ToArray();

    private static int[] Holding((int Text, int Term)[] held, int term) =>
        [.. held.Where(pair => pair.Term == term).Select(pair => pair.Text).Distinct().Order()];

    private static List<int> Walk(Postings postings, int term)
    {
        var texts = new List<int>();
        for (var text = postings.Next(term, 0); text >= 0; text = postings.Next(term, text + 1))
        {
            texts.Add(text);
        }

        return texts;
    }

    private static Postings Packed((int Text, int Term)[] held)
    {
        var counts = new int[Texts];
        foreach (var (text, _) in held)
        {
            counts[text]++;
        }

        var start = new int[Texts + 1];
        for (var text = 0; text < Texts; text++)
        {
            start[text + 1] = start[text] + counts[text];
        }

        return new PostingsWriter(start, [.. held.OrderBy(pair => pair.Text).Select(pair => pair.Term)]).Write(Terms, counts, average: 1);
    }
}
