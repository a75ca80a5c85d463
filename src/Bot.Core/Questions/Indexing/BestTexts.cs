namespace Bot.Core.Questions.Indexing;

/// <summary>
/// Keeps the best texts of a search. They gather in no order, with a count of how many score about how much, which tells what a text must score to be
/// among the best; those that score less are thrown out when the room is full. Of texts that score the same the earlier ones are kept.
/// </summary>
/// <param name="most">How many are kept.</param>
/// <param name="keys">Room for <see cref="Room"/> texts for each that is kept. A key says score and text, the best the lowest.</param>
/// <param name="counts">How many texts have a score of each step, <see cref="Steps"/> zeros.</param>
internal ref struct BestTexts(int most, Span<ulong> keys, Span<int> counts, Func<int, bool>? accept)
{
    public const int Room = 4;
    public const int Steps = (TermSearch.Most >> Step) + 1;

    /// <summary>Scores are counted in steps of so many bits.</summary>
    private const int Step = 7;

    private readonly int most = most;
    private readonly Span<ulong> keys = keys;
    private readonly Span<int> counts = counts;
    private readonly Func<int, bool>? accept = accept;

    /// <summary>The lowest step that the best reach down to, and how many texts score that much or more.</summary>
    private int lowest;
    private int reaching;

    public int Count { get; private set; }

    /// <summary>What a text must at least score to be kept. A later text must score more.</summary>
    public int Floor { get; private set; } = most == 0 ? int.MaxValue : 0;

    public readonly int Text(int place) => (int)(uint)keys[place];

    public readonly int Score(int place) => (int)(uint.MaxValue - (uint)(keys[place] >> 32));

    /// <param name="score">At least <see cref="Floor"/>.</param>
    public void Offer(int text, int score)
    {
        if (accept is not null && !accept(text))
        {
            return;
        }

        if (Count == keys.Length)
        {
            MakeRoom();
        }

        keys[Count++] = ((ulong)(uint.MaxValue - (uint)score) << 32) | (uint)text;
        Tally(score);
    }

    /// <summary>Leaves the best, in order.</summary>
    public void Finish()
    {
        ThrowOut();
        keys[..Count].Sort();
        Count = Math.Min(Count, most);
    }

    private void Tally(int score)
    {
        counts[score >> Step]++;
        reaching++;
        while (reaching - counts[lowest] >= most)
        {
            reaching -= counts[lowest++];
        }

        Floor = Math.Max(Floor, lowest << Step);
    }

    /// <summary>Where too many score nearly the same, counting does not tell the best of them.</summary>
    private void MakeRoom()
    {
        ThrowOut();
        if (Count > keys.Length / 2)
        {
            Finish();
            Floor = Score(Count - 1);
            counts.Clear();
            reaching = 0;
            for (var place = 0; place < Count; place++)
            {
                Tally(Score(place));
            }
        }
    }

    private void ThrowOut()
    {
        var left = 0;
        for (var place = 0; place < Count; place++)
        {
            if (Score(place) >= Floor)
            {
                keys[left++] = keys[place];
            }
        }

        Count = left;
    }
}
