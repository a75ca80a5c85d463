using System.Collections;

namespace Bot.Core.Journal;

/// <summary>The events of a base and of one community, by position. The base's are shared, not copied.</summary>
internal sealed class JoinedHistory(IReadOnlyList<Envelope> below, IReadOnlyList<Envelope> own) : IReadOnlyList<Envelope>
{
    /// <summary>Where the community's events stand among all.</summary>
    private readonly int[] places = [.. own.Select((envelope, i) => i + Before(below, envelope.Position))];

    public int Count => below.Count + own.Count;

    public Envelope this[int at]
    {
        get
        {
            var mine = Array.BinarySearch(places, at);
            return mine >= 0 ? own[mine] : below[at - ~mine];
        }
    }

    public IEnumerator<Envelope> GetEnumerator()
    {
        for (var at = 0; at < Count; at++)
        {
            yield return this[at];
        }
    }

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();

    private static int Before(IReadOnlyList<Envelope> below, long position)
    {
        var (from, to) = (0, below.Count);
        while (from < to)
        {
            var middle = (from + to) / 2;
            (from, to) = below[middle].Position < position ? (middle + 1, to) : (from, middle);
        }

        return from;
    }
}
