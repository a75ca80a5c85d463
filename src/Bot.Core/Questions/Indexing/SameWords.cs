using System.Runtime.InteropServices;

namespace Bot.Core.Questions.Indexing;

/// <summary>
/// The ways of asking by their very words, sixteen bytes each: what was foreseen is found, whatever else comes near. Immutable. It may lie over another.
/// </summary>
internal sealed class SameWords
{
    private readonly SameWords? below;

    /// <summary>By hash of its words.</summary>
    private readonly (ulong Words, int Text)[] own;

    /// <param name="asked">The texts that are ways of asking, each with the hash of its words.</param>
    public SameWords(IEnumerable<(ulong Words, int Text)> asked, SameWords? below) => (own, this.below) = ([.. asked.Order()], below);

    /// <summary>The texts that consist of these words in this order.</summary>
    /// <param name="words">What <see cref="Hash"/> gives for them.</param>
    public IEnumerable<int> Texts(ulong words)
    {
        foreach (var text in below?.Texts(words) ?? [])
        {
            yield return text;
        }

        for (var at = First(words); at < own.Length && own[at].Words == words; at++)
        {
            yield return own[at].Text;
        }
    }

    /// <summary>FNV-1a over 64 bits (Fowler, Noll, Vo), word by word.</summary>
    /// <param name="terms">Terms of the index; articles are to be left out.</param>
    public static ulong Hash(ReadOnlySpan<int> terms)
    {
        var hash = 14695981039346656037;
        foreach (var part in MemoryMarshal.AsBytes(terms))
        {
            hash = (hash ^ part) * 1099511628211;
        }

        return hash;
    }

    private int First(ulong words)
    {
        var place = Array.BinarySearch(own, (words, int.MinValue));
        return place < 0 ? ~place : place;
    }
}
