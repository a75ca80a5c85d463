using Bot.Core.Facts;
using Bot.Core.Journal;

namespace Bot.Core.Conversation.Wording;

/// <summary>What was done, in a sentence, from what happened.</summary>
internal static class OutcomeWords
{
    public static string Of(IReadOnlyList<StoryEvent> events) =>
        events.OfType<StoryEvent.ChangeProposed>().FirstOrDefault() is { } proposed ? Proposed(proposed)
        : events.OfType<StoryEvent.ItemSettled>().FirstOrDefault(e => e.How is not (Settling.Overtaken or Settling.Acted)) is { } settled
            ? Settled(settled, events)
        : events.Select(Sentence).OfType<string>().FirstOrDefault() ?? "Done.";

    private static string Proposed(StoryEvent.ChangeProposed proposed) =>
        proposed.Due is { } due
            ? $"{(proposed.Holds ? "Held at once. " : "")}Since nobody else moderates here, it takes effect at {DateWords.TimeOfDay(due)}; until then it can be called off."
            : $"Proposed. Another moderator has to approve it; it waits in the queue as {proposed.Item}.";

    private static string Settled(StoryEvent.ItemSettled settled, IReadOnlyList<StoryEvent> events) =>
        settled.How switch
        {
            Settling.Approved => $"Approved. {events.Select(Sentence).OfType<string>().FirstOrDefault()}",
            Settling.Rejected => "Rejected: it is not done.",
            Settling.TakenBack => "Taken back: it is not done.",
            Settling.Stands => events.Any(e => e is StoryEvent.FactChanged)
                ? "Checked today: still so."
                : "Answered: the fact stands as it is.",
            Settling.Added => "Added. It is answered from now on.",
            Settling.Dropped => "Given up. Nothing of it is kept.",
            Settling.BothStand => "Both are given.",
            _ => "Done.",
        };

    private static string? Sentence(StoryEvent happened) =>
        happened switch
        {
            StoryEvent.FactHeld => "Held: it is out of all answers while it is checked.",
            StoryEvent.FactReleased => "Given again.",
            StoryEvent.FactAdded => "Added. It is answered from now on.",
            StoryEvent.FactRemoved => "It is not given any more.",
            StoryEvent.FactReturned => "Given as the shared facts have it.",
            StoryEvent.FactKept => "Kept: what is given here stands.",
            StoryEvent.FactErased => "Erased: content and history are empty.",
            StoryEvent.FactChanged changed => Changed(changed.Before, changed.After),
            _ => null,
        };

    private static string Changed(Fact before, Fact after) =>
        after.Ended is { } ended && before.Ended is null
            ? ended.How switch
            {
                EndingKind.Retracted => "Retracted: its source took it back, and it is not repeated.",
                EndingKind.Superseded => "It has moved on: what was so until now has ended.",
                _ => "Corrected: it is not given any more.",
            }
        : after.Status == FactStatus.Confirmed && before.Status != FactStatus.Confirmed ? "Confirmed."
        : FactContent.Differences(before, after) is [{ Name: "checked" }] ? "Checked today: still so."
        : after.Disputed is not null && before.Disputed != after.Disputed ? "Given as contested from now on."
        : $"Changed: {string.Join(", ", FactContent.Differences(before, after).Select(field => field.Name))}.";
}
