using System.Collections.Immutable;
using Bot.Core.Facts;

namespace Bot.Core.Journal;

/// <summary>
/// What waits for the moderators of a community in one story, and what became of what waited, folded from the events of the items. Immutable; it is apart from the story, so that
/// nothing that waits touches an answer.
/// </summary>
public sealed class Backlog
{
    private readonly ImmutableDictionary<ItemId, QueueItem> open;
    private readonly ImmutableDictionary<ItemId, SettledItem> settled;
    private readonly ImmutableDictionary<StreamId, long> versions;

    private Backlog(IReadOnlyList<Envelope> events)
    {
        Events = events;
        var (waiting, done, last) = (
            new Dictionary<ItemId, QueueItem>(),
            new Dictionary<ItemId, SettledItem>(),
            new Dictionary<StreamId, long>()
        );
        foreach (var envelope in events.Where(envelope => envelope.Stream.IsOfItem))
        {
            last[envelope.Stream] = envelope.Version;
            switch (envelope.Event)
            {
                case StoryEvent.ItemSettled e:
                    waiting.Remove(e.Item);
                    done[e.Item] = Settled(envelope, e);
                    break;
                case StoryEvent.ReportersTold e when done.TryGetValue(e.Item, out var settled):
                    done[e.Item] = settled with { Told = true, Version = envelope.Version };
                    break;
                case StoryEvent.OfItem e:
                    waiting[e.Item] = Next(envelope, e, waiting.GetValueOrDefault(e.Item));
                    break;
            }
        }

        (open, settled, versions) = (waiting.ToImmutableDictionary(), done.ToImmutableDictionary(), last.ToImmutableDictionary());
        Open = [.. open.Values.OrderBy(item => item.Positions[0])];
    }

    public static Backlog Empty { get; } = new([]);

    /// <summary>By position.</summary>
    public IReadOnlyList<Envelope> Events { get; }

    /// <summary>What waits, the oldest first.</summary>
    public IReadOnlyList<QueueItem> Open { get; }

    /// <summary>What waited once.</summary>
    public IEnumerable<SettledItem> Past => settled.Values;

    public QueueItem? Find(ItemId item) => open.GetValueOrDefault(item);

    public SettledItem? WhatBecameOf(ItemId item) => settled.GetValueOrDefault(item);

    /// <summary>Whether it is for who stands in for a second moderator too: what was proposed, and what became of something.</summary>
    public bool IsForStandIns(ItemId item) => Find(item) is QueueItem.Proposal || WhatBecameOf(item) is not null;

    /// <summary>0 for an item of which nothing is known.</summary>
    public long VersionOf(StreamId stream) => versions.GetValueOrDefault(stream);

    /// <summary>What is proposed for a fact.</summary>
    public IEnumerable<QueueItem.Proposal> ProposedFor(FactId fact) => Open.OfType<QueueItem.Proposal>().Where(item => item.Fact == fact);

    /// <summary>The report that is open on a fact; null when there is none.</summary>
    public QueueItem.Report? ReportOn(FactId fact) => Open.OfType<QueueItem.Report>().FirstOrDefault(item => item.Fact == fact);

    /// <summary>The queue with what happened since; what was erased by then is emptied here too.</summary>
    /// <param name="events">By position: those of items, and those that erase facts. What is known already is passed over.</param>
    internal Backlog With(IEnumerable<Envelope> events)
    {
        var last = Events.Count == 0 ? 0 : Events[^1].Position;
        var fresh = events.Where(envelope => envelope.Position > last).OrderBy(envelope => envelope.Position).ToList();
        return fresh.Count == 0 ? this : new Backlog(WithoutDropped(Erasure.Applied([.. Events, .. fresh])));
    }

    /// <summary>What was written of a draft that was given up is emptied in the store, and so here.</summary>
    private static IReadOnlyList<Envelope> WithoutDropped(IReadOnlyList<Envelope> events)
    {
        var dropped = events.Where(e => e.Event is StoryEvent.ItemSettled { How: Settling.Dropped }).Select(e => e.Stream).ToHashSet();
        return dropped.Count == 0
            ? events
            : [.. events.Select(e => e.Event is StoryEvent.DraftKept && dropped.Contains(e.Stream) ? Erasure.Emptied(e) : e)];
    }

    private static SettledItem Settled(Envelope envelope, StoryEvent.ItemSettled e) =>
        new(e.Item, e.About, e.How, envelope.By, envelope.At, envelope.Reason, e.Tell, Told: e.Tell.Count == 0, envelope.Version);

    private static QueueItem Next(Envelope envelope, StoryEvent.OfItem happened, QueueItem? before)
    {
        QueueItem item = happened switch
        {
            StoryEvent.ChangeProposed e => new QueueItem.Proposal(e),
            StoryEvent.DraftKept e => new QueueItem.Draft(e.Sheet),
            StoryEvent.FactReported e => new QueueItem.Report([
                .. (before as QueueItem.Report)?.Reporters ?? [],
                new Reported(envelope.By, envelope.At, e.Revision, envelope.Reason),
            ]),
            _ => throw new System.Diagnostics.UnreachableException(),
        };
        return item with
        {
            Id = happened.Item,
            Fact = happened.Facts[0],
            By = envelope.By,
            Reason = envelope.Reason,
            Since = before?.Since ?? envelope.At,
            Version = envelope.Version,
            Positions = [.. before?.Positions ?? [], envelope.Position],
        };
    }
}
