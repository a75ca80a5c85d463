using Bot.Core.Facts;
using Bot.Core.Journal;
using Bot.Core.Moderation;

namespace Bot.Core.Conversation.Moderating;

/// <summary>What can be chosen from while a command is typed: facts that are given, for moderators held ones too, and what waits and is for whoever asks to decide.</summary>
public sealed class Choosing(StorySnapshot story, Backlog queue, Standing standing)
{
    /// <summary>So many facts are looked through for what was typed.</summary>
    private const int MostLookedAt = 100_000;

    private const int LongestLabel = 90;

    private readonly bool moderates = standing is Standing.Moderator;

    /// <summary>Also about facts that have ended.</summary>
    private readonly bool decides = standing is Standing.Moderator or Standing.StandIn;

    /// <summary>Those whose words hold all that was typed; where nothing was, those that were changed last, then others.</summary>
    public IReadOnlyList<(string Value, string Label)> Facts(string typed)
    {
        var words = typed.Split(' ', StringSplitOptions.RemoveEmptyEntries);
        var held = moderates ? story.UnderHold.Values.Select(revision => revision.Fact) : [];
        var changed = story
            .Own.Reverse()
            .Select(envelope => EventParts.FactOf(envelope.Event))
            .OfType<FactId>()
            .Select(story.Book.Find)
            .OfType<Fact>();
        return
        [
            .. held.Concat(words.Length == 0 ? changed : [])
                .Concat(story.Book.Facts.Take(MostLookedAt))
                .Where(fact => fact.Id.Value.Length <= LongestLabel && (decides || (fact.Ended is null && fact is not Account)))
                .Where(fact =>
                    Array.TrueForAll(words, word => fact.Says.Contains(word, StringComparison.OrdinalIgnoreCase) || fact.Id.Value == word)
                )
                .DistinctBy(fact => fact.Id)
                .Take(Completion.Most)
                .Select(fact =>
                    (fact.Id.Value, Cutting.Shorten(story.Held.Contains(fact.Id) ? $"(held) {fact.Says}" : fact.Says, LongestLabel))
                ),
        ];
    }

    public IReadOnlyList<(string Value, string Label)> Items(string typed) =>
        [
            .. (decides ? Waiting.All(story, queue) : [])
                .Where(item => moderates || queue.IsForStandIns(item.Item))
                .Select(item => (item.Item.Value, Label: Cutting.Shorten($"{item.Item}: {item.Words}", LongestLabel)))
                .Where(item => item.Label.Contains(typed, StringComparison.OrdinalIgnoreCase))
                .Take(Completion.Most),
        ];
}

/// <summary>All that waits, whether somebody asked for it or it follows from the facts, in a line each.</summary>
/// <param name="Since">Since when; null for what follows from the facts.</param>
internal sealed record Waiting(ItemId Item, DateTimeOffset? Since, string Words)
{
    public static IEnumerable<Waiting> All(StorySnapshot story, Backlog queue) =>
        [
            .. queue.Open.Select(item => new Waiting(item.Id, item.Since, Wording.QueueLines.Of(item, story))),
            .. story.Moved.Select(moved => new Waiting(moved.Item, Since: null, Wording.QueueLines.Of(moved))),
            .. Contradiction.In(story, queue).Select(pair => new Waiting(pair.Id, Since: null, Wording.QueueLines.Of(pair, story))),
        ];
}
