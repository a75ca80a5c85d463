using Bot.Core.Questions.Understanding;

namespace Bot.Core.Questions.Ranking;

/// <summary>Looks how much of a question's terms a text holds. Made for one question; not for several threads.</summary>
internal sealed class TermMatcher
{
    private readonly Dictionary<int, List<(int Term, float Credit)>> wanted = [];
    private readonly IReadOnlyList<Term> terms;
    private readonly float[] weights;

    /// <param name="weights">What each term weighs here.</param>
    public TermMatcher(IReadOnlyList<Term> terms, IReadOnlyList<float> weights)
    {
        (this.terms, this.weights) = (terms, [.. weights]);
        for (var i = 0; i < terms.Count; i++)
        {
            foreach (var (term, credit) in terms[i].Alternatives)
            {
                if (!wanted.TryGetValue(term, out var list))
                {
                    wanted[term] = list = [];
                }

                list.Add((i, credit));
            }
        }

        Total = Math.Max(1e-6f, this.weights.Sum());
    }

    public float Total { get; }

    /// <summary>What to search an index for: each alternative with its term's weight times its credit.</summary>
    public Wanted[] Wanted() =>
        [.. wanted.Select(pair => new Wanted(pair.Key, pair.Value.Max(entry => entry.Credit * weights[entry.Term])))];

    /// <summary>Raises each term's credit to what the text gives for it.</summary>
    public void Credit(ReadOnlySpan<int> text, Span<float> credits)
    {
        foreach (var term in text)
        {
            if (!wanted.TryGetValue(term, out var list))
            {
                continue;
            }

            foreach (var (i, credit) in list)
            {
                credits[i] = Math.Max(credits[i], credit);
            }
        }
    }

    /// <summary>The share of the question's weight that was found, 0..1.</summary>
    public float Share(ReadOnlySpan<float> credits)
    {
        var sum = 0f;
        for (var i = 0; i < terms.Count; i++)
        {
            sum += weights[i] * credits[i];
        }

        return sum / Total;
    }

    /// <summary>The most that any term of the question gives for this one, 0..1.</summary>
    public float CreditOf(int term) => wanted.TryGetValue(term, out var list) ? list.Max(entry => entry.Credit) : 0;
}
