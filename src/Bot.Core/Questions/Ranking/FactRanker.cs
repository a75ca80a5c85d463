using Bot.Core.Questions.Understanding;

namespace Bot.Core.Questions.Ranking;

/// <summary>How well a fact, or a known gap, fits a question.</summary>
/// <param name="Target">The number of the revision, or of the gap.</param>
/// <param name="Score">0..1, all told.</param>
/// <param name="Coverage">The share of the question that the fact's words and the ways it is asked for hold together.</param>
/// <param name="Own">The share that its own words hold.</param>
/// <param name="Asked">How like the nearest way of asking for it the question is.</param>
/// <param name="Credits">What was found of each term.</param>
internal sealed record Match(int Target, float Score, float Coverage, float Own, float Asked, float[] Credits, float[] OwnCredits);

/// <summary>Ranks facts and gaps for a question.</summary>
internal static class FactRanker
{
    /// <summary>How many texts are looked at closely.</summary>
    public const int Candidates = 160;

    public static (IReadOnlyList<Match> Facts, IReadOnlyList<Match> Gaps) Rank(Question question, StoryIndex index, Func<int, bool> accept)
    {
        if (question.Terms.Count == 0)
        {
            return ([], []);
        }

        var matcher = new TermMatcher(question.Terms, [.. question.Terms.Select(term => term.Weight)]);
        var hits = new Hit[Candidates];
        var found = index.Facts.Search(
            matcher.Wanted(),
            hits,
            text => index.Views[text].Of == ViewOf.Gap || accept(index.Views[text].Target)
        );
        var facts = new Dictionary<int, Tally>();
        var gaps = new Dictionary<int, Tally>();
        foreach (var hit in hits.AsSpan(0, found))
        {
            var view = index.Views[hit.Text];
            var targets = view.Of == ViewOf.Gap ? gaps : facts;
            if (!targets.TryGetValue(view.Target, out var tally))
            {
                targets[view.Target] = tally = new Tally(question.Terms.Count);
            }

            tally.Take(index.Facts, hit.Text, view.Of, matcher);
        }

        return (Order(facts, matcher), Order(gaps, matcher));
    }

    private static List<Match> Order(Dictionary<int, Tally> tallies, TermMatcher matcher) =>
        [
            .. tallies
                .Select(pair => pair.Value.Sum(pair.Key, matcher))
                .OrderByDescending(match => match.Score)
                .ThenBy(match => match.Target),
        ];

    private sealed class Tally(int terms)
    {
        private readonly float[] all = new float[terms];
        private readonly float[] own = new float[terms];
        private float asked;

        public void Take(TermIndex index, int text, ViewOf of, TermMatcher matcher)
        {
            var credits = new float[all.Length];
            matcher.Credit(index.Terms(text), credits);
            for (var i = 0; i < all.Length; i++)
            {
                all[i] = Math.Max(all[i], credits[i]);
                own[i] = of == ViewOf.Statement ? Math.Max(own[i], credits[i]) : own[i];
            }

            if (of != ViewOf.Statement)
            {
                asked = Math.Max(asked, Likeness(index, text, matcher, matcher.Share(credits)));
            }
        }

        public Match Sum(int target, TermMatcher matcher)
        {
            var (coverage, ownShare) = (matcher.Share(all), matcher.Share(own));
            var score = (0.7f * Math.Max(asked, 0.9f * ownShare)) + (0.3f * coverage);
            return new Match(target, score, coverage, ownShare, asked, all, own);
        }

        /// <summary>Mostly how much of the question the phrase holds, and a little how much of the phrase the question holds.</summary>
        private static float Likeness(TermIndex index, int text, TermMatcher matcher, float share)
        {
            var words = index.Words(text);
            if (words.Length == 0)
            {
                return 0.8f * share;
            }

            var (held, total) = (0f, 0f);
            foreach (var word in words)
            {
                var idf = index.Idf(word);
                total += idf;
                held += matcher.Wants(word) ? idf : 0;
            }

            return share * (0.75f + (0.25f * held / total));
        }
    }
}
