using System.Numerics;

namespace Bot.Core.Questions.Words;

/// <summary>
/// What company English words keep: a direction for each of the commonest words, from the shipped table (<c>ORIGIN.md</c> beside it).
/// Words of like use point the same way. A row of signed bytes for each line of <c>words.txt</c>.
/// </summary>
public static class WordVectors
{
    /// <summary>How many numbers a direction has.</summary>
    public const int Length = 100;

    private static readonly sbyte[] Table = Read();

    /// <summary>Writes the word's direction at length 1.</summary>
    /// <param name="rank">As <see cref="WordRanks.Of"/> gives it.</param>
    /// <param name="direction">Room for <see cref="Length"/> numbers.</param>
    /// <returns>False for a word that is not in the table; nothing is written.</returns>
    public static bool TryRead(int rank, Span<float> direction)
    {
        var start = (rank - 1) * Length;
        if (rank < 1 || start >= Table.Length)
        {
            return false;
        }

        var sum = 0f;
        for (var i = 0; i < Length; i++)
        {
            direction[i] = Table[start + i];
            sum += direction[i] * direction[i];
        }

        var scale = sum == 0 ? 0 : 1 / MathF.Sqrt(sum);
        for (var i = 0; i < Length; i++)
        {
            direction[i] *= scale;
        }

        return true;
    }

    /// <summary>The cosine of two directions of length 1.</summary>
    public static float Cosine(ReadOnlySpan<float> left, ReadOnlySpan<float> right)
    {
        var sums = Vector<float>.Zero;
        var at = 0;
        for (; at + Vector<float>.Count <= Length; at += Vector<float>.Count)
        {
            sums += new Vector<float>(left[at..]) * new Vector<float>(right[at..]);
        }

        var sum = Vector.Sum(sums);
        for (; at < Length; at++)
        {
            sum += left[at] * right[at];
        }

        return sum;
    }

    private static sbyte[] Read()
    {
        using var stream = typeof(WordVectors).Assembly.GetManifestResourceStream("vectors.i8")!;
        var table = new sbyte[stream.Length];
        stream.ReadExactly(System.Runtime.InteropServices.MemoryMarshal.AsBytes(table.AsSpan()));
        return table;
    }
}
