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
        this.story = story;
        var command = beneath.Where(e => e.Command == latest.Command).ToList();
        var counts = command.TrueForAll(e => IsHold(e.Event)) ? beneath : beneath.Where(e => !IsHold(e.Event));
        var last = counts.SelectMany(About).ToLookup(pair => pair.Fact, pair => pair.Envelope);
        facts = [.. command.SelectMany(About).Select(pair => pair.Fact).Distinct().Where(IsLatest)];
        undone = [.. command.Where(e => About(e).Any(pair => facts.Contains(pair.Fact)))];

        // A hold that came with something that was to take effect was a part of that.
        var acts = queue.Events.Where(e => e.Event is StoryEvent.ChangeProposed { Holds: true }).Select(e => e.Command).ToHashSet();
        Position = (undone.LastOrDefault(e => !IsHold(e.Event)) ?? latest).Position;
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
    public bool IsGrave => facts.Any(fact => GraveActs.AreApart(Content(before, fact), Content(now, fact)));

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
        var latest = Latest(story, queue, fact, events);
        return position is not { } meant || latest?.Position == meant ? latest
            : Latest(story, queue, fact, [.. events.Where(e => !IsHold(e.Event))]) is { } beneath && beneath.Position == meant ? beneath
            : null;
    }

    private static Undoing? Latest(StorySnapshot story, Backlog queue, FactId fact, IReadOnlyList<Envelope> events) =>
        events.LastOrDefault(e => IsAbout(e, fact)) is { } latest ? new Undoing(story, queue, latest, events) : null;

    /// <summary>What makes it as it was.</summary>
    internal IReadOnlyList<StoryEvent> Events(Edition edition) => [.. facts.SelectMany(fact => Events(fact, edition))];

    private IEnumerable<StoryEvent> Events(FactId id, Edition edition)
    {
        var (was, is_) = (before.StateOf(id), now.StateOf(id));
        var given = story.GivenOrHeld(id)?.Fact;
        var content = Said(id, was, is_, given, edition);
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
    private StoryEvent? Said(FactId id, OwnState was, OwnState is_, Fact? given, Edition edition) =>
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

    private Fact? Given(FactId id) => before.StateOf(id).IsHeld ? null : Content(before, id);

    /// <summary>What is given, or would be, were it not held.</summary>
    private Fact? Content(OverlayFold fold, FactId id) =>
        fold.StateOf(id) is var state && Follows(id, state) ? story.Below!.Book.Find(id) : state.Content;

    private static IEnumerable<(FactId Fact, Envelope Envelope)> About(Envelope envelope) =>
        EventParts.IdsOf(envelope.Event).Select(fact => (fact, envelope));

    private static bool IsAbout(Envelope envelope, FactId fact) => EventParts.IdsOf(envelope.Event).Contains(fact);

    private static bool IsHold(StoryEvent happened) => happened is StoryEvent.FactHeld or StoryEvent.FactReleased;
}
