using System.Numerics;

namespace Bot.Core.Questions.Ranking;

/// <summary>
/// What was found of each term of a question, for many facts at once: a credit in 0..1 for each row, part and term, all in one array that is kept
/// from one question to the next.
/// </summary>
internal sealed class CreditTable
{
    private static readonly int Parts = Enum.GetValues<CreditPart>().Length;

    private float[] credits = [];
    private float[] present = [];

    /// <summary>How many terms there is room for, whole vectors of them.</summary>
    public int Stride { get; private set; }

    /// <summary>The credits of the text that is looked at.</summary>
    public Span<float> Present => present.AsSpan(0, Stride);

    /// <summary>Makes room for a question; what stood in the table means nothing any more.</summary>
    public void Begin(int rows, int terms)
    {
        Stride = (terms + Vector<float>.Count - 1) / Vector<float>.Count * Vector<float>.Count;
        if (credits.Length < rows * Parts * Stride)
        {
            (credits, present) = (new float[rows * Parts * Stride], new float[Stride]);
        }
    }

    public void Clear(int row) => credits.AsSpan(row * Parts * Stride, Parts * Stride).Clear();

    public Span<float> Of(int row, CreditPart part) => credits.AsSpan(((row * Parts) + (int)part) * Stride, Stride);

    /// <summary>Raises credits of a row to those of the text that is looked at.</summary>
    public void Raise(int row, CreditPart part) => Raise(Of(row, part), Present);

    /// <summary>Raises each credit to the other, where that is more. Both take whole vectors.</summary>
    public static void Raise(Span<float> best, ReadOnlySpan<float> others)
    {
        for (var i = 0; i < best.Length; i += Vector<float>.Count)
        {
            Vector.Max(new Vector<float>(best[i..]), new Vector<float>(others[i..])).CopyTo(best[i..]);
        }
    }
}

/// <summary>Where something was found.</summary>
internal enum CreditPart
{
    /// <summary>In any text of the fact, or of the gap.</summary>
    All,

    /// <summary>In its own words.</summary>
    Own,

    /// <summary>In its own words and what it rests on.</summary>
    Told,

    /// <summary>In who they are that it concerns.</summary>
    Roles,

    /// <summary>In the nearest way of asking for it.</summary>
    Nearest,

    /// <summary>In what its scope says is not given.</summary>
    Lacked,
}
