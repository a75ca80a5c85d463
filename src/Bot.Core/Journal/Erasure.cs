namespace Bot.Core.Journal;

/// <summary>What was read before a fact was erased is still in memory: it is emptied there as it was in the store.</summary>
internal static class Erasure
{
    public static IReadOnlyList<Envelope> Applied(IReadOnlyList<Envelope> events)
    {
        var erased = events.Select(envelope => envelope.Event).OfType<StoryEvent.FactErased>().SelectMany(e => e.Positions).ToHashSet();
        return erased.Count == 0
            ? events
            : [.. events.Select(envelope => erased.Contains(envelope.Position) ? Emptied(envelope) : envelope)];
    }

    public static Envelope Emptied(Envelope envelope) => envelope with { Event = new StoryEvent.Blanked(), Reason = "" };
}
