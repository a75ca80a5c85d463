namespace Bot.Core.Questions.Ranking;

/// <summary>Keeps the best texts of a search in order, as many as there is room for. Of texts that score the same the earlier ones are kept.</summary>
/// <param name="keys">The room. Each key says score and text, the best the lowest.</param>
internal ref struct BestTexts(Span<ulong> keys, Func<int, bool>? accept)
{
    private readonly Span<ulong> keys = keys;
    private readonly Func<int, bool>? accept = accept;

    public int Count { get; private set; }

    /// <summary>What a text must at least score to be kept. A later text must score more.</summary>
    public int Floor { get; private set; } = keys.IsEmpty ? int.MaxValue : 0;

    public readonly int Text(int place) => (int)(uint)keys[place];

    public readonly int Score(int place) => (int)(uint.MaxValue - (uint)(keys[place] >> 32));

    public void Offer(int text, int score)
    {
        var key = ((ulong)(uint.MaxValue - (uint)score) << 32) | (uint)text;
        var at = ~keys[..Count].BinarySearch(key);
        if (at == keys.Length || (accept is not null && !accept(text)))
        {
            return;
        }

        Count = Math.Min(Count + 1, keys.Length);
        keys[at..(Count - 1)].CopyTo(keys[(at + 1)..]);
        keys[at] = key;
        if (Count == keys.Length)
        {
            Floor = Score(Count - 1);
        }
    }
}
