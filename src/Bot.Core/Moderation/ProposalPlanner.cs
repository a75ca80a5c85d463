using Bot.Core.Facts;
using Bot.Core.Journal;

namespace Bot.Core.Moderation;

/// <summary>
/// Plans what takes two: it is proposed, and done when somebody else approves it. Where there is nobody else, the fact is held at once, and it is done when the time
/// is over in which it can be called off.
/// </summary>
internal sealed class ProposalPlanner(Situation now)
{
    private readonly ChangeRequest request = now.Request;

    /// <param name="change">One that takes two.</param>
    public ChangePlan Propose(Change change)
    {
        var (fact, act) = Act(change);
        if (request.Reason.Trim().Length == 0)
        {
            return ChangePlan.No(ChangeWords.SayWhy);
        }

        // What could not be done is not proposed.
        if (now.Facts.Plan() is ChangePlan.Refused refused)
        {
            return refused;
        }

        if (now.Queue.ProposedFor(fact).FirstOrDefault(item => item.Proposed.Act == act) is { } there)
        {
            return ChangePlan.No(QueueWords.IsProposed(fact, act, there.Id));
        }

        var item = ItemId.Of($"{request.Community} {request.Command}");
        var holds = !now.Rules.SecondModerator && now.Story.Current(fact) is not null && !now.Story.Held.Contains(fact);
        var proposed = new StoryEvent.ChangeProposed(
            item,
            fact,
            act,
            now.NumberOf(fact),
            (change as Change.Retract)?.On,
            change is Change.Undo ? Undoing.Of(now.Story, now.Queue, fact)!.Position : null,
            now.Rules.SecondModerator ? null : now.Now + now.Rules.Grace,
            holds
        );
        return new ChangePlan.Append(
            [
                .. holds ? [(now.Stream(fact), (StoryEvent)new StoryEvent.FactHeld(fact))] : Array.Empty<(StreamId, StoryEvent)>(),
                (now.Stream(item), proposed),
            ],
            []
        );
    }

    public ChangePlan Approve(QueueItem.Proposal item) =>
        item.By == request.By ? ChangePlan.No(QueueWords.NotByYourself) : Do(item, Settling.Approved);

    /// <summary>Of a proposal that nobody else was there to approve.</summary>
    public ChangePlan TakeEffect(ItemId id)
    {
        if (now.Queue.Find(id) is not QueueItem.Proposal { Proposed.Due: { } due } item || now.Now < due)
        {
            return ChangePlan.No(QueueWords.NotDue);
        }

        // What cannot be done any more does not stay there for ever.
        return Do(item, Settling.TookEffect) is ChangePlan.Append plan ? plan : CallOff(item, Settling.Overtaken);
    }

    /// <summary>It is not to be done, and a hold that came with it is lifted.</summary>
    public ChangePlan.Append CallOff(QueueItem.Proposal item) =>
        CallOff(item, item.By == request.By ? Settling.TakenBack : Settling.Rejected);

    private ChangePlan.Append CallOff(QueueItem.Proposal item, Settling how) =>
        new(
            [
                .. item.Proposed.Holds && now.Story.Held.Contains(item.Fact)
                    ? [(now.Stream(item.Fact), (StoryEvent)new StoryEvent.FactReleased(item.Fact))]
                    : Array.Empty<(StreamId, StoryEvent)>(),
                now.Settled(item, how),
            ],
            []
        );

    private ChangePlan Do(QueueItem.Proposal item, Settling how)
    {
        var proposed = item.Proposed;
        if (proposed.Revision != now.NumberOf(item.Fact))
        {
            return ChangePlan.No(QueueWords.ProposedForAnother(item.Fact));
        }

        Change change = proposed.Act switch
        {
            GraveAct.Retract => new Change.Retract(item.Fact, proposed.On!.Value),
            GraveAct.Confirm => new Change.Confirm(item.Fact),
            GraveAct.Erase => new Change.EraseFact(item.Fact),
            _ => new Change.Undo(item.Fact, proposed.Undoes),
        };
        var plan = now.FactsBy(change, item.Reason).Plan();
        return plan is ChangePlan.Append done
            ? now.Settling(done with { Events = [.. done.Events, now.Settled(item, how)], Reason = item.Reason }, but: item.Id)
            : plan;
    }

    private static (FactId, GraveAct) Act(Change change) =>
        change switch
        {
            Change.Retract retract => (retract.Fact, GraveAct.Retract),
            Change.Confirm confirm => (confirm.Fact, GraveAct.Confirm),
            Change.EraseFact erase => (erase.Fact, GraveAct.Erase),
            Change.Undo undo => (undo.Fact, GraveAct.Undo),
            _ => throw new System.Diagnostics.UnreachableException(),
        };
}
