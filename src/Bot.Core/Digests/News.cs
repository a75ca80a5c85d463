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
    public sealed record Shown(FactId Fact, DateTimeOffset At, NewsGroup Group, Revision Revision, string? Mark, bool OfSubstance)
        : NewsItem(Fact, At);

    /// <summary>That it is not given any more is told, and not what it said.</summary>
    public sealed record Gone(FactId Fact, DateTimeOffset At, string Words, bool OfSubstance) : NewsItem(Fact, At);

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
    /// <summary>What readers do not see, or what only says that it is still so.</summary>
    private static readonly HashSet<string> Unseen = ["id", "formerly", "known", "checked", "asked", "about", "links", "holds"];

    /// <summary>What bears a fact out, and not what it says.</summary>
    private static readonly HashSet<string> Sources = ["sources", "rests-on"];

    public static IReadOnlyList<NewsItem> Since(StorySnapshot story, long position) =>
        [
            .. story
                .NewestFirst.TakeWhile(envelope => envelope.Position > position)
                .Where(envelope => envelope.Event is not StoryEvent.FactBaselined)
                .Select(envelope => (Envelope: envelope, Fact: EventParts.FactOf(envelope.Event)))
                .Where(each => each.Fact is not null)
                .GroupBy(each => Present(story, each.Fact!.Value), each => each.Envelope)
                .Select(fact => Item(story, fact.Key, [.. fact], position))
                .Reverse(),
        ];

    /// <param name="events">Of the fact, newest first.</param>
    private static NewsItem Item(StorySnapshot story, FactId id, IReadOnlyList<Envelope> events, long position)
    {
        var (at, reason) = (events[0].At, events[0].Reason);
        if (events.Any(envelope => envelope.Event is StoryEvent.FactErased))
        {
            return new NewsItem.Gone(id, at, DigestWords.Erased, OfSubstance: false);
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
                    ? new NewsItem.Shown(id, at, NewsGroup.Changed, now, DigestWords.Released, OfSubstance: false)
                : new NewsItem.Shown(id, at, NewsGroup.New, now, Mark: null, OfSubstance: false);
        }

        return was is null ? new NewsItem.LeftOut(id, at, DigestWords.CameAndWent)
            : story.Current(id) is { Fact.Ended.How: EndingKind.Superseded or EndingKind.Expired } ended
            && story.Book.Find(id) is not null
            && IsTold(story, ended.Fact)
                ? new NewsItem.Shown(id, at, NewsGroup.Superseded, ended, Mark: null, OfSubstance: false)
            : Gone(story, id, was.Fact, at, reason);
    }

    private static NewsItem Compared(Revision was, Revision now, DateTimeOffset at, string reason)
    {
        var id = now.Fact.Id;
        var fields = FactContent.Differences(was.Fact, now.Fact).Select(field => field.Name).Where(name => !Unseen.Contains(name)).ToList();
        if (fields.Count == 0)
        {
            return new NewsItem.LeftOut(id, at, DigestWords.SameAsBefore);
        }

        if (fields is ["disputed"])
        {
            return now.Fact.Disputed is null
                ? new NewsItem.Shown(id, at, NewsGroup.Changed, now, DigestWords.Undisputed, OfSubstance: false)
                : new NewsItem.Shown(id, at, NewsGroup.Disputed, now, Mark: null, OfSubstance: false);
        }

        if (fields.TrueForAll(Sources.Contains))
        {
            return new NewsItem.Shown(id, at, NewsGroup.Changed, now, DigestWords.OtherSources, OfSubstance: false);
        }

        if (now.Fact.Status == FactStatus.Confirmed && fields.TrueForAll(field => field is "status" || Sources.Contains(field)))
        {
            return new NewsItem.Shown(id, at, NewsGroup.Changed, now, DigestWords.Confirmed, OfSubstance: false);
        }

        var substance = fields.Exists(field => field is "status" or "speaker" or "kind" or "stance");
        return new NewsItem.Shown(id, at, NewsGroup.Corrected, now, DigestWords.Corrected(fields, reason), substance);
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
                : DigestWords.NotGiven(story.Book, was, reason),
            OfSubstance: ended is { How: EndingKind.Retracted or EndingKind.Corrected }
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
