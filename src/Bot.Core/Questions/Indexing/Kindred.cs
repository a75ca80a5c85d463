using System.Collections.Concurrent;
using Bot.Core.Questions.Words;

namespace Bot.Core.Questions.Indexing;

/// <summary>
/// Finds, for a word of a question, the words of the index that are used alike: what will do in its place, for less credit. It may lie over another,
/// to which it adds the words that only its own layer speaks.
/// </summary>
public sealed class Kindred
{
    /// <summary>How many kindred words are given for one.</summary>
    public const int Most = 5;

    /// <summary>From this cosine on two words are called kindred; below it the table tells chance from likeness no more.</summary>
    private const float Least = 0.42f;

    /// <summary>A word used just alike earns this much.</summary>
    private const float Full = 0.8f;

    /// <summary>Questions repeat their words; what is not remembered is worked out again. A layer is asked less, and is sooner looked through.</summary>
    private const int Remembered = 4096;
    private const int RememberedByLayer = 128;

    private readonly Kindred? below;
    private readonly (int Term, int Rank, float Scale)[] words;
    private ConcurrentDictionary<int, IReadOnlyList<(int Term, float Credit)>>? known;

    /// <param name="spoken">The terms that the story holds, or this layer and none beneath: only such a word can stand in for another.</param>
    internal Kindred(TermTable table, IEnumerable<int> spoken, Kindred? below = null)
    {
        this.below = below;
        words =
        [
            .. spoken
                .Where(term => !table.IsStop(term) && !table.IsMarker(term) && WordVectors.Has(table.Rank(term)))
                .Select(term => (term, table.Rank(term), WordVectors.Scale(table.Rank(term)))),
        ];
    }

    /// <summary>The kindred of a word by its rank in English, best first, itself left out.</summary>
    public IReadOnlyList<(int Term, float Credit)> Of(int rank, int itself)
    {
        if (below is not null && words.Length == 0)
        {
            return below.Of(rank, itself);
        }

        var remembered = LazyInitializer.EnsureInitialized(ref known, () => new(concurrencyLevel: 1, capacity: 0));
        if (remembered.TryGetValue(rank, out var kin))
        {
            return kin;
        }

        kin = below is null ? Find(rank, itself) : Merged(below.Of(rank, itself), Find(rank, itself));
        if (remembered.Count < (below is null ? Remembered : RememberedByLayer))
        {
            remembered.TryAdd(rank, kin);
        }

        return kin;
    }

    private static IReadOnlyList<(int Term, float Credit)> Merged(
        IReadOnlyList<(int Term, float Credit)> others,
        IReadOnlyList<(int Term, float Credit)> own
    ) => own.Count == 0 ? others : [.. others.Concat(own).OrderByDescending(kin => kin.Credit).Take(Most)];

    private (int Term, float Credit)[] Find(int rank, int itself)
    {
        if (!WordVectors.Has(rank))
        {
            return [];
        }

        var scale = WordVectors.Scale(rank);
        PriorityQueue<int, float>? best = null;
        foreach (var word in words)
        {
            var cosine = WordVectors.Dot(rank, word.Rank) * scale * word.Scale;
            if (cosine >= Least && word.Term != itself)
            {
                best ??= new PriorityQueue<int, float>(Most + 1);
                best.Enqueue(word.Term, cosine);
                if (best.Count > Most)
                {
                    best.Dequeue();
                }
            }
        }

        var kin = new (int, float)[best?.Count ?? 0];
        for (var at = kin.Length - 1; at >= 0; at--)
        {
            best!.TryDequeue(out var term, out var cosine);
            kin[at] = (term, Full * (cosine - Least + 0.1f) / (1 - Least + 0.1f));
        }

        return kin;
    }
}
