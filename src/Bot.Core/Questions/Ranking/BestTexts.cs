namespace Bot.Core.Questions.Ranking;

/// <summary>Keeps the best texts of a search in order, as many as there is room for.</summary>
internal ref struct BestTexts(Span<Hit> hits, Func<int, bool>? accept)
{
    private readonly Span<Hit> hits = hits;
    private readonly Func<int, bool>? accept = accept;

    public int Count { get; private set; }

    /// <summary>What a text must score more than to be kept.</summary>
    public float Floor { get; private set; } = hits.Length == 0 ? float.PositiveInfinity : 0;

    public void Offer(int text, float score)
    {
        if (score <= Floor || (accept is not null && !accept(text)))
        {
            return;
        }

        var at = Count < hits.Length ? Count++ : Count - 1;
        for (; at > 0 && hits[at - 1].Score < score; at--)
        {
            hits[at] = hits[at - 1];
        }

        hits[at] = new Hit(text, score);
        if (Count == hits.Length)
        {
            Floor = hits[^1].Score;
        }
    }
}
