using Bot.Core.Facts;

namespace Bot.Core.Journal;

/// <summary>What an event is about, whatever its kind.</summary>
public static class EventParts
{
    /// <summary>The fact it is about; null where it is about none, or its content was erased.</summary>
    public static FactId? FactOf(StoryEvent happened) =>
        happened switch
        {
            StoryEvent.FactChanged e => e.After.Id,
            StoryEvent.NameAdded e => e.Fact,
            StoryEvent.FactHeld e => e.Fact,
            StoryEvent.FactReleased e => e.Fact,
            StoryEvent.FactKept e => e.Fact,
            StoryEvent.FactReturned e => e.Fact,
            StoryEvent.FactErased e => e.Fact,
            StoryEvent.OfItem e => e.Facts[0],
            _ => StatesOf(happened).FirstOrDefault()?.Id,
        };

    /// <summary>The ids of the fact of which it holds anything: a state, or a reason why something was done to it.</summary>
    public static IEnumerable<FactId> IdsOf(StoryEvent happened) =>
        happened is StoryEvent.FactErased ? []
        : happened is StoryEvent.OfItem waiting ? waiting.Facts
        : FactOf(happened) is { } about ? StatesOf(happened).Select(fact => fact.Id).Prepend(about).Distinct()
        : [];

    /// <summary>The states of the fact that it holds.</summary>
    public static IEnumerable<Fact> StatesOf(StoryEvent happened) =>
        happened switch
        {
            StoryEvent.FactBaselined e => [e.Fact],
            StoryEvent.FactAdded e => [e.Fact],
            StoryEvent.FactChanged e => [e.Before, e.After],
            StoryEvent.FactRemoved e => [e.Fact],
            StoryEvent.FactKept { Base: { } fact } => [fact],
            _ => [],
        };

    /// <summary>Whom and what it names; null where it names nobody by itself.</summary>
    public static Cast? CastOf(StoryEvent happened) =>
        happened switch
        {
            StoryEvent.Baselined e => e.Cast,
            StoryEvent.CastChanged e => e.Cast,
            StoryEvent.CastAdded e => e.Cast,
            _ => null,
        };
}
