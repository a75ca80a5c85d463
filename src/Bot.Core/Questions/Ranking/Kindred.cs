using System.Collections.Concurrent;
using Bot.Core.Questions.Words;

namespace Bot.Core.Questions.Ranking;

/// <summary>Finds, for a word of a question, the words of the index that are used alike: what will do in its place, for less credit.</summary>
public sealed class Kindred
{
    /// <summary>How many kindred words are given for one.</summary>
    public const int Most = 5;

    /// <summary>From this cosine on two words are called kindred; below it the table tells chance from likeness no more.</summary>
    private const float Least = 0.42f;

    /// <summary>A word used just alike earns this much.</summary>
    private const float Full = 0.8f;

    /// <summary>Questions repeat their words; what is not remembered is worked out again.</summary>
    private const int Remembered = 4096;

    private readonly int[] terms;
    private readonly float[] directions;
    private readonly ConcurrentDictionary<int, (int Term, float Credit)[]> known = new();

    /// <param name="table">All terms of the index.</param>
    /// <param name="speaks">Whether the story holds a term: only such a word can stand in for another.</param>
    internal Kindred(TermTable table, Func<int, bool> speaks)
    {
        var found = new List<int>();
        var rows = new List<float>();
        Span<float> direction = stackalloc float[WordVectors.Length];
        for (var term = 0; term < table.Count; term++)
        {
            if (!table.IsStop(term) && !table.IsMarker(term) && speaks(term) && WordVectors.TryRead(table.Rank(term), direction))
            {
                found.Add(term);
                rows.AddRange(direction);
            }
        }

        (terms, directions) = ([.. found], [.. rows]);
    }

    /// <summary>The kindred of a word by its rank in English, best first, itself left out.</summary>
    public IReadOnlyList<(int Term, float Credit)> Of(int rank, int itself)
    {
        if (known.TryGetValue(rank, out var kin))
        {
            return kin;
        }

        kin = Find(rank, itself);
        if (known.Count < Remembered)
        {
            known.TryAdd(rank, kin);
        }

        return kin;
    }

    private (int Term, float Credit)[] Find(int rank, int itself)
    {
        Span<float> direction = stackalloc float[WordVectors.Length];
        if (!WordVectors.TryRead(rank, direction))
        {
            return [];
        }

        var best = new PriorityQueue<int, float>(Most + 1);
        for (var i = 0; i < terms.Length; i++)
        {
            var cosine = WordVectors.Cosine(direction, directions.AsSpan(i * WordVectors.Length, WordVectors.Length));
            if (cosine >= Least && terms[i] != itself)
            {
                best.Enqueue(i, cosine);
                if (best.Count > Most)
                {
                    best.Dequeue();
                }
            }
        }

        var kin = new (int, float)[best.Count];
        for (var at = kin.Length - 1; at >= 0; at--)
        {
            best.TryDequeue(out var i, out var cosine);
            kin[at] = (terms[i], Full * (cosine - Least + 0.1f) / (1 - Least + 0.1f));
        }

        return kin;
    }
}
