using Bot.Core.Facts;
using Bot.Core.Journal;

namespace Bot.Core.Moderation;

/// <summary>
/// The latest change of a fact in a community, and what it was like before. A change that was made to several facts at once is undone for all of them that were not
/// changed since.
/// </summary>
public sealed class Undoing
{
    private readonly StorySnapshot story;
    private readonly IReadOnlyList<Envelope> undone;
    private readonly OverlayFold before;
    private readonly OverlayFold now;
    private readonly IReadOnlyList<FactId> facts;

    private Undoing(StorySnapshot story, Backlog queue, Envelope latest, IReadOnlyList<Envelope> beneath)
    {
        (this.story, Position) = (story, latest.Position);
        var last = beneath.SelectMany(About).ToLookup(pair => pair.Fact, pair => pair.Envelope);
        facts = [.. beneath.Where(e => e.Command == latest.Command).SelectMany(About).Select(pair => pair.Fact).Distinct().Where(IsLatest)];
        undone = [.. beneath.Where(e => e.Command == latest.Command && About(e).Any(pair => facts.Contains(pair.Fact)))];

        // A hold that came with something that was to take effect was a part of that.
        var acts = queue.Events.Where(e => e.Event is StoryEvent.ChangeProposed { Holds: true }).Select(e => e.Command).ToHashSet();
        var gone = undone
            .Concat(
                story.Own.Where(e =>
                    IsHold(e.Event)
                    && (e.Position > latest.Position || acts.Contains(e.Command))
                    && About(e).Any(pair => facts.Contains(pair.Fact))
                )
            )
            .Select(e => e.Position)
            .ToHashSet();
        (now, before) = (
            OverlayFold.Of(story.Below!, story.Own),
            OverlayFold.Of(story.Below!, story.Own.Where(e => !gone.Contains(e.Position)))
        );

        bool IsLatest(FactId fact) => last[fact].Last().Command == latest.Command;
    }

    /// <summary>Of the change, in the journal.</summary>
    public long Position { get; }

    /// <summary>The change, event by event.</summary>
    public IReadOnlyList<Envelope> Undone => undone;

    /// <summary>It took two, and so does its undoing.</summary>
    public bool IsGrave => undone.Any(e => GraveActs.Has(e.Event));

    /// <summary>All that it undoes is that the fact is held.</summary>
    public bool LiftsHold => undone.All(e => e.Event is StoryEvent.FactHeld);

    /// <summary>By fact, what is given after it; null where nothing is.</summary>
    public IReadOnlyList<(FactId Fact, Fact? Given)> Restores => [.. facts.Select(fact => (fact, Given(fact)))];

    /// <param name="position">Of the change that is meant; holds since then do not count. Null: the latest, which may be a hold.</param>
    /// <returns>Null where the community changed nothing of the fact, or something else since.</returns>
    public static Undoing? Of(StorySnapshot story, Backlog queue, FactId fact, long? position = null)
    {
        if (story.Below is null)
        {
            return null;
        }

        var events = story.Own.Where(e => EventParts.CastOf(e.Event) is null).ToList();
        var latest = events.LastOrDefault(e => IsAbout(e, fact));
        if (position is { } meant && latest?.Position != meant)
        {
            events = [.. events.Where(e => !IsHold(e.Event))];
            latest = events.LastOrDefault(e => IsAbout(e, fact));
        }

        return latest is null || (position is not null && latest.Position != position) ? null : new Undoing(story, queue, latest, events);
    }

    /// <summary>What makes it as it was.</summary>
    internal IReadOnlyList<StoryEvent> Events(Edition edition) => [.. facts.SelectMany(fact => Events(fact, edition))];

    private IEnumerable<StoryEvent> Events(FactId id, Edition edition)
    {
        var (was, is_) = (before.StateOf(id), now.StateOf(id));
        var given = (story.Current(id) ?? story.UnderHold.GetValueOrDefault(id))?.Fact;
        var content = Content(id, was, is_, given, edition);
        if (content is not null)
        {
            yield return content;
        }
        else if (is_.IsHeld && !was.IsHeld)
        {
            yield return new StoryEvent.FactReleased(id);
        }

        if (was.IsHeld && (content is not null || !is_.IsHeld))
        {
            yield return new StoryEvent.FactHeld(id);
        }

        if (was.Against is { } against && !MovedBase.Same(against.Base, AgainstAfter(content, is_, given)?.Base))
        {
            yield return new StoryEvent.FactKept(edition, id, against.Base);
        }
    }

    /// <summary>The event by which it says again what it said; null where it does.</summary>
    private StoryEvent? Content(FactId id, OwnState was, OwnState is_, Fact? given, Edition edition) =>
        was.Content is { } said
            ? is_.Content is { } says && FactContent.Of(says) == FactContent.Of(said)
                ? null
                : given is null
                    ? new StoryEvent.FactAdded(edition, said)
                    : new StoryEvent.FactChanged(edition, given, said)
            : Follows(id, was)
                ? (Follows(id, is_) ? null : new StoryEvent.FactReturned(id))
                : given is null
                    ? null
                    : new StoryEvent.FactRemoved(edition, given);

    private Against? AgainstAfter(StoryEvent? content, OwnState is_, Fact? given) =>
        content switch
        {
            StoryEvent.FactReturned => null,
            StoryEvent.FactRemoved removed => new Against(story.Below!.Book.Find(removed.Fact.Id)),
            StoryEvent.FactChanged => is_.Against ?? new Against(given),
            _ => is_.Against,
        };

    /// <summary>Whether what the base says is given, or would be, were it not held.</summary>
    private bool Follows(FactId id, OwnState state) =>
        state is { Content: null, Against: null, IsErased: false } && story.Below!.Book.Find(id) is not null;

    private Fact? Given(FactId id) =>
        before.StateOf(id) is var was && was.IsHeld ? null : was.Content ?? (Follows(id, was) ? story.Below!.Book.Find(id) : null);

    private static IEnumerable<(FactId Fact, Envelope Envelope)> About(Envelope envelope) =>
        EventParts.IdsOf(envelope.Event).Select(fact => (fact, envelope));

    private static bool IsAbout(Envelope envelope, FactId fact) => EventParts.IdsOf(envelope.Event).Contains(fact);

    private static bool IsHold(StoryEvent happened) => happened is StoryEvent.FactHeld or StoryEvent.FactReleased;
}
