using Bot.Core.Conversation.Wording;
using Bot.Core.Facts;
using Bot.Core.Journal;

namespace Bot.Core.Conversation.Handlers;

/// <summary><c>/story changes</c>: what changed in what we say, newest first.</summary>
internal static class ChangesHandler
{
    public static Reply Handle(Command.Changes command, Room room)
    {
        var all = room
            .Story.History.Where(envelope => envelope.Event is not (StoryEvent.Baselined or StoryEvent.CastChanged))
            .Reverse()
            .ToList();
        var since = command.Since?.Earliest ?? command.Since?.Latest;
        var changes = all.Where(envelope => since is null || DateOnly.FromDateTime(envelope.At.UtcDateTime) >= since).ToList();
        if (changes.Count == 0)
        {
            var last = all.Count == 0 ? "" : $" The last change was on {DateWords.Day(DateOnly.FromDateTime(all[0].At.UtcDateTime))}.";
            var when = since is { } day ? $" since {DateWords.Day(day)}" : "";
            return new History { Headline = $"Nothing changed{when}.{last} {CommandWords.KeptSince(room.Story.KeptSince)}" };
        }

        return new History
        {
            Headline = $"{changes.Count} {(changes.Count == 1 ? "change" : "changes")}, the newest: {Sentence(changes[0], room)}",
            Parts = [.. changes.Select(envelope => new Line(Sentence(envelope, room)))],
            Foot = CommandWords.KeptSince(room.Story.KeptSince),
        };
    }

    private static string Sentence(Envelope envelope, Room room)
    {
        var when = $"{envelope.At.UtcDateTime:d MMM yyyy HH:mm} UTC";
        var why = envelope.Reason.Length > 0 ? $" Reason: {envelope.Reason}" : "";
        return envelope.Event switch
        {
            StoryEvent.FactAdded e => $"{when}, added: {Told(e.Fact, room)}{why}",
            StoryEvent.FactChanged { After.Ended: { } ended } e =>
                $"{when}, {Vocabulary.Word(ended.How)}: {EndedText(e.Before, ended)}{why}",
            StoryEvent.FactChanged e =>
                $"{when}, changed ({string.Join(", ", FactContent.Differences(e.Before, e.After))}): {Told(e.After, room)}{why}",
            StoryEvent.FactRemoved e => $"{when}, removed: the fact {e.Fact.Id} is no longer given.{why}",
            _ => when,
        };
    }

    private static string Told(Fact fact, Room room) =>
        fact is Account account && room.Book.Find(account.Other) is { } other
            ? $"{room.Presenter.Attributed(fact)} Accounts differ: {room.Presenter.Attributed(other)}"
            : $"{room.Presenter.Attributed(fact)} [{StatusWords.Of(room.Book, fact)}]";

    /// <summary>What a source took back is not said again.</summary>
    private static string EndedText(Fact fact, Ending ended) =>
        ended.How == EndingKind.Retracted ? $"the fact {fact.Id}. {ended.Reason}" : $"{fact.Says} {ended.Reason}";
}
