using System.Collections.Immutable;
using Bot.Core.Communities;
using Bot.Core.Facts;
using Bot.Core.Questions;
using Bot.Core.Questions.Answering;
using Bot.Core.Questions.Indexing;

namespace Bot.Core.Journal;

/// <summary>
/// All that is needed to answer about one story at one position of the journal, for everyone or for one community. Immutable; replaced whole.
/// </summary>
public sealed record StorySnapshot
{
    public required FactBook Book { get; init; }
    public required Edition Edition { get; init; }

    /// <summary>Every state of every fact, in order of position; for a community its own after those of the base.</summary>
    public required IReadOnlyList<Revision> Revisions { get; init; }

    /// <summary>The events of this story, the baseline first; for a community its own among them.</summary>
    public required IReadOnlyList<Envelope> History { get; init; }

    /// <summary>The last position folded in.</summary>
    public required long Position { get; init; }
    public required StoryIndex Index { get; init; }

    /// <summary>Sentences that are not quoted.</summary>
    public required Withheld Withheld { get; init; }

    /// <summary>Whose view of the story it is.</summary>
    public CommunityId Community { get; private init; } = CommunityId.Base;

    /// <summary>The snapshot of the base that a community's lies over; null for the base itself.</summary>
    public StorySnapshot? Below { get; private init; }

    /// <summary>The community's own events, by position.</summary>
    public IReadOnlyList<Envelope> Own { get; private init; } = [];

    /// <summary>The facts that the community took out of all answers while they are checked.</summary>
    public IReadOnlySet<FactId> Held { get; private init; } = ImmutableHashSet<FactId>.Empty;

    /// <summary>What would be given of each of them, were it released now; one that the base no longer has is not among them.</summary>
    public IReadOnlyDictionary<FactId, Revision> UnderHold { get; private init; } = ImmutableDictionary<FactId, Revision>.Empty;

    /// <summary>The facts that the community erased.</summary>
    public IReadOnlySet<FactId> Erased { get; private init; } = ImmutableHashSet<FactId>.Empty;

    /// <summary>The facts of the base that the community changed or withdrew: what the base makes of them is not given here.</summary>
    public IReadOnlySet<FactId> TakenOver { get; private init; } = ImmutableHashSet<FactId>.Empty;

    /// <summary>Where the base moved under what the community made of a fact, and nobody has decided yet.</summary>
    public IReadOnlyList<MovedBase> Moved { get; private init; } = [];

    /// <summary>Since when Dateline has kept the story.</summary>
    public DateTimeOffset KeptSince => History[0].At;

    /// <summary>When it was last changed.</summary>
    public DateTimeOffset ChangedAt => History[^1].At;

    public Story Story => Book.Story;

    /// <summary>The story of a base at the end of its history.</summary>
    /// <param name="revisions">The history folded.</param>
    internal static StorySnapshot Of(
        FactBook book,
        Edition edition,
        IReadOnlyList<Envelope> history,
        IReadOnlyList<Revision> revisions,
        Lexicon lexicon
    )
    {
        var remembered = book.Remembering(StoryFold.Casts(history).Reverse(), revisions.Select(revision => revision.Fact).Reverse());
        var snapshot = new StorySnapshot
        {
            Book = remembered,
            Edition = edition,
            Revisions = revisions,
            History = history,
            Position = history[^1].Position,
            Index = StoryIndex.Build(remembered, revisions, lexicon),
            Withheld = Withheld.Of(remembered, [], []),
        };

        // Of many facts that takes its time, and whoever asks first does not wait for it.
        Standing.Of(snapshot);
        return snapshot;
    }

    /// <summary>A story that a community has just started: nothing is known of it yet.</summary>
    internal static StorySnapshot Started(Envelope start, Story story, Lexicon lexicon) =>
        Of(new FactBook(story, [], [], [], []), new Edition(0), [start], [], lexicon);

    /// <summary>The story as a community has it: its events folded over this base, which is shared. What it takes is in proportion to them.</summary>
    public StorySnapshot With(CommunityId community, IReadOnlyList<Envelope> own)
    {
        var fold = OverlayFold.Of(this, own);
        var revisions = new Layered<Revision>(Revisions, fold.Own, fold.Seen);
        var book = Book.With(
            fold.Story,
            fold.Cast,
            fold.Facts,
            fold.Taken,
            [.. fold.Own.Select(revision => revision.Fact).Reverse()],
            fold.AddedNames
        );
        return this with
        {
            Community = community,
            Below = this,
            Own = own,
            Book = book,
            Revisions = revisions,
            History = new JoinedHistory(History, own),
            Position = own.Count == 0 ? Position : Math.Max(Position, own[^1].Position),
            Held = fold.Held,
            UnderHold = fold.UnderHold,
            Erased = fold.Erased,
            TakenOver = fold.TakenOver,
            Moved = fold.Moved,
            Withheld = Withheld.Of(book, fold.Taken.Select(id => Book[id]), fold.HeldBack),

            // A story that has no base is one by itself: its words weigh as they do in it.
            Index = Revisions.Count == 0 ? StoryIndex.Build(book, revisions, Index.Lexicon) : Index.With(book, revisions),
        };
    }

    /// <summary>The version of a stream at this position: one of the community's, or that of the base's editions; 0 when it has no events.</summary>
    public long VersionOf(StreamId stream) =>
        (
            Below is null
                ? History.Count > 0 && History[^1].Stream == stream
                    ? History[^1]
                    : null
                : Own.LastOrDefault(e => e.Stream == stream)
        )?.Version
        ?? (History[0].Stream == stream ? History[0].Version : 0);

    /// <summary>The numbers of a fact's revisions, newest first.</summary>
    public IEnumerable<int> Targets(FactId id) => Index.Roster.Of(id);

    /// <summary>The last position written by the end of a day; null when that is before the first event.</summary>
    public long? PositionBy(DateOnly day) =>
        DayOf(KeptSince) > day ? null : NewestFirst.FirstOrDefault(envelope => DayOf(envelope.At) <= day)?.Position;

    /// <summary>The history from its end, as far as it is read.</summary>
    internal IEnumerable<Envelope> NewestFirst
    {
        get
        {
            for (var at = History.Count - 1; at >= 0; at--)
            {
                yield return History[at];
            }
        }
    }

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

    /// <summary>Of what may be said now, what the entity, or somebody who belongs to it, does or says.</summary>
    public IEnumerable<Revision> InForceBy(Entity entity) =>
        TargetsBy(entity).Where(new InForce(this, new AsOf()).Holds).Select(target => Revisions[target]);

    /// <summary>The numbers of all revisions that the entity, or somebody who belongs to it, does or says, in order.</summary>
    internal IEnumerable<int> TargetsBy(Entity entity)
    {
        var members = Book.MembersOf(entity.Id).ToList();
        return members.Count == 0 ? Index.Roster.By(entity.Id) : members.Prepend(entity.Id).SelectMany(Index.Roster.By).Distinct().Order();
    }

    /// <summary>Whether the source of a fact took it back, as far as is known now.</summary>
    public bool IsTakenBack(FactId id) =>
        (Book.Find(id) ?? Targets(id).Select(target => Revisions[target].Fact).FirstOrDefault()) is { Ended.How: EndingKind.Retracted };

    /// <summary>Whether the states of a fact may be set side by side: not one side of a pair alone, nothing that was taken back, is held or is not given any more.</summary>
    public bool MayCompare(Fact fact) => fact is not Account && Book.Find(fact.Id) is not null && !IsTakenBack(fact.Id);

    /// <summary>The revision in force now of the fact with this id; null when there is none.</summary>
    public Revision? Current(FactId id) => Targets(id).Select(target => Revisions[target]).FirstOrDefault(revision => revision.To is null);

    /// <summary>The fact as it is given, or would be, were it not held; null where it is neither.</summary>
    public Revision? GivenOrHeld(FactId id) => Current(id) ?? UnderHold.GetValueOrDefault(id);
}
