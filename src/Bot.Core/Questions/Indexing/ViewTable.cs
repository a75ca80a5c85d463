using System.Runtime.InteropServices;
using Bot.Core.Questions.Answering;

namespace Bot.Core.Questions.Indexing;

/// <summary>
/// What each text of an index is a view of, in five bytes for most. A sentence that several facts rest on is one text, and a view of each of them.
/// </summary>
internal sealed class ViewTable
{
    private readonly List<byte> of;

    /// <summary>The target of each text; of one that has several, the complement of their place in <see cref="shared"/>.</summary>
    private readonly List<int> targets;
    private readonly List<List<int>> shared = [];

    /// <summary>The ways of asking, by text.</summary>
    private readonly Dictionary<int, View> asked = [];

    /// <param name="texts">About how many there will be.</param>
    public ViewTable(int texts) => (of, targets) = (new(texts), new(texts));

    public int Count => of.Count;

    public bool HasWaysOfAsking => asked.Count > 0;

    /// <summary>What it takes, in bytes; ways of asking are not counted.</summary>
    public long Bytes => of.Capacity + (4L * (targets.Capacity + shared.Sum(all => all.Capacity)));

    /// <summary>What a text is a view of; of several targets the first.</summary>
    public View this[int text] =>
        (ViewOf)of[text] is var kind && kind is ViewOf.Asked or ViewOf.Gap
            ? asked[text]
            : new View(kind, targets[text] is >= 0 and var only ? only : shared[~targets[text]][0], Slot: null, FewWords.None);

    /// <summary>All targets of a text, in order.</summary>
    public ReadOnlySpan<int> Targets(int text) =>
        targets[text] < 0 ? CollectionsMarshal.AsSpan(shared[~targets[text]]) : CollectionsMarshal.AsSpan(targets).Slice(text, 1);

    /// <summary>Reads what is known of a text, to have it near.</summary>
    /// <returns>Nothing of meaning.</returns>
    public int Touch(int text) => of[text] + targets[text];

    public void Add(ViewOf kind, int target)
    {
        of.Add((byte)kind);
        targets.Add(target);
    }

    /// <param name="slot">What it asks for, if anything in particular.</param>
    /// <param name="function">Its stop words.</param>
    public void AddAsked(ViewOf kind, int target, Slot? slot, FewWords function)
    {
        asked[Count] = new View(kind, target, slot, function);
        Add(kind, target);
    }

    /// <summary>Makes a text a view of one more target.</summary>
    public void Share(int text, int target)
    {
        if (targets[text] >= 0)
        {
            shared.Add([targets[text]]);
            targets[text] = ~(shared.Count - 1);
        }

        shared[~targets[text]].Add(target);
    }

    /// <summary>Gives back the room that was made for more texts.</summary>
    public void Trim()
    {
        of.TrimExcess();
        targets.TrimExcess();
        foreach (var all in shared)
        {
            all.TrimExcess();
        }
    }
}
