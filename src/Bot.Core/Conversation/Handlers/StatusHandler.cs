using Bot.Core.Conversation.Wording;

namespace Bot.Core.Conversation.Handlers;

/// <summary><c>/story status</c>: which edition, how much, since when.</summary>
internal static class StatusHandler
{
    public static Reply Handle(Room room)
    {
        var (story, book) = (room.Story, room.Book);
        if (!room.IsOfNow)
        {
            return new Notice
            {
                Headline = $"{book.Story.Title}: {room.Current.Count()} facts.",
                Parts = [new Line(CommandWords.KeptSince(story.KeptSince)), new Hint(CommandWords.CountedNow)],
            };
        }

        var parts = new List<Part>
        {
            new Line(
                $"{book.Facts.Count} facts, {book.Entities.Count} people and things, {book.Sources.Count} sources, {book.Seeds.Sum(s => s.Passages.Count)} sentences"
            ),
            new Line(CommandWords.KeptSince(story.KeptSince)),
        };
        if (room.Shelf.LoadedAt is { } loaded)
        {
            parts.Add(new Line($"Files read well on {DateWords.ShortMoment(loaded)}"));
        }

        if (book.Story.Closed is { } closed)
        {
            parts.Add(new Line(CommandWords.Closed(closed)));
        }

        if (room.Shelf.Degraded)
        {
            parts.Add(
                new Hint($"The files were edited and have {room.Shelf.Problems.Count} problems; what you see is the last good state.")
            );
        }

        parts.AddRange(
            room.Shelf.Stories.Values.Where(other => other.Story.Slug != story.Story.Slug)
                .Select(other => new Line($"Also loaded: {other.Story.Title}"))
        );
        return new Notice { Headline = $"{book.Story.Title}: edition {story.Edition}.", Parts = parts };
    }
}
