using Bot.Core.Facts;

namespace Bot.Core.Journal;

/// <summary>What a new edition of a story's base changes, fact by fact. A renamed fact (<c>formerly</c>) is a change, not a loss and a gain.</summary>
public static class EditionChanges
{
    public static IReadOnlyList<StoryEvent> Between(Cast? castBefore, IReadOnlyCollection<Fact> before, FactBook after, Edition edition)
    {
        var changes = new List<StoryEvent>();
        if (Cast.Of(after) is var cast && !string.Equals(castBefore?.Content, cast.Content, StringComparison.Ordinal))
        {
            changes.Add(new StoryEvent.CastChanged(edition, cast));
        }

        var old = before.ToDictionary(fact => fact.Id);
        var kept = new HashSet<FactId>();
        foreach (var fact in after.Facts)
        {
            var was = fact.Formerly.Prepend(fact.Id).Select(id => old.GetValueOrDefault(id)).FirstOrDefault(found => found is not null);
            if (was is null)
            {
                changes.Add(new StoryEvent.FactAdded(edition, fact));
                continue;
            }

            kept.Add(was.Id);
            var now = fact.KnownIsStated ? fact : fact with { Known = was.Known };
            if (!string.Equals(FactContent.Of(was), FactContent.Of(now), StringComparison.Ordinal))
            {
                changes.Add(new StoryEvent.FactChanged(edition, was, now));
            }
        }

        changes.AddRange(before.Where(fact => !kept.Contains(fact.Id)).Select(fact => new StoryEvent.FactRemoved(edition, fact)));
        return changes;
    }
}
