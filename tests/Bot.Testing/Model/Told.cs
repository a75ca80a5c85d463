using System.Globalization;
using Bot.Core.Communities;
using Bot.Core.Facts;
using Bot.Core.Journal;

namespace Bot.Testing.Model;

/// <summary>All that a shelf holds, written out, so that two shelves are the same exactly when their texts are.</summary>
public static class Told
{
    /// <summary>All stories of a community, and what it chose.</summary>
    public static string Of(Shelf shelf, CommunityId community) =>
        $"{community} follows {shelf.Settings(community).Story}\n{string.Join('\n', shelf.Stories(shelf.Now, community).Select(Of))}";

    public static string Of(StorySnapshot story) =>
        string.Join(
            '\n',
            [
                string.Create(
                    CultureInfo.InvariantCulture,
                    $"{story.Story.Slug} {story.Edition} {story.Position} closed {story.Story.Closed:O}"
                ),
                $"held {Sorted(story.Held)}; erased {Sorted(story.Erased)}",
                .. story
                    .Moved.Select(moved => $"moved {moved.Fact}\n{Text(moved.Against)}{Text(moved.Base)}{Text(moved.Ours)}")
                    .Order(StringComparer.Ordinal),
                .. story.Book.Facts.Select(fact => $"given {FactContent.Of(fact)}"),
                .. story.Revisions.Select(revision =>
                    string.Create(
                        CultureInfo.InvariantCulture,
                        $"revision {revision.Number} from {revision.From} to {revision.To} {FactContent.Of(revision.Fact)}"
                    )
                ),
                .. story.InForce.Select(revision => $"in force {revision.Fact.Id}"),
                .. story.History.Select(Of),
                .. story
                    .Book.Entities.Concat(story.Book.EntitiesGone)
                    .Select(entity => $"entity {entity.Id} {entity.Name} {string.Join(" | ", entity.Aliases)}"),
                .. story.Book.Sources.Select(source => $"source {source.Id} {source.Seed}"),
                .. story.Book.Seeds.Select(seed => $"seed {seed.Id} {seed.Text} {Sentences(seed.Passages)}"),
            ]
        );

    /// <summary>All text that an event holds.</summary>
    public static string Of(Envelope envelope)
    {
        var states = EventParts.StatesOf(envelope.Event).ToList();
        var cast = EventParts.CastOf(envelope.Event);
        return string.Create(
            CultureInfo.InvariantCulture,
            $"{envelope.Position} {envelope.Stream} {envelope.Version} {envelope.Event.GetType().Name} {envelope.Reason} {string.Concat(states.Select(Of))} {cast?.Content} {string.Concat(cast?.Seeds.Select(seed => $"{seed.Text} {Sentences(seed.Passages)}") ?? [])} {(envelope.Event as StoryEvent.NameAdded)?.Name}"
        );
    }

    private static string Of(Fact fact) => $"{FactContent.Of(fact)}{Sentences(fact.RestsOn.Select(evidence => evidence.Passage))}";

    private static string Sentences(IEnumerable<Passage> passages) =>
        string.Concat(passages.Select(passage => $"sentence {passage.LeadIn} {passage.Text}\n"));

    private static string Sorted(IEnumerable<FactId> facts) =>
        string.Join(' ', facts.Select(fact => fact.Value).Order(StringComparer.Ordinal));

    private static string Text(Fact? fact) => fact is null ? "nothing\n" : FactContent.Of(fact);
}
