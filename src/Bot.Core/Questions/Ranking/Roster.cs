using Bot.Core.Facts;
using Bot.Core.Journal;

namespace Bot.Core.Questions.Ranking;

/// <summary>Finds revisions without reading all of them: by fact, by kind, by what they link to. Numbers are those of the index.</summary>
public sealed class Roster
{
    private readonly Dictionary<FactId, int> newest;
    private readonly int[] older;
    private readonly Dictionary<FactKind, List<int>> byKind = [];
    private readonly Dictionary<FactId, List<int>> linking = [];

    internal Roster(IReadOnlyList<Revision> revisions)
    {
        newest = new Dictionary<FactId, int>(revisions.Count);
        older = new int[revisions.Count];
        for (var target = 0; target < revisions.Count; target++)
        {
            var fact = revisions[target].Fact;
            older[target] = newest.TryGetValue(fact.Id, out var before) ? before : -1;
            newest[fact.Id] = target;
            Add(byKind, fact.Kind, target);
            foreach (var link in fact.Links)
            {
                Add(linking, link.To, target);
            }
        }
    }

    /// <summary>The revisions of a fact, newest first.</summary>
    public IEnumerable<int> Of(FactId id)
    {
        for (var target = newest.GetValueOrDefault(id, -1); target >= 0; target = older[target])
        {
            yield return target;
        }
    }

    /// <summary>In order.</summary>
    public IReadOnlyList<int> OfKind(FactKind kind) => byKind.GetValueOrDefault(kind) ?? [];

    /// <summary>Those with a link of any kind to a fact, in order.</summary>
    public IReadOnlyList<int> LinkingTo(FactId id) => linking.GetValueOrDefault(id) ?? [];

    private static void Add<T>(Dictionary<T, List<int>> lists, T key, int target)
        where T : notnull
    {
        if (!lists.TryGetValue(key, out var list))
        {
            lists[key] = list = [];
        }

        list.Add(target);
    }
}
