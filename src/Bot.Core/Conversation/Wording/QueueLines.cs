using System.Diagnostics;
using Bot.Core.Facts;
using Bot.Core.Journal;
using Bot.Core.Moderation;

namespace Bot.Core.Conversation.Wording;

/// <summary>What waits, in a line each. Moderators read what a fact says even while it is held.</summary>
internal static class QueueLines
{
    private const int LongestSaying = 120;

    public static string Of(QueueItem item, StorySnapshot story) =>
        item switch
        {
            QueueItem.Proposal proposal =>
                $"{Names.Capital(QueueWords.Verb(proposal.Proposed.Act))} {Quoted(item.Fact, story)}{Why(item.Reason)}{Due(proposal)}",
            QueueItem.Report report =>
                $"Reported as wrong by {Members(report.Reporters.Count)}: {Quoted(item.Fact, story)}{Why(report.Reporters[0].Words)}",
            QueueItem.Draft draft => $"Being written: \u201C{Cutting.Shorten(draft.Sheet.Sentence, LongestSaying)}\u201D",
            _ => throw new UnreachableException(),
        };

    public static string Of(MovedBase moved) =>
        $"The shared facts moved under what is given here: {Cutting.Shorten((moved.Ours ?? moved.Base ?? moved.Against)?.Says ?? moved.Fact.Value, LongestSaying)}";

    public static string Of(Contradiction pair, StorySnapshot story) =>
        $"Two {(pair.Slot == ContestedSlot.Number ? "numbers" : "days")} for one thing: {Quoted(pair.One, story)} and {Quoted(pair.Other, story)}";

    public static string Members(int count) => count == 1 ? "one member" : $"{count} members";

    /// <summary>What the fact says, given or held; its id where nothing is.</summary>
    public static string Quoted(FactId id, StorySnapshot story) =>
        story.GivenOrHeld(id)?.Fact is { } fact ? $"\u201C{Cutting.Shorten(fact.Says, LongestSaying)}\u201D" : $"the fact {id}";

    private static string Why(string reason) => reason.Length == 0 ? "" : $" ({Cutting.Shorten(reason, LongestSaying)})";

    private static string Due(QueueItem.Proposal proposal) =>
        proposal.Proposed.Due is { } due ? $"; takes effect at {DateWords.TimeOfDay(due)}" : "";
}
