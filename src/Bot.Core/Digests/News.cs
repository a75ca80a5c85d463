using Bot.Core.Corrections;
using Bot.Core.Facts;
using Bot.Core.Journal;
using Bot.Core.Questions.Answering;

namespace Bot.Core.Digests;

/// <summary>Under what something new is told, in the order of a digest.</summary>
public enum NewsGroup
{
    Corrected,
    New,
    Disputed,
    Superseded,
    Changed,
}

/// <summary>What became of one fact since a position.</summary>
/// <param name="Fact">Its id.</param>
/// <param name="At">When it last changed.</param>
public abstract record NewsItem(FactId Fact, DateTimeOffset At)
{
    /// <summary>It is told as it stands now.</summary>
    /// <param name="Mark">What happened to it, in words; null where its group says it.</param>
    public sealed record Shown(FactId Fact, DateTimeOffset At, NewsGroup Group, Revision Revision, string? Mark) : NewsItem(Fact, At)
    {
        /// <summary>How much the change matters to who has read it.</summary>
        public Tier Weight { get; init; } = Tier.Detail;
    }

    /// <summary>That it is not given any more is told, and not what it said.</summary>
    public sealed record Gone(FactId Fact, DateTimeOffset At, string Words) : NewsItem(Fact, At);

    /// <summary>Nothing is told of it.</summary>
    /// <param name="Why">In words.</param>
    public sealed record LeftOut(FactId Fact, DateTimeOffset At, string Why) : NewsItem(Fact, At);
}

/// <summary>
/// What is new in a story since a position of the journal, fact by fact: the state of then beside the state of now, whatever lay between. What was changed and changed back is
/// not new. In the order in which each was last changed.
/// </summary>
public static class News
{
    /// <param name="upTo">Of facts to which nothing happened by then nothing is told; what is told of the others is how they stand now.</param>
    public static IReadOnlyList<NewsItem> Since(StorySnapshot story, long position, long upTo = long.MaxValue) =>
        [
            .. story
                .NewestFirst.TakeWhile(envelope => envelope.Position > position)
                .Where(envelope => envelope.Event is not StoryEvent.FactBaselined)
                .Select(envelope => (Envelope: envelope, Fact: EventParts.FactOf(envelope.Event)))
                .Where(each => each.Fact is not null)
                .GroupBy(each => Present(story, each.Fact!.Value), each => each.Envelope)
                .Where(fact => fact.Any(envelope => envelope.Position <= upTo))
                .Select(fact => Item(story, fact.Key, [.. fact], position))
                .Reverse(),
        ];

    /// <param name="events">Of the fact, newest first.</param>
    private static NewsItem Item(StorySnapshot story, FactId id, IReadOnlyList<Envelope> events, long position)
    {
        var (at, reason) = (events[0].At, events[0].Reason);
        if (events.Any(envelope => envelope.Event is StoryEvent.FactErased))
        {
            return new NewsItem.Gone(id, at, DigestWords.Erased);
        }

        var was = Names(id, events)
            .SelectMany(story.Targets)
            .Select(target => story.Revisions[target])
            .FirstOrDefault(revision => revision.HeldAt(position) && revision.Fact.Ended is null);
        if (new InForce(story, new AsOf()).Of(id) is { } target)
        {
            var now = story.Revisions[target];
            return was is not null ? Compared(was, now, at, reason)
                : events.Any(envelope => envelope.Event is StoryEvent.FactReleased)
                    ? new NewsItem.Shown(id, at, NewsGroup.Changed, now, DigestWords.Released)
                : new NewsItem.Shown(id, at, NewsGroup.New, now, Mark: null);
        }

        return was is null ? new NewsItem.LeftOut(id, at, DigestWords.CameAndWent)
            : story.Current(id) is { Fact.Ended.WasSo: true } ended && story.Book.Find(id) is not null && IsTold(story, ended.Fact)
                ? new NewsItem.Shown(id, at, NewsGroup.Superseded, ended, Mark: null)
            : Gone(story, id, was.Fact, at, reason);
    }

    private static NewsItem Compared(Revision was, Revision now, DateTimeOffset at, string reason)
    {
        var id = now.Fact.Id;
        var changes = FactContent.Differences(was.Fact, now.Fact).Where(field => Tiers.Of(field) >= Tier.Detail).ToList();
        var fields = changes.ConvertAll(field => field.Name);
        if (fields.Count == 0)
        {
            return new NewsItem.LeftOut(
                id,
                at,
                Tiers.Between(was.Fact, now.Fact) == Tier.Wording ? DigestWords.OnlyReworded : DigestWords.SameAsBefore
            );
        }

        if (fields is ["disputed"])
        {
            return now.Fact.Disputed is null
                ? new NewsItem.Shown(id, at, NewsGroup.Changed, now, DigestWords.Undisputed)
                : new NewsItem.Shown(id, at, NewsGroup.Disputed, now, Mark: null);
        }

        if (fields is ["sources"])
        {
            return new NewsItem.Shown(id, at, NewsGroup.Changed, now, DigestWords.OtherSources);
        }

        if (now.Fact.Status == FactStatus.Confirmed && fields.TrueForAll(field => field is "status" or "sources"))
        {
            return new NewsItem.Shown(id, at, NewsGroup.Changed, now, DigestWords.Confirmed);
        }

        return new NewsItem.Shown(id, at, NewsGroup.Corrected, now, DigestWords.Corrected(fields, reason))
        {
            Weight = changes.Max(Tiers.Of),
        };
    }

    private static NewsItem.Gone Gone(StorySnapshot story, FactId id, Fact was, DateTimeOffset at, string reason)
    {
        var ended = story.Current(id)?.Fact.Ended;
        return new NewsItem.Gone(
            id,
            at,
            story.Held.Contains(id) ? DigestWords.Held(story.Book, was)
                : ended is { How: EndingKind.Retracted } ? DigestWords.TakenBack(story.Book, was, ended.Reason)
                : ended is { How: EndingKind.Corrected } ? DigestWords.Wrong(story.Book, was, ended.Reason)
                : DigestWords.NotGiven(story.Book, was, reason)
        );
    }

    /// <summary>An account is told beside the other side's, or not at all.</summary>
    private static bool IsTold(StorySnapshot story, Fact fact) =>
        fact is not Account { Other: var other }
        || (story.Book.Find(other) is not null && !story.Held.Contains(other) && !story.IsTakenBack(other));

    /// <summary>Its id of now: it may have had another.</summary>
    private static FactId Present(StorySnapshot story, FactId id) => story.Book.Find(id)?.Id ?? id;

    private static IEnumerable<FactId> Names(FactId id, IEnumerable<Envelope> events) =>
        events.SelectMany(envelope => EventParts.IdsOf(envelope.Event)).Append(id).Distinct();
}
