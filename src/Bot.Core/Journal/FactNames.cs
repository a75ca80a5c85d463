using Bot.Core.Facts;

namespace Bot.Core.Journal;

/// <summary>What a fact was called before it was renamed, and after.</summary>
internal static class FactNames
{
    /// <param name="history">The events of the base, at the least: nobody else renames.</param>
    public static IReadOnlySet<FactId> Of(FactId fact, IReadOnlyList<Envelope> history)
    {
        var names = new HashSet<FactId> { fact };
        var renamed = Renamed(history).ToList();
        for (var known = 0; known < names.Count; )
        {
            known = names.Count;
            foreach (var together in renamed.Where(together => together.Any(names.Contains)))
            {
                names.UnionWith(together);
            }
        }

        return names;
    }

    /// <summary>Ids that are one fact's. When it is erased its states go, and all its ids are said to be erased by one command.</summary>
    private static IEnumerable<IReadOnlyList<FactId>> Renamed(IReadOnlyList<Envelope> history) =>
        history
            .SelectMany(envelope => EventParts.StatesOf(envelope.Event))
            .Where(fact => fact.Formerly.Count > 0)
            .Select(fact => (IReadOnlyList<FactId>)[fact.Id, .. fact.Formerly])
            .Concat(
                history
                    .Where(envelope => envelope.Event is StoryEvent.FactErased)
                    .GroupBy(envelope => (envelope.Community, envelope.Command))
                    .Select(command => (IReadOnlyList<FactId>)[.. command.Select(e => ((StoryEvent.FactErased)e.Event).Fact)])
            );
}
