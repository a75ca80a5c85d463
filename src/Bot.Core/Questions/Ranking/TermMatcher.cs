using Bot.Core.Questions.Indexing;
using Bot.Core.Questions.Understanding;

namespace Bot.Core.Questions.Ranking;

/// <summary>
/// Looks how much of a question's terms a text holds. Made for one question at a time; not for several threads. What is wanted lies in a small
/// open hash table near the processor, since nearly every word of a text is looked for in vain.
/// </summary>
internal sealed class TermMatcher
{
    private const int None = -1;

    /// <summary>Places of the table for each alternative, so that most lookups end at the first.</summary>
    private const int Room = 4;

    /// <summary>A bit for each wanted term, by the last digits of its number: nearly every word of a text goes no further.</summary>
    private readonly ulong[] marks = new ulong[32];
    private Slot[] slots = [];
    private Entry[] entries = [];
    private int[] order = [];
    private float[] weights = [];
    private int mask;
    private int wanted;
    private int terms;

    public TermMatcher() { }

    public TermMatcher(IReadOnlyList<Term> terms) => Read(terms);

    public float Total { get; private set; }

    /// <summary>Looks for the terms of another question from now on.</summary>
    public void Read(IReadOnlyList<Term> wantedTerms)
    {
        (terms, wanted) = (wantedTerms.Count, 0);
        var total = 0d;
        var alternatives = 0;
        for (var i = 0; i < terms; i++)
        {
            alternatives += wantedTerms[i].Alternatives.Count;
        }

        MakeRoom(alternatives);
        for (var (i, entry) = (0, 0); i < terms; i++)
        {
            weights[i] = wantedTerms[i].Weight;
            total += weights[i];
            var others = wantedTerms[i].Alternatives;
            for (var at = 0; at < others.Count; at++, entry++)
            {
                Add(others[at].Term, new Entry(i, others[at].Credit, None), entry);
            }
        }

        Total = Math.Max(1e-6f, (float)total);
    }

    /// <summary>What to search an index for: each alternative with its term's weight times its credit.</summary>
    /// <param name="own">What each term weighs there.</param>
    public Wanted[] Wanted(ReadOnlySpan<float> own)
    {
        var found = new Wanted[wanted];
        for (var i = 0; i < found.Length; i++)
        {
            var slot = slots[order[i]];
            var most = 0f;
            for (var at = slot.First; at != None; at = entries[at].Next)
            {
                most = Math.Max(most, entries[at].Credit * own[entries[at].Term]);
            }

            found[i] = new Wanted(slot.Key, most);
        }

        return found;
    }

    /// <summary>Raises each term's credit to what the text gives for it.</summary>
    public void Credit(ReadOnlySpan<int> text, Span<float> credits)
    {
        foreach (var term in text)
        {
            if (IsMarked(term) && slots[Find(term)] is { Key: not None } slot)
            {
                Credit(slot, credits);
            }
        }
    }

    /// <summary>The same for a text of an index.</summary>
    /// <returns>How much of the text the question holds: its words by their rarity and by their credit; null when it has no words.</returns>
    public float? Credit(TermIndex index, int text, Span<float> credits)
    {
        var held = 0f;
        foreach (var word in index.Words(text))
        {
            if (IsMarked(word) && slots[Find(word)] is { Key: not None } slot)
            {
                Credit(slot, credits);
                held += index.Idf(word) * slot.Best;
            }
        }

        var markers = index.Markers(text);
        for (var at = 0; at < markers.Count; at++)
        {
            if (IsMarked(markers[at]) && slots[Find(markers[at])] is { Key: not None } slot)
            {
                Credit(slot, credits);
            }
        }

        return index.Rarity(text) is > 0 and var total ? held / total : null;
    }

    /// <summary>The share of the question's weight that was found, 0..1.</summary>
    public float Share(ReadOnlySpan<float> credits)
    {
        var sum = 0f;
        for (var i = 0; i < terms; i++)
        {
            sum += weights[i] * credits[i];
        }

        return sum / Total;
    }

    private void Credit(in Slot slot, Span<float> credits)
    {
        for (var at = slot.First; at != None; at = entries[at].Next)
        {
            ref var credit = ref credits[entries[at].Term];
            credit = Math.Max(credit, entries[at].Credit);
        }
    }

    private void MakeRoom(int alternatives)
    {
        var room = (int)System.Numerics.BitOperations.RoundUpToPowerOf2((uint)Math.Max(16, Room * alternatives));
        if (slots.Length < room)
        {
            (slots, entries, order) = (new Slot[room], new Entry[room / Room], new int[room / Room]);
        }

        if (weights.Length < terms)
        {
            weights = new float[terms];
        }

        mask = room - 1;
        slots.AsSpan(0, room).Fill(new Slot(None, None, 0));
        marks.AsSpan().Clear();
    }

    private void Add(int term, Entry entry, int number)
    {
        var place = Find(term);
        ref var slot = ref slots[place];
        if (slot.Key == None)
        {
            order[wanted++] = place;
            marks[(term >> 6) & 31] |= 1UL << term;
            slot = new Slot(term, None, 0);
        }

        entries[number] = entry with { Next = slot.First };
        slot = new Slot(term, number, Math.Max(slot.Best, entry.Credit));
    }

    private bool IsMarked(int term) => (marks[(term >> 6) & 31] & (1UL << term)) != 0;

    /// <summary>The place of a term in the table, or the free one where it would be.</summary>
    private int Find(int term)
    {
        // Fibonacci hashing: neighbours in number do not crowd.
        var place = (int)((uint)(term * -1640531527) >> 7) & mask;
        while (slots[place].Key != term && slots[place].Key != None)
        {
            place = (place + 1) & mask;
        }

        return place;
    }

    /// <param name="Key">The term; <see cref="None"/> where the place is free.</param>
    /// <param name="First">The first of its entries.</param>
    /// <param name="Best">The most that any of them gives.</param>
    private readonly record struct Slot(int Key, int First, float Best);

    /// <param name="Term">The number of the question's term.</param>
    /// <param name="Next">The next entry of the same slot.</param>
    private readonly record struct Entry(int Term, float Credit, int Next);
}
