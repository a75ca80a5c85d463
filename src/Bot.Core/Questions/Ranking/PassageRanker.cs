using Bot.Core.Questions.Indexing;
using Bot.Core.Questions.Understanding;

namespace Bot.Core.Questions.Ranking;

/// <summary>A passage and how well it fits.</summary>
/// <param name="Chance">How likely the sentence answers the question, 0..1.</param>
internal sealed record PassageMatch(int Number, float Chance);

/// <summary>Ranks the sentences of all seeds for a question: the best of them by BM25 are looked at closely.</summary>
internal static class PassageRanker
{
    /// <summary>How many sentences are looked at closely.</summary>
    public const int Candidates = 24;

    /// <summary>The sentences beside so many of the best are looked at too: one may hold the answer and none of the question's words.</summary>
    private const int WithNeighbours = 10;

    /// <summary>How many are given, with their chance.</summary>
    private const int Given = 10;

    public static IReadOnlyList<PassageMatch> Rank(Question question, StoryIndex index)
    {
        if (question.Terms.Count == 0 || index.PassageList.Count == 0)
        {
            return [];
        }

        var view = new PassageView(question, index);
        var ranked = new List<(int Number, float Score)>();
        foreach (var number in Found(view))
        {
            ranked.Add((number, Score(view, number)));
        }

        ranked.Sort(
            static (left, right) => left.Score == right.Score ? left.Number.CompareTo(right.Number) : right.Score.CompareTo(left.Score)
        );
        PutForward.Apply(view, ranked);
        var matches = new List<PassageMatch>(Given);
        for (var i = 0; i < Math.Min(Given, ranked.Count); i++)
        {
            view.MoveTo(ranked[i].Number);
            view.Score = ranked[i].Score;
            var chance = Math.Min(PassageChance.Of(view), matches.Count == 0 ? 1 : matches[^1].Chance);
            matches.Add(new PassageMatch(ranked[i].Number, chance));
        }

        return matches;
    }

    /// <summary>The numbers of the sentences to look at.</summary>
    public static IReadOnlyCollection<int> Found(PassageView view)
    {
        var passages = view.Index.PassageList;
        Span<Hit> hits = stackalloc Hit[Candidates];
        var found = hits[..view.Index.Passages.Search(view.Wanted(), hits)];
        var numbers = new HashSet<int>(Candidates + (2 * WithNeighbours));
        for (var i = 0; i < found.Length; i++)
        {
            numbers.Add(found[i].Text);
            for (var beside = found[i].Text - 1; i < WithNeighbours && beside <= found[i].Text + 1; beside++)
            {
                if (beside >= 0 && beside < passages.Count && passages[beside].Seed == passages[found[i].Text].Seed)
                {
                    numbers.Add(beside);
                }
            }
        }

        return numbers;
    }

    private static float Score(PassageView view, int number)
    {
        view.MoveTo(number);
        var score = 0f;
        foreach (var feature in PassageFeatures.All)
        {
            score += feature.Weight * feature.Measure(view);
        }

        return score;
    }
}
