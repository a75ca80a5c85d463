namespace Bot.Core.Questions.Indexing;

/// <summary>
/// Parts a long run in two: the few texts of which the term says most, and the others, whose peak is so much lower that a search soon need not look for
/// texts that hold nothing better (layered lists, Ding and Suel 2011).
/// </summary>
internal static class ImpactLayers
{
    /// <summary>A run of so many postings is long.</summary>
    public const int Long = 256;

    /// <summary>At most one of so many postings is among the few.</summary>
    private const int Few = 16;

    /// <summary>Puts the few first, each part in the order of the texts.</summary>
    /// <param name="peak">The most that the others say.</param>
    /// <returns>How many the few are; none where too many are alike.</returns>
    public static int Part(Span<ushort> places, Span<byte> impacts, out byte peak)
    {
        peak = PeakOfOthers(impacts);
        var (otherPlaces, otherImpacts) = (new ushort[places.Length], new byte[places.Length]);
        var (few, others) = (0, 0);
        for (var i = 0; i < places.Length; i++)
        {
            if (impacts[i] > peak)
            {
                (places[few], impacts[few++]) = (places[i], impacts[i]);
            }
            else
            {
                (otherPlaces[others], otherImpacts[others++]) = (places[i], impacts[i]);
            }
        }

        otherPlaces.AsSpan(0, others).CopyTo(places[few..]);
        otherImpacts.AsSpan(0, others).CopyTo(impacts[few..]);
        return few;
    }

    /// <summary>The lowest impact that no more than the few are above.</summary>
    private static byte PeakOfOthers(ReadOnlySpan<byte> impacts)
    {
        Span<int> counts = stackalloc int[byte.MaxValue + 1];
        counts.Clear();
        foreach (var impact in impacts)
        {
            counts[impact]++;
        }

        var (peak, above) = (byte.MaxValue, 0);
        while (above + counts[peak] <= impacts.Length / Few)
        {
            above += counts[peak--];
        }

        return peak;
    }
}
