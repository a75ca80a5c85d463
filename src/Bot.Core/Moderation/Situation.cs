using Bot.Core.Facts;
using Bot.Core.Journal;

namespace Bot.Core.Moderation;

/// <summary>All that a plan is made from: how things stand, what is asked for, and by which rules.</summary>
internal sealed record Situation(StorySnapshot Story, Backlog Queue, ChangeRequest Request, ModerationRules Rules, DateTimeOffset Now)
{
    /// <summary>In the story's time zone.</summary>
    public DateOnly Today => Story.DayOf(Now);

    /// <summary>Plans what is done to facts, with nobody to be asked.</summary>
    public FactPlanner Facts => new(Story, Queue, Request, Today);

    /// <summary>The same with another change and reason than what was asked for.</summary>
    public FactPlanner FactsBy(Change change, string reason) =>
        new(Story, Queue, Request with { Change = change, Reason = reason, Revision = null }, Today);

    public StreamId Stream(FactId fact) => StreamId.Fact(Request.Community, Request.Story, fact);

    public StreamId Stream(ItemId item) => StreamId.Item(Request.Community, Request.Story, item);

    /// <summary>The number of the fact's state, given or held; 0 where it has none.</summary>
    public int NumberOf(FactId fact) => Story.GivenOrHeld(fact)?.Number ?? 0;

    /// <summary>What something comes to when the fact is changed: of a report, only who looked again says that the fact stands.</summary>
    private Settling Outcome(QueueItem item) =>
        item switch
        {
            QueueItem.Proposal => Journal.Settling.Overtaken,
            QueueItem.Draft => Journal.Settling.Dropped,
            _ => Request.Change is Change.Recheck ? Journal.Settling.Stands : Journal.Settling.Acted,
        };

    /// <summary>An item that waits no more.</summary>
    public (StreamId, StoryEvent) Settled(QueueItem item, Settling how) =>
        (
            Stream(item.Id),
            new StoryEvent.ItemSettled(
                item.Id,
                [item.Fact],
                how,
                ((item as QueueItem.Report)?.Reporters ?? []).Select(each => each.By).ToList()
            )
        );

    /// <summary>
    /// A plan, with what it makes of all that waits for the same facts: reports were heard, and what was proposed for another state of the fact is overtaken.
    /// </summary>
    /// <param name="but">Settled by the plan itself.</param>
    public ChangePlan Settling(ChangePlan plan, ItemId? but = null)
    {
        if (plan is not ChangePlan.Append append)
        {
            return plan;
        }

        var changed = append.Events.Where(e => IsAnother(e.Event)).ToLookup(e => EventParts.FactOf(e.Event)!.Value, e => e.Event);
        var settled = Queue
            .Open.Where(item => item.Id != but && changed[item.Fact].Any(e => item is not QueueItem.Draft || e is StoryEvent.FactErased))
            .Select(item => Settled(item, Outcome(item)));
        return append with { Events = [.. append.Events, .. settled] };
    }

    /// <summary>Whether the fact is another after it. One that is only held is not.</summary>
    private static bool IsAnother(StoryEvent happened) =>
        happened
            is StoryEvent.FactAdded
                or StoryEvent.FactChanged
                or StoryEvent.FactRemoved
                or StoryEvent.FactReturned
                or StoryEvent.FactErased;
}
