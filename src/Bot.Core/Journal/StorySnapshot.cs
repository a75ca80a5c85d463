using Bot.Core.Facts;
using Bot.Core.Questions.Answering;
using Bot.Core.Questions.Ranking;

namespace Bot.Core.Journal;

/// <summary>All that is needed to answer about one story at one position of the journal. Immutable; replaced whole.</summary>
public sealed record StorySnapshot
{
    public required FactBook Book { get; init; }
    public required Edition Edition { get; init; }

    /// <summary>Every state of every fact, in order of position.</summary>
    public required IReadOnlyList<Revision> Revisions { get; init; }

    /// <summary>The events of this story, the baseline first.</summary>
    public required IReadOnlyList<Envelope> History { get; init; }

    /// <summary>The last position folded in.</summary>
    public required long Position { get; init; }
    public required StoryIndex Index { get; init; }

    /// <summary>Since when Dateline has kept the story.</summary>
    public DateTimeOffset KeptSince => History[0].At;

    /// <summary>When the base was last changed by a load.</summary>
    public DateTimeOffset ChangedAt => History[^1].At;

    public Story Story => Book.Story;

    /// <summary>The numbers of a fact's revisions, newest first.</summary>
    public IEnumerable<int> Targets(FactId id) => Index.Roster.Of(id);

    /// <summary>The last position written by the end of a day; null when that is before the first event.</summary>
    public long? PositionBy(DateOnly day) => History.LastOrDefault(e => DayOf(e.At) <= day)?.Position;

    /// <summary>The day of a moment in the story's time zone.</summary>
    public DateOnly DayOf(DateTimeOffset moment) =>
        DateOnly.FromDateTime(TimeZoneInfo.ConvertTime(moment, TimeZoneInfo.FindSystemTimeZoneById(Story.TimeZone)).DateTime);

    /// <summary>The revisions that hold at a position, ended facts among them.</summary>
    public IEnumerable<Revision> At(long position) => Revisions.Where(revision => revision.HeldAt(position));

    /// <summary>What may be said now: no fact that ended, and no account without the other side's.</summary>
    public IEnumerable<Revision> InForce
    {
        get
        {
            var now = new InForce(this, new AsOf());
            return Enumerable.Range(0, Revisions.Count).Where(now.Holds).Select(target => Revisions[target]);
        }
    }

    /// <summary>The revision in force now of the fact with this id; null when there is none.</summary>
    public Revision? Current(FactId id) => Targets(id).Select(target => Revisions[target]).FirstOrDefault(revision => revision.To is null);
}
