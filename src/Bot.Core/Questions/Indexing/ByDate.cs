using Bot.Core.Journal;

namespace Bot.Core.Questions.Indexing;

/// <summary>Revisions in order of the day that they happened or were said; those without one are not in it. It may lie over another.</summary>
internal sealed class ByDate
{
    private readonly ByDate? below;
    private readonly (DateOnly Day, int Target)[] own;

    /// <param name="first">The number of the first revision of its own.</param>
    public ByDate(IReadOnlyList<Revision> revisions, int first, ByDate? below)
    {
        this.below = below;
        var dated = new List<(DateOnly Day, int Target)>();
        for (var target = first; target < revisions.Count; target++)
        {
            if (revisions[target].Fact.Happened is { } date && (date.Latest ?? date.Earliest) is { } day)
            {
                dated.Add((day, target));
            }
        }

        dated.Sort();
        own = [.. dated];
    }

    /// <summary>Of one day the last number first.</summary>
    public IEnumerable<(DateOnly Day, int Target)> NewestFirst
    {
        get
        {
            var at = own.Length - 1;
            foreach (var one in below?.NewestFirst ?? [])
            {
                for (; at >= 0 && own[at].CompareTo(one) > 0; at--)
                {
                    yield return own[at];
                }

                yield return one;
            }

            for (; at >= 0; at--)
            {
                yield return own[at];
            }
        }
    }
}
