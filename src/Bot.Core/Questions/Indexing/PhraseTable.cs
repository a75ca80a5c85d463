using Bot.Core.Questions.Words;

namespace Bot.Core.Questions.Indexing;

/// <summary>Phrases of one or more words, each standing for markers: the names of entities, the words of concepts. A trie over terms.</summary>
/// <param name="few">
/// For a handful of phrases over many terms: takes no room for the terms that begin none, and looks first words up instead.
/// </param>
public sealed class PhraseTable(TermTable terms, bool few = false)
{
    private readonly Dictionary<long, int> edges = [];
    private readonly List<int[]?> markers = [null];
    private readonly List<bool> goesOn = [few];

    /// <summary>The node a term leads to from the root; 0: none.</summary>
    private int[] starts = [];

    /// <summary>Adds a phrase; its words count by their stems.</summary>
    public void Add(string phrase, int marker)
    {
        Span<char> buffer = stackalloc char[TokenReader.BufferLength];
        var reader = new TokenReader(phrase, buffer);
        var node = 0;
        while (reader.Next())
        {
            var term = terms.Add(reader.Word);
            var next = Next(node, term);
            if (next == 0)
            {
                next = markers.Count;
                markers.Add(null);
                goesOn.Add(false);
                Join(node, term, next);
            }

            node = next;
        }

        if (node > 0 && markers[node]?.Contains(marker) is not true)
        {
            markers[node] = [.. markers[node] ?? [], marker];
        }
    }

    /// <summary>Whether any phrase begins with the term.</summary>
    public bool CanBegin(int term) => Next(0, term) != 0;

    /// <summary>The longest phrase that begins at <paramref name="at"/>: its markers and its length in words; no markers when there is none.</summary>
    public (int[] Markers, int Length) Longest(ReadOnlySpan<int> words, int at)
    {
        (int[], int) best = ([], 0);
        var node = Next(0, words[at]);
        for (var i = at; node != 0; node = ++i < words.Length ? Next(node, words[i]) : 0)
        {
            if (markers[node] is { } found)
            {
                best = (found, i - at + 1);
            }
        }

        return best;
    }

    private int Next(int node, int term) =>
        node == 0 && !few ? ((uint)term < (uint)starts.Length ? starts[term] : 0)
        : goesOn[node] ? edges.GetValueOrDefault(Edge(node, term))
        : 0;

    private void Join(int node, int term, int next)
    {
        if (node != 0 || few)
        {
            goesOn[node] = true;
            edges[Edge(node, term)] = next;
            return;
        }

        if (term >= starts.Length)
        {
            Array.Resize(ref starts, (2 * term) + 1);
        }

        starts[term] = next;
    }

    private static long Edge(int node, int term) => ((long)node << 32) | (uint)term;
}
