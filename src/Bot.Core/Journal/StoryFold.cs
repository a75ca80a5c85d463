using Bot.Core.Facts;

namespace Bot.Core.Journal;

/// <summary>The revisions of a story's facts, and whom they name, folded from its events.</summary>
public static class StoryFold
{
    /// <summary>The casts of all editions, oldest first.</summary>
    public static IEnumerable<Cast> Casts(IEnumerable<Envelope> events) =>
        events
            .Select(envelope =>
                envelope.Event switch
                {
                    StoryEvent.Baselined baselined => baselined.Cast,
                    StoryEvent.CastChanged changed => changed.Cast,
                    _ => null,
                }
            )
            .OfType<Cast>();

    public static IReadOnlyList<Revision> Revisions(IEnumerable<Envelope> events)
    {
        var revisions = new List<Revision>();
        var current = new Dictionary<FactId, int>();
        foreach (var envelope in events)
        {
            switch (envelope.Event)
            {
                case StoryEvent.Baselined baselined:
                    foreach (var fact in baselined.Facts)
                    {
                        Open(fact, envelope.Position);
                    }

                    break;
                case StoryEvent.FactAdded added:
                    Open(added.Fact, envelope.Position);
                    break;
                case StoryEvent.FactChanged changed:
                    Close(changed.Before.Id, envelope.Position);
                    Open(changed.After, envelope.Position);
                    break;
                case StoryEvent.FactRemoved removed:
                    Close(removed.Fact.Id, envelope.Position);
                    break;
            }
        }

        return revisions;

        void Open(Fact fact, long position)
        {
            var number = current.TryGetValue(fact.Id, out var last) ? revisions[last].Number + 1 : 1;
            current[fact.Id] = revisions.Count;
            revisions.Add(new Revision(fact, number, position));
        }

        void Close(FactId id, long position)
        {
            var at = current[id];
            revisions[at] = revisions[at] with { To = position };
        }
    }
}
