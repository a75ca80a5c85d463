using Bot.Core.Conversation.Wording;
using Bot.Core.Journal;

namespace Bot.Core.Conversation.Handlers;

/// <summary><c>/settings</c>: how this community is set up, and which stories it can choose from.</summary>
internal static class SettingsHandler
{
    public static Reply Handle(Room room)
    {
        var chosen = room.Settings.Story is not null;
        return new Listing
        {
            Headline =
                $"Here questions are answered from \u201C{room.Story.Story.Title}\u201D{(chosen ? "" : ", the story that is given where none was chosen")}.",
            Parts =
            [
                .. room.Stories.Select(story => new Line(Line(story, room))),
                new Line(Sharing(room)),
                new Line(Moderators(room)),
                .. room.Settings.Cards is { } place
                    ? [Appointment.Without("What waits for moderators has cards in", place)]
                    : Array.Empty<Part>(),
                .. room.Troubles.Select(sentence => new Hint(sentence)),
            ],
        };
    }

    private static string Moderators(Room room)
    {
        var who = room.Settings.Moderators is { All.Count: var count }
            ? $"whoever was chosen for it ({count} {(count == 1 ? "choice" : "choices")})"
            : "whom the platform lets moderate";
        var second = room.Settings.SecondModerator switch
        {
            true => " Retracting, confirming and erasing wait until a second one approves.",
            false => " One moderates alone: what retracts, confirms or erases a fact holds it at once and takes effect after a while.",
            null => "",
        };
        return $"Facts are changed by {who}.{second}";
    }

    private static string Sharing(Room room) =>
        room.Settings.Sharing switch
        {
            null => "Answers may be shared in every channel.",
            { Places: [] } => "Answers may be shared nowhere.",
            { Places.Count: var count } => $"Answers may be shared in {count} {(count == 1 ? "channel" : "channels")}.",
        };

    private static string Line(StorySnapshot story, Room room)
    {
        var own = story.Below is { Story.Edition: 0, Book.Facts.Count: 0 } or { Below: null, Story.Edition: 0 };
        var count = story.Book.Facts.Count;
        var closed = story.Story.Closed is { } day ? $", closed on {DateWords.Day(day)}" : "";
        var followed = story.Story.Slug == room.Story.Story.Slug ? ", followed here" : "";
        return $"{story.Story.Slug}: {story.Story.Title} ({count} {(count == 1 ? "fact" : "facts")}{(own ? ", started here" : "")}{closed}{followed})";
    }
}
