namespace Bot.Core.Questions.Ranking;

/// <summary>
/// Adds up the postings of some terms, a window of texts at a time, so that the sums stay near the processor. Terms that can no longer bring a
/// text among the best by themselves only add to texts that others brought (MaxScore, Turtle and Flood 1995).
/// </summary>
/// <param name="first">The number of the first text, which the postings count as 0.</param>
internal readonly ref struct TermSearch(int[] texts, byte[] impacts, int first, int count)
{
    private const int Window = 1 << 14;

    /// <summary>Sums are made in another order than bounds, and may come out a last digit higher.</summary>
    private const float Slack = 1.00001f;

    [ThreadStatic]
    private static Sums? threadSums;

    public void Run(scoped Span<PostingCursor> cursors, ref BestTexts best)
    {
        cursors.Sort(static (left, right) => right.Bound.CompareTo(left.Bound));
        var sums = threadSums ??= new Sums();
        var leading = cursors.Length;
        var rest = 0f;
        for (var from = 0; from < count; from += Window)
        {
            while (leading > 0 && (rest + cursors[leading - 1].Bound) * Slack <= best.Floor)
            {
                rest += cursors[--leading].Bound;
            }

            if (leading == 0)
            {
                return;
            }

            foreach (ref var cursor in cursors[..leading])
            {
                Add(ref cursor, sums, from);
            }

            foreach (ref var cursor in cursors[leading..])
            {
                AddToFound(ref cursor, sums, from);
            }

            sums.MoveTo(ref best, first + from);
        }
    }

    private void Add(ref PostingCursor cursor, Sums sums, int from)
    {
        var (at, scale, scores, found, foundCount) = (cursor.At, cursor.Scale, sums.Scores, sums.Found, sums.Count);
        for (; at < cursor.End; at++)
        {
            var place = texts[at] - from;
            if ((uint)place >= (uint)scores.Length)
            {
                break;
            }

            var score = scores[place];
            if (score == 0)
            {
                found[foundCount++] = place;
            }

            scores[place] = score + (scale * impacts[at]);
        }

        (cursor.At, sums.Count) = (at, foundCount);
    }

    private void AddToFound(ref PostingCursor cursor, Sums sums, int from)
    {
        var (at, scale, scores) = (cursor.At, cursor.Scale, sums.Scores);
        for (; at < cursor.End; at++)
        {
            var place = texts[at] - from;
            if ((uint)place >= (uint)scores.Length)
            {
                break;
            }

            if (scores[place] != 0)
            {
                scores[place] += scale * impacts[at];
            }
        }

        cursor.At = at;
    }

    /// <summary>The sums of one window, all zero between searches.</summary>
    private sealed class Sums
    {
        public float[] Scores { get; } = new float[Window];

        /// <summary>The places that are not zero.</summary>
        public int[] Found { get; } = new int[Window];

        public int Count { get; set; }

        public void MoveTo(ref BestTexts best, int from)
        {
            foreach (var place in Found.AsSpan(0, Count))
            {
                var score = Scores[place];
                Scores[place] = 0;
                best.Offer(from + place, score);
            }

            Count = 0;
        }
    }
}

/// <summary>How far a search has read one term's postings.</summary>
/// <param name="Scale">What one step of impact is worth.</param>
/// <param name="Bound">The most it can add to a text.</param>
internal record struct PostingCursor(int At, int End, float Scale, float Bound);
