using System.Numerics;
using System.Runtime.InteropServices;

namespace Bot.Core.Questions.Words;

/// <summary>
/// What company English words keep: a direction for each of the commonest words, from the shipped table (<c>ORIGIN.md</c> beside it).
/// Words of like use point the same way. A row of signed bytes for each line of <c>words.txt</c>; words are named by their rank, as
/// <see cref="WordRanks.Of"/> gives it.
/// </summary>
public static class WordVectors
{
    /// <summary>How many numbers a direction has.</summary>
    public const int Length = 100;

    private static readonly sbyte[] Table = Read();

    /// <summary>Whether the word has a direction.</summary>
    public static bool Has(int rank) => rank >= 1 && rank * Length <= Table.Length;

    /// <summary>What brings the word's direction to length 1; 0 for one that points nowhere.</summary>
    /// <param name="rank">Of a word that has a direction.</param>
    public static float Scale(int rank) => Dot(rank, rank) is > 0 and var square ? 1 / MathF.Sqrt(square) : 0;

    /// <summary>The inner product of two rows; times the <see cref="Scale"/> of both it is their cosine.</summary>
    public static int Dot(int rank, int other)
    {
        var left = Row(rank);
        var right = Row(other);
        var sums = Vector<int>.Zero;
        var at = 0;
        for (; at + Vector<sbyte>.Count <= Length; at += Vector<sbyte>.Count)
        {
            Vector.Widen(new Vector<sbyte>(left[at..]), out var leftLow, out var leftHigh);
            Vector.Widen(new Vector<sbyte>(right[at..]), out var rightLow, out var rightHigh);

            // Two products of numbers from -127 to 127 fit into sixteen bits.
            Vector.Widen((leftLow * rightLow) + (leftHigh * rightHigh), out var low, out var high);
            sums += low + high;
        }

        var sum = Vector.Sum(sums);
        for (; at < Length; at++)
        {
            sum += left[at] * right[at];
        }

        return sum;
    }

    private static ReadOnlySpan<sbyte> Row(int rank) => Table.AsSpan((rank - 1) * Length, Length);

    private static sbyte[] Read()
    {
        using var stream = typeof(WordVectors).Assembly.GetManifestResourceStream("vectors.i8")!;
        var table = new sbyte[stream.Length];
        stream.ReadExactly(MemoryMarshal.AsBytes(table.AsSpan()));
        return table;
    }
}
