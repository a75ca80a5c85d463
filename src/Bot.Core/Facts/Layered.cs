using System.Collections;

namespace Bot.Core.Facts;

/// <summary>
/// A list laid over another, which it shares and leaves as it is: the items beneath, some of them seen otherwise or left out, then items of its own.
/// </summary>
/// <param name="seen">By place beneath: what stands there instead.</param>
/// <param name="gone">The places beneath that are left out, in order.</param>
internal sealed class Layered<T>(
    IReadOnlyList<T> below,
    IReadOnlyList<T> own,
    IReadOnlyDictionary<int, T>? seen = null,
    IReadOnlyList<int>? gone = null
) : IReadOnlyList<T>
{
    private readonly int kept = below.Count - (gone?.Count ?? 0);

    public int Count => kept + own.Count;

    public T this[int at]
    {
        get
        {
            if (at >= kept)
            {
                return own[at - kept];
            }

            for (var i = 0; i < gone?.Count && gone[i] <= at; i++)
            {
                at++;
            }

            return seen is not null && seen.TryGetValue(at, out var other) ? other : below[at];
        }
    }

    public IEnumerator<T> GetEnumerator()
    {
        for (var at = 0; at < Count; at++)
        {
            yield return this[at];
        }
    }

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();
}

internal static class Layered
{
    /// <summary>What is laid over a list, as one list; either of the two itself where that says all.</summary>
    /// <param name="below">Null for none.</param>
    public static IReadOnlyList<T> Over<T>(IReadOnlyList<T>? below, IReadOnlyList<T> own, IReadOnlyDictionary<int, T>? seen = null) =>
        below is null ? own
        : own.Count == 0 && seen is null or { Count: 0 } ? below
        : new Layered<T>(below, own, seen);
}
