using Bot.Core.Questions.Indexing;
using FsCheck;
using FsCheck.Fluent;

namespace Bot.Core.Tests.Questions.Indexing;

/// <summary>An index laid over another, with a table of terms laid over the other's.</summary>
public sealed class LayeredIndexTests
{
    private static readonly string[] Beneath = ["alder", "birch", "cedar", "elm", "fir", "hazel"];
    private static readonly string[] Any = [.. Beneath, "larch", "maple", "oak"];

    private static Gen<(string[][] Below, string[][] Own)> Cases { get; } =
        from below in Texts(Beneath)
        from own in Texts(Any)
        select (below, own);

    [Fact]
    public void It_goes_on_with_the_texts_and_terms_beneath_it() =>
        Properties.Hold(
            Cases,
            one =>
            {
                var (below, terms) = Index(one.Below, new TermTable(new HashSet<string>()), below: null);
                var (count, size) = (below.Count, terms.Count);
                var (layered, more) = Index(one.Own, TermTable.Over(terms), below);
                string[][] all = [.. one.Below, .. one.Own];

                layered.Count.ShouldBe(all.Length);
                for (var text = 0; text < all.Length; text++)
                {
                    layered.Words(text).ToArray().Select(more.Name).ShouldBe(all[text].Select(word => more.Name(more.Find(word))));
                }

                foreach (var word in Any)
                {
                    var holding = Enumerable.Range(0, all.Length).Where(text => all[text].Contains(word)).ToList();
                    layered.Frequency(more.Find(word)).ShouldBe(holding.Count);
                    for (var from = 0; from <= all.Length; from++)
                    {
                        layered.Next(more.Find(word), from).ShouldBe(holding.FirstOrDefault(text => text >= from, -1));
                    }
                }

                (below.Count, terms.Count).ShouldBe((count, size));
                terms.Find("oak").ShouldBe(-1);
            }
        );

    [Fact]
    public void The_same_text_scores_the_same_in_either_layer_and_none_scores_otherwise_for_the_layer_above() =>
        Properties.Hold(
            Cases,
            one =>
            {
                var (below, terms) = Index(one.Below, new TermTable(new HashSet<string>()), below: null);
                var (layered, _) = Index([.. one.Below, .. one.Own], TermTable.Over(terms), below);
                Wanted[] wanted = [.. Beneath.Select((word, i) => new Wanted(terms.Find(word), 1 + i))];

                var (alone, both) = (Scores(below, wanted), Scores(layered, wanted));

                for (var text = 0; text < below.Count; text++)
                {
                    both.GetValueOrDefault(text).ShouldBe(alone.GetValueOrDefault(text));
                    both.GetValueOrDefault(below.Count + text).ShouldBe(alone.GetValueOrDefault(text));
                }
            }
        );

    private static Gen<string[][]> Texts(string[] words) =>
        Gen.Choose(1, 6).SelectMany(count => Gen.Elements(words).NonEmptyListOf().Select(text => text.ToArray()).ArrayOf(count));

    private static Dictionary<int, float> Scores(TermIndex index, Wanted[] wanted)
    {
        var hits = new Hit[index.Count];
        return hits[..index.Search(wanted, hits)].ToDictionary(hit => hit.Text, hit => hit.Score);
    }

    private static (TermIndex Index, TermTable Terms) Index(IReadOnlyList<string[]> texts, TermTable terms, TermIndex? below)
    {
        var builder = new TermIndexBuilder(terms, new NameTable(terms), new PhraseTable(terms), texts.Count);
        foreach (var text in texts)
        {
            builder.Add(string.Join(' ', text));
            builder.EndText();
        }

        return (builder.Build(below), terms);
    }
}
