using Bot.Core.Facts;
using Bot.Core.Journal;

namespace Bot.Core.Questions.Indexing;

/// <summary>
/// Finds revisions without reading all of them: by fact, by kind, by who does or says them, by date, by what they link to; and knows of each what
/// sentences it rests on. Numbers are those of the index. It may lie over another, whose revisions come before its own.
/// </summary>
public sealed class Roster
{
    private readonly Roster? below;

    /// <summary>The number of the first revision of its own.</summary>
    private readonly int first;
    private readonly Dictionary<FactId, int> newest;
    private readonly int[] older;
    private readonly byte[] kinds;

    /// <summary>The sentence that each rests on; of one that rests on several or on none, the complement of their place in <see cref="several"/>.</summary>
    private readonly int[] sentences;
    private readonly List<int[]> several = [];
    private readonly Dictionary<FactKind, List<int>> byKind = [];
    private readonly Dictionary<EntityId, List<int>> byVoice = [];
    private readonly ByDate byDate;
    private readonly Dictionary<FactId, List<int>> linking = [];
    private readonly Dictionary<LinkKind, List<int>> byLink = [];

    /// <param name="numberOf">The number of a sentence; null where it has none.</param>
    internal Roster(IReadOnlyList<Revision> revisions, int first, Roster? below, Func<Passage, int?> numberOf)
    {
        (this.below, this.first) = (below, first);
        newest = new Dictionary<FactId, int>(revisions.Count - first);
        (older, kinds) = (new int[revisions.Count - first], new byte[revisions.Count - first]);
        sentences = new int[revisions.Count - first];
        for (var target = first; target < revisions.Count; target++)
        {
            var fact = revisions[target].Fact;
            sentences[target - first] =
                fact.RestsOn is [var only] && numberOf(only.Passage) is { } number ? number : Several(fact, numberOf);
            older[target - first] = newest.TryGetValue(fact.Id, out var before) ? before : -1;
            newest[fact.Id] = target;
            kinds[target - first] = (byte)fact.Kind;
            Add(byKind, fact.Kind, target);
            foreach (var voice in fact.Speaker is Speaker.People people ? people.Ids.Concat(fact.Actors) : fact.Actors)
            {
                Add(byVoice, voice, target);
            }

            foreach (var link in fact.Links)
            {
                Add(linking, link.To, target);
                Add(byLink, link.Kind, target);
            }
        }

        linking.TrimExcess();
        byDate = new ByDate(revisions, first, below?.byDate);
    }

    /// <summary>The revisions of a fact, newest first.</summary>
    public IEnumerable<int> Of(FactId id)
    {
        for (var target = newest.GetValueOrDefault(id, -1); target >= 0; target = older[target - first])
        {
            yield return target;
        }

        foreach (var target in below?.Of(id) ?? [])
        {
            yield return target;
        }
    }

    /// <summary>What looking closely at facts reads of it, in bytes.</summary>
    internal long Bytes => kinds.Length + (4L * (sentences.Length + several.Sum(all => all.Length)));

    public FactKind KindOf(int target) => target < first ? below!.KindOf(target) : (FactKind)kinds[target - first];

    /// <summary>The numbers of the sentences that a revision rests on.</summary>
    public ReadOnlySpan<int> RestsOn(int target) =>
        target < first ? below!.RestsOn(target)
        : sentences[target - first] is < 0 and var place ? several[~place]
        : sentences.AsSpan(target - first, 1);

    /// <summary>Reads what is known of a revision or, by mistake, of a gap of the same number, to have it near.</summary>
    /// <returns>Nothing of meaning.</returns>
    internal int Touch(int target) => (uint)(target - first) < (uint)kinds.Length ? kinds[target - first] : 0;

    /// <summary>In order.</summary>
    public IEnumerable<int> OfKind(FactKind kind) => Over(below?.OfKind(kind), byKind.GetValueOrDefault(kind));

    /// <summary>Those that an entity does or says, in order.</summary>
    public IEnumerable<int> By(EntityId entity) => Over(below?.By(entity), byVoice.GetValueOrDefault(entity));

    /// <summary>Those of which it is known when they happened or were said, the newest first.</summary>
    public IEnumerable<int> NewestFirst => byDate.NewestFirst.Select(one => one.Target);

    /// <summary>Those with a link of any kind to a fact, in order.</summary>
    public IEnumerable<int> LinkingTo(FactId id) => Over(below?.LinkingTo(id), linking.GetValueOrDefault(id));

    /// <summary>Those with a link of a kind to any fact, in order.</summary>
    public IEnumerable<int> Linking(LinkKind kind) => Over(below?.Linking(kind), byLink.GetValueOrDefault(kind));

    private int Several(Fact fact, Func<Passage, int?> numberOf)
    {
        several.Add([.. fact.RestsOn.Select(evidence => numberOf(evidence.Passage)).OfType<int>()]);
        return ~(several.Count - 1);
    }

    private static IEnumerable<int> Over(IEnumerable<int>? below, List<int>? own) =>
        below is null ? own ?? []
        : own is null ? below
        : below.Concat(own);

    private static void Add<T>(Dictionary<T, List<int>> lists, T key, int target)
        where T : notnull
    {
        if (!lists.TryGetValue(key, out var list))
        {
            lists[key] = list = [];
        }

        // Somebody may do what he says.
        if (list is [] || list[^1] != target)
        {
            list.Add(target);
        }
    }
}
