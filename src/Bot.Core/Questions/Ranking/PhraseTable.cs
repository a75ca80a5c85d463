using Bot.Core.Questions.Words;

namespace Bot.Core.Questions.Ranking;

/// <summary>Phrases of one or more words, each standing for markers: the names of entities, the words of concepts. A trie over terms.</summary>
public sealed class PhraseTable(TermTable terms)
{
    private readonly Dictionary<long, int> edges = [];
    private readonly List<int[]?> markers = [null];
    private bool[] starts = [];

    /// <summary>Adds a phrase; its words count by their stems.</summary>
    public void Add(string phrase, int marker)
    {
        Span<char> buffer = stackalloc char[TokenReader.BufferLength];
        var reader = new TokenReader(phrase, buffer);
        var node = 0;
        while (reader.Next())
        {
            var term = terms.Add(reader.Word);
            if (node == 0)
            {
                if (term >= starts.Length)
                {
                    Array.Resize(ref starts, 2 * term + 1);
                }

                starts[term] = true;
            }

            if (!edges.TryGetValue(Edge(node, term), out var next))
            {
                next = markers.Count;
                markers.Add(null);
                edges[Edge(node, term)] = next;
            }

            node = next;
        }

        if (node > 0 && markers[node]?.Contains(marker) is not true)
        {
            markers[node] = [.. markers[node] ?? [], marker];
        }
    }

    /// <summary>Whether any phrase begins with the term.</summary>
    public bool CanBegin(int term) => (uint)term < (uint)starts.Length && starts[term];

    /// <summary>The longest phrase that begins at <paramref name="at"/>: its markers and its length in words; no markers when there is none.</summary>
    public (int[] Markers, int Length) Longest(ReadOnlySpan<int> words, int at)
    {
        (int[], int) best = ([], 0);
        var first = words[at];
        if (!CanBegin(first))
        {
            return best;
        }

        var node = 0;
        for (var i = at; i < words.Length && edges.TryGetValue(Edge(node, words[i]), out node); i++)
        {
            if (markers[node] is { } found)
            {
                best = (found, i - at + 1);
            }
        }

        return best;
    }

    private static long Edge(int node, int term) => ((long)node << 32) | (uint)term;
}
