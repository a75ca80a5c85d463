using Bot.Core.Questions.Understanding;
using Bot.Core.Questions.Words;

namespace Bot.Core.Questions.Ranking;

/// <summary>A passage and how well it fits.</summary>
/// <param name="Coverage">The share of the question's weight found in the sentence and, half counted, beside it.</param>
internal sealed record PassageMatch(int Number, float Score, float Coverage);

/// <summary>Ranks the sentences of all seeds for a question: the best of them by BM25 are looked at closely.</summary>
internal static class PassageRanker
{
    /// <summary>How many sentences are looked at closely.</summary>
    public const int Candidates = 60;

    public static IReadOnlyList<PassageMatch> Rank(Question question, StoryIndex index)
    {
        var terms = question.Terms;
        if (terms.Count == 0 || index.PassageList.Count == 0)
        {
            return [];
        }

        var local = new TermMatcher(terms, [.. terms.Select(term => LocalWeight(term, index))]);
        var english = new TermMatcher(terms, [.. terms.Select(term => EnglishWeight(term, index))]);
        var hits = new Hit[Candidates];
        var found = index.Passages.Search(local.Wanted(), hits);
        var top = found == 0 ? 1 : Math.Max(hits[0].Score, 1e-6f);
        var matches = new List<PassageMatch>(found);
        foreach (var hit in hits.AsSpan(0, found))
        {
            matches.Add(Look(question, index, hit, hit.Score / top, local, english));
        }

        return [.. matches.OrderByDescending(match => match.Score).ThenBy(match => match.Number)];
    }

    private static PassageMatch Look(Question question, StoryIndex index, Hit hit, float bm25, TermMatcher local, TermMatcher english)
    {
        var terms = question.Terms.Count;
        Span<float> here = stackalloc float[terms];
        local.Credit(index.Passages.Terms(hit.Text), here);
        Span<float> around = stackalloc float[terms];
        here.CopyTo(around);
        Span<float> beside = stackalloc float[terms];
        foreach (var neighbour in Neighbours(index, hit.Text))
        {
            local.Credit(index.Passages.Terms(neighbour), beside);
        }

        for (var i = 0; i < terms; i++)
        {
            around[i] = Math.Max(around[i], 0.5f * beside[i]);
        }

        var score =
            (PassageWeights.Bm25 * bm25)
            + (PassageWeights.Local * local.Share(here))
            + (PassageWeights.English * english.Share(here))
            + (PassageWeights.Around * english.Share(around))
            + (PassageWeights.Runs * Runs(question, index.Passages.Words(hit.Text)))
            + (PassageWeights.AnswerType * AnswerType.Fit(question, index.PassageList[hit.Text].Text));
        return new PassageMatch(hit.Text, score, english.Share(around));
    }

    private static IEnumerable<int> Neighbours(StoryIndex index, int at)
    {
        if (at > 0 && index.PassageList[at - 1].Seed == index.PassageList[at].Seed)
        {
            yield return at - 1;
        }

        if (at + 1 < index.PassageList.Count && index.PassageList[at + 1].Seed == index.PassageList[at].Seed)
        {
            yield return at + 1;
        }
    }

    /// <summary>The share of neighbouring word pairs of the question that stand in the text in order, at most two words apart.</summary>
    private static float Runs(Question question, ReadOnlySpan<int> words)
    {
        var (pairs, held) = (0, 0);
        for (var i = 0; i + 1 < question.Terms.Count; i++)
        {
            var (left, right) = (question.Terms[i], question.Terms[i + 1]);
            pairs++;
            if (left.Alternatives.Count == 0 || right.Alternatives.Count == 0)
            {
                continue;
            }

            for (var at = 0; at < words.Length; at++)
            {
                if (
                    words[at] == left.Alternatives[0].Term
                    && words[(at + 1)..Math.Min(words.Length, at + 4)].Contains(right.Alternatives[0].Term)
                )
                {
                    held++;
                    break;
                }
            }
        }

        return pairs == 0 ? 0 : (float)held / pairs;
    }

    private static float LocalWeight(Term term, StoryIndex index) =>
        term.Alternatives.Count == 0 ? index.Passages.Idf(-1) : index.Passages.Idf(term.Alternatives[0].Term);

    private static float EnglishWeight(Term term, StoryIndex index) =>
        term.Entity is not null ? 5f
        : term.Alternatives.Count == 0 ? WordRanks.Rarity(term.Shown)
        : index.Terms.Rarity(term.Alternatives[0].Term);
}

/// <summary>What each feature of a passage weighs: fitted by hand on the development articles (<c>docs/decisions</c>).</summary>
internal static class PassageWeights
{
    public const float Bm25 = 3f;
    public const float Local = 3f;
    public const float English = 5f;
    public const float Around = 2f;
    public const float Runs = 1f;
    public const float AnswerType = 0.9f;
}
