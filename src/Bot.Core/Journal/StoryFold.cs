using Bot.Core.Facts;

namespace Bot.Core.Journal;

/// <summary>The revisions of a story's facts, and whom they name, folded from its events.</summary>
public static class StoryFold
{
    /// <summary>The casts of all editions, oldest first.</summary>
    public static IEnumerable<Cast> Casts(IEnumerable<Envelope> events) =>
        events.Select(envelope => EventParts.CastOf(envelope.Event)).OfType<Cast>();

    /// <summary>The edition that the newest event tells of that was not blanked; edition 0 when none does.</summary>
    public static Edition LastEdition(IReadOnlyList<Envelope> events) =>
        events.Select(envelope => EditionOf(envelope.Event)).LastOrDefault(edition => edition is not null) ?? default;

    public static IReadOnlyList<Revision> Revisions(IEnumerable<Envelope> events)
    {
        var revisions = new List<Revision>();
        var current = new Dictionary<FactId, int>();
        long? beginning = null;
        foreach (var envelope in events)
        {
            beginning ??= envelope.Position;
            switch (envelope.Event)
            {
                case StoryEvent.FactBaselined baselined:
                    // The first load is one: all its facts hold from where the story begins.
                    Open(baselined.Fact, beginning.Value);
                    break;
                case StoryEvent.FactAdded added:
                    Open(added.Fact, envelope.Position);
                    break;
                case StoryEvent.FactChanged changed:
                    Open(changed.After, envelope.Position, Close(changed.Before.Id, envelope.Position) + 1);
                    break;
                case StoryEvent.FactErased erased:
                    Close(erased.Fact, envelope.Position);
                    break;
                case StoryEvent.FactRemoved removed:
                    Close(removed.Fact.Id, envelope.Position);
                    break;
            }
        }

        return revisions;

        // A renamed fact goes on counting, and one that comes back under an id that was used goes on from there.
        void Open(Fact fact, long position, int atLeast = 1)
        {
            var number = current.TryGetValue(fact.Id, out var last) ? Math.Max(atLeast, revisions[last].Number + 1) : atLeast;
            current[fact.Id] = revisions.Count;
            revisions.Add(new Revision(fact, number, position));
        }

        // What was opened by an event that is blanked now is not there to be closed.
        int Close(FactId id, long position)
        {
            if (!current.TryGetValue(id, out var at))
            {
                return 0;
            }

            revisions[at] = revisions[at] with { To = revisions[at].To ?? position };
            return revisions[at].Number;
        }
    }

    private static Edition? EditionOf(StoryEvent happened) =>
        happened switch
        {
            StoryEvent.Baselined e => e.Edition,
            StoryEvent.FactBaselined e => e.Edition,
            StoryEvent.CastChanged e => e.Edition,
            StoryEvent.FactAdded e => e.Edition,
            StoryEvent.FactChanged e => e.Edition,
            StoryEvent.FactRemoved e => e.Edition,
            _ => null,
        };
}
