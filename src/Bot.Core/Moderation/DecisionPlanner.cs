using Bot.Core.Journal;

namespace Bot.Core.Moderation;

/// <summary>Plans what moderators decide about something that waits. Of several who decide at once one does, and the others are told who was faster.</summary>
internal sealed class DecisionPlanner(Situation now)
{
    private readonly ChangeRequest request = now.Request;

    public ChangePlan Approve(Change.Approve approve) =>
        Found(
            approve.Item,
            approve.Version,
            item =>
                item switch
                {
                    QueueItem.Proposal proposal => new ProposalPlanner(now).Approve(proposal),
                    QueueItem.Draft draft => new DraftPlanner(now).Finish(draft),
                    _ => ChangePlan.No(QueueWords.ReportsAreAnswered),
                },
            moved => ModeratedPlanner.Directly(now, now.FactsBy(new Change.TakeBase(moved.Fact), request.Reason).Plan()),
            _ => ChangePlan.No(QueueWords.ContradictionsAreAnswered)
        );

    public ChangePlan Reject(Change.Reject reject) =>
        Found(
            reject.Item,
            reject.Version,
            item =>
                item is not QueueItem.Draft && item.By != request.By && request.Reason.Trim().Length == 0
                    ? ChangePlan.No(QueueWords.SayWhyNot)
                : item is QueueItem.Report && request.Reason.Trim().Length == 0 ? ChangePlan.No(QueueWords.SayWhyNot)
                : item switch
                {
                    QueueItem.Proposal proposal => new ProposalPlanner(now).CallOff(proposal),
                    QueueItem.Draft draft => DraftPlanner.Drop(draft, now),
                    _ => new ChangePlan.Append([now.Settled(item, Settling.Stands)], []),
                },
            moved => now.FactsBy(new Change.KeepOurs(moved.Fact), request.Reason).Plan(),
            pair => ChangePlan.Of(now.Stream(pair.Id), new StoryEvent.ItemSettled(pair.Id, [pair.One, pair.Other], Settling.BothStand, []))
        );

    private ChangePlan Found(
        ItemId id,
        long? version,
        Func<QueueItem, ChangePlan> decide,
        Func<MovedBase, ChangePlan> moved,
        Func<Contradiction, ChangePlan> pair
    ) =>
        now.Queue.Find(id) is { } item
            ? (version is { } seen && seen != item.Version ? ChangePlan.No(QueueWords.ItemChanged) : decide(item))
        : now.Queue.WhatBecameOf(id) is { } settled ? ChangePlan.No(QueueWords.WasSettled(settled))
        : now.Story.Moved.FirstOrDefault(each => each.Item == id) is { } base_ ? moved(base_)
        : Contradiction.In(now.Story, now.Queue).FirstOrDefault(each => each.Id == id) is { } both ? pair(both)
        : ChangePlan.No(QueueWords.NoSuchItem(id));
}
