using Bot.Core.Questions.Indexing;
using Bot.Core.Questions.Understanding;

namespace Bot.Core.Questions.Ranking;

/// <summary>A passage and how well it fits.</summary>
/// <param name="Chance">How likely the sentence answers the question, 0..1.</param>
internal readonly record struct PassageMatch(int Number, float Chance);

/// <summary>Ranks the sentences of all seeds for a question: the best of them by BM25 are looked at closely.</summary>
internal static class PassageRanker
{
    /// <summary>How many sentences are looked at closely.</summary>
    public const int Candidates = 24;

    /// <summary>The same where there are facts, without those beside them: sentences mostly only bear facts out there, and hardly ever answer alone.</summary>
    private const int BesideFacts = 12;

    /// <summary>The sentences beside so many of the best are looked at too: one may hold the answer and none of the question's words.</summary>
    private const int WithNeighbours = 10;

    /// <summary>How many are given, with their chance.</summary>
    private const int Given = 10;

    /// <param name="known">Looks for the terms of this question already; null: none does.</param>
    public static PassageMatch[] Rank(Question question, StoryIndex index, TermMatcher? known = null)
    {
        if (question.Terms.Count == 0 || index.PassageList.Count == 0)
        {
            return [];
        }

        var view = new PassageView(question, index, known);
        var found = Found(view);
        var ranked = new List<(int Number, float Score)>(found.Count);
        foreach (var number in found)
        {
            ranked.Add((number, Score(view, number)));
        }

        ranked.Sort(
            static (left, right) => left.Score == right.Score ? left.Number.CompareTo(right.Number) : right.Score.CompareTo(left.Score)
        );
        PutForward.Apply(view, ranked);
        var matches = new PassageMatch[Math.Min(Given, ranked.Count)];
        var chance = 1f;
        for (var i = 0; i < matches.Length; i++)
        {
            view.MoveTo(ranked[i].Number);
            view.Score = ranked[i].Score;
            chance = Math.Min(PassageChance.Of(view), chance);
            matches[i] = new PassageMatch(ranked[i].Number, chance);
        }

        return matches;
    }

    /// <summary>The numbers of the sentences to look at.</summary>
    public static List<int> Found(PassageView view)
    {
        var passages = view.Index.PassageList;
        Span<Hit> hits = stackalloc Hit[Candidates];
        var isBesideFacts = view.Index.Book.Facts.Count > 0;
        var found = hits[..view.Index.Passages.Search(view.Wanted(), isBesideFacts ? hits[..BesideFacts] : hits)];
        var numbers = new List<int>(Candidates + (2 * WithNeighbours));
        for (var i = 0; i < found.Length; i++)
        {
            AddOnce(numbers, found[i].Text);
            for (var beside = found[i].Text - 1; i < WithNeighbours && !isBesideFacts && beside <= found[i].Text + 1; beside++)
            {
                if (beside >= 0 && beside < passages.Count && passages[beside].Seed == passages[found[i].Text].Seed)
                {
                    AddOnce(numbers, beside);
                }
            }
        }

        return numbers;
    }

    private static void AddOnce(List<int> numbers, int number)
    {
        if (!numbers.Contains(number))
        {
            numbers.Add(number);
        }
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
