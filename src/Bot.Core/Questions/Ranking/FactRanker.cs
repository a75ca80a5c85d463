using Bot.Core.Questions.Indexing;
using Bot.Core.Questions.Understanding;

namespace Bot.Core.Questions.Ranking;

/// <summary>How well a fact, or a known gap, fits a question. All shares and likenesses are 0..1.</summary>
/// <param name="Target">The number of the revision, or of the gap.</param>
/// <param name="Score">0..1, all told.</param>
internal sealed record Match(int Target, float Score)
{
    /// <summary>How like the nearest way of asking for it the question is.</summary>
    public required float Asked { get; init; }

    /// <summary>The same, over the ways that ask for the same sort of thing; 0 when the question asks for nothing in particular.</summary>
    public required float SlotAsked { get; init; }

    /// <summary>The share of the question that its own words hold.</summary>
    public required float Own { get; init; }

    /// <summary>The share that its words, the ways it is asked for and the sentences it rests on hold together.</summary>
    public required float Coverage { get; init; }

    /// <summary>The share that the fact itself and the nearest way of asking for it hold.</summary>
    public required float Held { get; init; }

    /// <summary>The same share over the words that name no entity; 1 when there are none.</summary>
    public required float Content { get; init; }

    /// <summary>What was found of each term of the question in the fact itself and in the nearest way of asking for it; in its own words; and in what its scope says is not given.</summary>
    public required float[] Credits { get; init; }
    public required float[] OwnCredits { get; init; }

    /// <summary>The same with the sentences it rests on.</summary>
    public required float[] Told { get; init; }
    public required float[] Lacked { get; init; }

    /// <summary>Whether its own words hold each word of the question.</summary>
    public bool SaysEveryWord => Array.TrueForAll(OwnCredits, static credit => credit >= 0.9f);
}

/// <summary>Ranks facts and gaps for a question: those that an index search finds are looked at closely.</summary>
internal static class FactRanker
{
    /// <summary>How many texts are looked at closely, each once for every fact it is a view of.</summary>
    public const int Candidates = 128;

    /// <summary>The same where nobody wrote ways of asking: a fact then has a text or two, and not twenty, so as many facts come under the eye.</summary>
    private const int WithoutWays = 48;

    /// <param name="accept">Which facts count.</param>
    /// <param name="texts">Which texts belong to a gap or to a fact that counts, where that is known beforehand.</param>
    /// <returns>In no order; to be disposed of.</returns>
    public static FactTallies Rank(Question question, StoryIndex index, Func<int, bool> accept, Func<int, bool>? texts = null)
    {
        var tallies = FactTallies.Of(question);
        if (question.Terms.Count == 0)
        {
            return tallies;
        }

        Span<Hit> room = stackalloc Hit[Candidates];
        var hits = index.HasWaysOfAsking ? room : room[..WithoutWays];
        var found = index.Facts.Search(SoughtTerms.Of(question.Terms, index.Facts), hits, texts ?? (text => Accepts(index, text, accept)));
        index.Touch(hits[..found]);
        var left = hits.Length;
        foreach (var hit in hits[..found])
        {
            tallies.Read(index, hit.Text);
            var targets = index.Targets(hit.Text);
            foreach (var target in targets)
            {
                if (left == 0)
                {
                    break;
                }

                // The search took no text that nobody counts for.
                if (tallies.IsOfGap || targets.Length == 1 || accept(target))
                {
                    tallies.Take(target);
                    left--;
                }
            }
        }

        tallies.Sum();
        tallies.ReadOwnWords(index);
        return tallies;
    }

    private static bool Accepts(StoryIndex index, int text, Func<int, bool> accept)
    {
        if (index.View(text).Of == ViewOf.Gap)
        {
            return true;
        }

        foreach (var target in index.Targets(text))
        {
            if (accept(target))
            {
                return true;
            }
        }

        return false;
    }
}
