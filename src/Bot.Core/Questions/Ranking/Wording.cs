using Bot.Core.Questions.Understanding;
using Bot.Core.Questions.Words;

namespace Bot.Core.Questions.Ranking;

/// <summary>
/// How a question is worded: all its words in order but the asking ones. Little words tell "came back" and "one silver each" from their like.
/// </summary>
internal sealed class Wording
{
    private readonly int[] words;
    private readonly float[] weights;
    private readonly bool[] little;

    public Wording(Question question)
    {
        words = [.. question.Words.Select(word => IsAsking(word.Normal) ? -1 : word.TermId)];
        weights = [.. question.Words.Select(word => IsAsking(word.Normal) ? 0 : WordRanks.Rarity(word.Normal))];
        little = [.. question.Words.Select(word => word.IsStop && !IsAsking(word.Normal))];
    }

    /// <summary>The share of the little words that a sentence holds.</summary>
    public float Little(ReadOnlySpan<int> sentence)
    {
        var (held, all) = (0f, 0f);
        for (var i = 0; i < words.Length; i++)
        {
            if (little[i])
            {
                all += weights[i];
                held += sentence.Contains(words[i]) ? weights[i] : 0;
            }
        }

        return all == 0 ? 0 : held / all;
    }

    /// <summary>The share of the question in its longest stretch that stands in a sentence word for word.</summary>
    public float Run(ReadOnlySpan<int> sentence)
    {
        var best = 0f;
        for (var at = 0; at < sentence.Length; at++)
        {
            for (var i = 0; i < words.Length; i++)
            {
                var sum = 0f;
                for (
                    var k = 0;
                    i + k < words.Length && at + k < sentence.Length && words[i + k] >= 0 && words[i + k] == sentence[at + k];
                    k++
                )
                {
                    sum += weights[i + k];
                    best = k > 0 ? Math.Max(best, sum) : best;
                }
            }
        }

        return best / Math.Max(1e-6f, weights.Sum());
    }

    private static bool IsAsking(string word) =>
        word is "who" or "whom" or "whose" or "what" or "which" or "when" or "where" or "why" or "how" or "do" or "does" or "did";
}
