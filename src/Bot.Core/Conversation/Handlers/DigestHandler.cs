using Bot.Core.Digests;

namespace Bot.Core.Conversation.Handlers;

/// <summary><c>/digest preview</c> where no channel is: what a digest would say that covers a week. All else about digests needs a channel to post in.</summary>
internal static class DigestHandler
{
    private const int Days = 7;

    public static Reply Handle(Command.OfDigests command, Room room) =>
        command is Command.PreviewDigest ? Preview(room) : new Refusal { Headline = room.Naming.Within(DigestWords.NeedsChannel) };

    /// <summary>Of a story that has not been kept so long: the first digest.</summary>
    private static Reply Preview(Room room)
    {
        var (story, day) = (room.Story, room.Today.AddDays(-Days));
        var zone = TimeZoneInfo.FindSystemTimeZoneById(story.Story.TimeZone);
        var covered = story.PositionBy(day) is { } position
            ? new Covered(story.Story.Slug, position, WallClock.First(zone, day.ToDateTime(TimeOnly.MinValue)), IsFinal: false)
            : null;
        var digest = DigestOf.Of(
            story,
            new Progress { Covered = covered },
            zone,
            WallClock.First(zone, room.Today.ToDateTime(TimeOnly.MinValue))
        );
        return digest is null
            ? new Notice { Headline = DigestWords.NothingIn(Days) }
            : DigestWords.Previewed(digest, DigestTimeline.Of(story, digest, room.Today));
    }
}
