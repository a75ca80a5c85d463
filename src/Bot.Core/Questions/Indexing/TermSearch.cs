using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace Bot.Core.Questions.Indexing;

/// <summary>
/// Adds up the postings of some terms, a window of texts at a time. Terms that can no longer bring a text among the best by themselves only add to texts
/// that others brought (MaxScore, Turtle and Flood 1995). Sums are whole numbers, so that bounds are exact and no order of adding matters.
/// </summary>
/// <param name="first">The number of the first text, which the postings count as 0.</param>
internal readonly ref struct TermSearch(Postings postings, int first)
{
    /// <summary>The most that a sum may come to.</summary>
    public const int Most = ushort.MaxValue;

    /// <summary>One for each place of a window, all zero between windows.</summary>
    [ThreadStatic]
    private static ushort[]? threadSums;

    private readonly Postings postings = postings;
    private readonly int first = first;

    /// <summary>What a posting adds: its impact times its term's weight, rounded up, so that no term counts for nothing.</summary>
    private static int Share(uint weight, int impact) => (int)(((weight * (uint)impact) + 255) >> 8);

    /// <param name="cursors">The terms, the weightiest first.</param>
    /// <param name="texts">How many texts there are.</param>
    public void Search(scoped Span<PostingCursor> cursors, int texts, scoped ref BestTexts best)
    {
        // Nobody else's while it is used: a search within this one, or after it broke off, begins with zeros too.
        var kept = threadSums ?? new ushort[Postings.Window];
        threadSums = null;
        var room = Postings.Layers * cursors.Length;
        Span<Run> runs = room <= 64 ? stackalloc Run[room] : new Run[room];
        for (var window = 0; window * Postings.Window < texts; window++)
        {
            var here = runs[..Gather(cursors, window, runs, out var bound)];
            if (bound > best.Floor)
            {
                Add(here, kept, first + (window * Postings.Window), ref best);
            }
        }

        threadSums = kept;
    }

    /// <summary>The runs of the terms in a window, the highest peak first, and the most that a text comes to.</summary>
    private int Gather(scoped Span<PostingCursor> cursors, int window, scoped Span<Run> runs, out int bound)
    {
        var count = 0;
        bound = 0;
        foreach (ref var cursor in cursors)
        {
            while (IsIn(cursor, window))
            {
                var run = cursor.At++;
                var peak = Share(cursor.Weight, postings.Peak(run));
                var more = peak - (IsIn(cursor, window) ? Share(cursor.Weight, postings.Peak(cursor.At)) : 0);
                bound += more;
                var at = count++;
                for (; at > 0 && runs[at - 1].Peak < peak; at--)
                {
                    runs[at] = runs[at - 1];
                }

                runs[at] = new Run(run, cursor.Weight, peak, more);
            }
        }

        return count;
    }

    private bool IsIn(in PostingCursor cursor, int window) => cursor.At < cursor.End && postings.WindowOf(cursor.At) == window;

    private void Add(scoped Span<Run> runs, Span<ushort> sums, int from, scoped ref BestTexts best)
    {
        var leading = runs.Length;
        for (var rest = runs[leading - 1].More; rest <= best.Floor; rest += runs[leading - 1].More)
        {
            leading--;
        }

        foreach (var run in runs[..leading])
        {
            Add(run, sums);
        }

        foreach (var run in runs[leading..])
        {
            AddToFound(run, sums);
        }

        foreach (var run in runs[..leading])
        {
            Collect(postings.Places(run.Number), sums, from, ref best);
        }
    }

    private void Add(in Run run, Span<ushort> sums)
    {
        var places = postings.Places(run.Number);
        ref var impact = ref MemoryMarshal.GetReference(postings.Impacts(run.Number));
        for (var i = 0; i < places.Length; i++)
        {
            At(sums, places[i]) += (ushort)Share(run.Weight, Unsafe.Add(ref impact, i));
        }
    }

    private void AddToFound(in Run run, Span<ushort> sums)
    {
        var places = postings.Places(run.Number);
        var impacts = postings.Impacts(run.Number);
        for (var i = 0; i < places.Length; i++)
        {
            ref var sum = ref At(sums, places[i]);
            if (sum != 0)
            {
                sum += (ushort)Share(run.Weight, impacts[i]);
            }
        }
    }

    /// <summary>Offers each text's sum once and leaves zeros.</summary>
    private static void Collect(ReadOnlySpan<ushort> places, Span<ushort> sums, int from, scoped ref BestTexts best)
    {
        var least = Math.Max(1, best.Floor);
        foreach (var place in places)
        {
            ref var kept = ref At(sums, place);
            int sum = kept;
            kept = 0;
            if (sum >= least)
            {
                best.Offer(from + place, sum);
                least = Math.Max(1, best.Floor);
            }
        }
    }

    // Most of a search's time goes by here: no place is outside a window, and to check each of them takes a quarter longer.
    private static ref ushort At(Span<ushort> sums, ushort place) => ref Unsafe.Add(ref MemoryMarshal.GetReference(sums), place);

    /// <summary>What a term has in the present window.</summary>
    /// <param name="Peak">The most it can add to a text.</param>
    /// <param name="More">How much more that is than what the term's next layer can add.</param>
    private readonly record struct Run(int Number, uint Weight, int Peak, int More);
}

/// <summary>How far a search has read one term's runs.</summary>
/// <param name="Weight">What an impact of 256 adds.</param>
internal record struct PostingCursor(int At, int End, uint Weight);
