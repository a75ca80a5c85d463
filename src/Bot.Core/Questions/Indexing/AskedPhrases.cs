using Bot.Core.Facts;
using Bot.Core.Questions.Words;

namespace Bot.Core.Questions.Indexing;

/// <summary>How well a way of asking goes with what was typed; the first is best.</summary>
internal enum Fit
{
    /// <summary>It begins so.</summary>
    Beginning,

    /// <summary>Each word that was typed begins a word of it.</summary>
    Words,

    /// <summary>So it does but for a slip.</summary>
    Nearly,
}

/// <summary>A way of asking that was found.</summary>
internal readonly record struct FoundPhrase(string Asked, Fit Fit);

/// <summary>
/// The ways of asking for the facts of a book, found by words half typed without reading all of them. They are numbered by length, so that the first that
/// fit are the shortest. Immutable. It may lie over another, whose phrases it shares.
/// </summary>
internal sealed class AskedPhrases
{
    private readonly AskedPhrases? below;
    private readonly IReadOnlySet<FactId> taken;
    private readonly PhraseWords words;

    /// <summary>By number: the phrase, and the fact it asks for.</summary>
    private readonly (string Asked, FactId Fact)[] phrases;

    private AskedPhrases(IEnumerable<Fact> facts, IReadOnlySet<FactId> taken, AskedPhrases? below)
    {
        (this.taken, this.below) = (taken, below);
        phrases =
        [
            .. facts
                .Where(fact => fact.Ended is null)
                .SelectMany(fact => fact.Asked.Select(asked => (asked, fact.Id)))
                .OrderBy(phrase => phrase.asked.Length),
        ];
        words = new PhraseWords(phrases.Length, number => phrases[number].Asked);
    }

    /// <param name="below">The phrases of the book beneath.</param>
    public static AskedPhrases Of(FactBook book, AskedPhrases? below) => new(book.Own, book.Taken, below);

    /// <summary>The best that go with what was typed: by how well they do, then by length.</summary>
    public IReadOnlyList<string> Find(string typed, int most)
    {
        var wanted = NormalText.Words(typed);
        var here = Find(wanted, most, gone: null);
        var found = below is null ? here : below.Find(wanted, most, taken).Concat(here);
        return
        [
            .. found
                .OrderBy(phrase => phrase.Fit)
                .ThenBy(phrase => phrase.Asked.Length)
                .Select(phrase => phrase.Asked)
                .Distinct()
                .Take(most),
        ];
    }

    private List<FoundPhrase> Find(List<string> wanted, int most, IReadOnlySet<FactId>? gone)
    {
        var sought = wanted.ConvertAll(words.Beginning);
        var (beginnings, found) = (new List<FoundPhrase>(), new List<FoundPhrase>());
        foreach (var number in words.Holding(sought))
        {
            if (beginnings.Count == most)
            {
                break;
            }

            if (words.Begins(number, sought))
            {
                Add(beginnings, number, Fit.Beginning);
            }
            else
            {
                Add(found, number, Fit.Words);
            }
        }

        found.InsertRange(0, beginnings);
        if (found.Count < most && words.WithSlips(wanted, sought))
        {
            foreach (var number in words.Holding(sought).TakeWhile(_ => found.Count < most))
            {
                Add(found, number, Fit.Nearly);
            }
        }

        return found;

        void Add(List<FoundPhrase> to, int number, Fit fit)
        {
            var (asked, fact) = phrases[number];
            if (to.Count < most && gone?.Contains(fact) is not true && !to.Exists(phrase => phrase.Asked == asked))
            {
                to.Add(new FoundPhrase(asked, fit));
            }
        }
    }
}
