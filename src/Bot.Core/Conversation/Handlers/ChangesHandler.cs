using Bot.Core.Conversation.Wording;
using Bot.Core.Facts;
using Bot.Core.Journal;

namespace Bot.Core.Conversation.Handlers;

/// <summary><c>/story changes</c>: what changed in what we say, newest first.</summary>
internal static class ChangesHandler
{
    public static Reply Handle(Command.Changes command, Room room)
    {
        var since = command.Since is null ? null : TypedDate.Read(command.Since, room);
        if (command.Since is not null && since is null)
        {
            return TypedDate.Refuse(command.Since, room);
        }

        var entries = Since(room.Story, since, room.AsOf.Known).Select(envelope => Entry(envelope, room.Story, room.Today)).ToList();
        return new History(entries)
        {
            Headline = Headline(room.Story, since, room.Today, room.AsOf.Known),
            Parts = [.. entries.Select(entry => new Line(entry.Words))],

            // The headline says it already when nothing changed.
            Foot = entries.Count == 0 ? null : CommandWords.KeptSince(room.Story.KeptSince),
        };
    }

    /// <param name="until">The last day that is told of; null: all up to now.</param>
    public static string Headline(StorySnapshot story, EventDate? since, DateOnly today, DateOnly? until = null)
    {
        var changes = Since(story, since, until).ToList();
        if (changes.Count > 0)
        {
            return $"{changes.Count} {(changes.Count == 1 ? "change" : "changes")}, the newest: {Sentence(changes[0], story, today)}";
        }

        var last = Since(story, null, until).FirstOrDefault() is { } change
            ? $" The last change was on {DateWords.Day(story.DayOf(change.At))}."
            : "";
        var when = First(since) is { } day ? $" since {DateWords.Day(day)}" : "";
        return $"Nothing changed{when}.{last} {CommandWords.KeptSince(story.KeptSince)}";
    }

    public static IEnumerable<Part> Lines(StorySnapshot story, EventDate? since, DateOnly today) =>
        Since(story, since, until: null).Select(envelope => new Line(Sentence(envelope, story, today)));

    /// <summary>The first load of a story has an event for every fact, and is none of its changes.</summary>
    private static IEnumerable<Envelope> Since(StorySnapshot story, EventDate? since, DateOnly? until) =>
        story
            .NewestFirst.TakeWhile(envelope => envelope.Event is not (StoryEvent.FactBaselined or StoryEvent.Baselined))
            .Where(envelope => IsChange(envelope.Event))
            .Where(envelope => until is not { } last || story.DayOf(envelope.At) <= last)
            .Where(envelope => First(since) is not { } day || story.DayOf(envelope.At) >= day);

    /// <summary>Whom the story names shows in the facts, and what was erased is told by its erasure.</summary>
    private static bool IsChange(StoryEvent happened) =>
        happened is not (StoryEvent.CastChanged or StoryEvent.CastAdded or StoryEvent.StoryStarted or StoryEvent.Blanked);

    private static DateOnly? First(EventDate? since) => since?.Earliest ?? since?.Latest;

    public static HistoryEntry Entry(Envelope envelope, StorySnapshot story, DateOnly today) =>
        new(
            EventParts.FactOf(envelope.Event),
            Sentence(envelope, story, today),
            envelope.Event is StoryEvent.FactChanged e && story.MayCompare(e.After) ? FactContent.Differences(e.Before, e.After) : []
        );

    public static string Sentence(Envelope envelope, StorySnapshot story, DateOnly today)
    {
        var when = DateWords.ShortMoment(envelope.At);
        var why = envelope.Reason.Length > 0 ? $" Reason: {envelope.Reason}" : "";
        return envelope.Event switch
        {
            StoryEvent.FactAdded e => $"{when}, added: {Told(e.Fact, story, today)}{why}",
            StoryEvent.FactChanged { After.Ended: { } ended } e =>
                $"{when}, {Vocabulary.Word(ended.How)}: {EndedText(e.Before, ended, story, today)}{why}",
            StoryEvent.FactChanged e =>
                $"{when}, changed ({string.Join(", ", FactContent.Differences(e.Before, e.After).Select(field => field.Name))}): {Told(e.After, story, today)}{why}",
            StoryEvent.FactRemoved e => $"{when}, removed: the fact {e.Fact.Id} is no longer given.{why}",
            StoryEvent.NameAdded e => $"{when}, named: {Called(e, story)}{why}",
            StoryEvent.FactHeld e => $"{when}, held: the fact {e.Fact} is being checked, and not given meanwhile.{why}",
            StoryEvent.FactReleased e => $"{when}, released: the fact {e.Fact} is given again.{why}",
            StoryEvent.FactKept e => $"{when}, kept: what was made of the fact {e.Fact} here stands, though the base moved.{why}",
            StoryEvent.FactReturned e => $"{when}, returned: the fact {e.Fact} is given as the base has it.{why}",
            StoryEvent.FactErased e => $"{when}, erased: the fact {e.Fact}.{why}",
            StoryEvent.StoryClosed { On: { } day } => $"{when}, closed as of {DateWords.Day(day)}.{why}",
            StoryEvent.StoryClosed => $"{when}, opened again.{why}",
            _ => when,
        };
    }

    private static string Told(Fact fact, StorySnapshot story, DateOnly today)
    {
        // What is held, was taken back or is not given any more is not said by way of its history, nor is the account whose other side it is.
        if (Silenced(fact.Id, story) is { } why)
        {
            return $"the fact {fact.Id}, not repeated here{why}.";
        }

        if (fact is Account { Other: var side } && Silenced(side, story) is not null)
        {
            return $"the fact {fact.Id}, not repeated here: the other account is not told either.";
        }

        var presenter = new Presenter(story, today);
        return fact is Account account
            ? $"{presenter.Attributed(fact)} Accounts differ: {presenter.Attributed(story.Book[account.Other])}"
            : $"{presenter.Attributed(fact)} [{StatusWords.Of(story.Book, fact)}]";
    }

    private static string Called(StoryEvent.NameAdded named, StorySnapshot story) =>
        Silenced(named.Fact, story) is { } why ? $"a name that came with the fact {named.Fact}, not repeated here{why}."
        : story.Book.Knows(named.Entity) ? $"{story.Book[named.Entity].Name} is called \u201C{named.Name}\u201D here too."
        : $"somebody is called \u201C{named.Name}\u201D here too.";

    /// <summary>Why what a fact says is not repeated; null where it is.</summary>
    private static string? Silenced(FactId id, StorySnapshot story) =>
        story.Held.Contains(id) ? " while it is checked"
        : story.IsTakenBack(id) ? ": its source took it back"
        : story.Book.Find(id) is null ? ": it is no longer given"
        : null;

    private static string EndedText(Fact fact, Ending ended, StorySnapshot story, DateOnly today) =>
        ended.How == EndingKind.Retracted ? $"the fact {fact.Id}. {ended.Reason}" : $"{Told(fact, story, today)} {ended.Reason}";
}
