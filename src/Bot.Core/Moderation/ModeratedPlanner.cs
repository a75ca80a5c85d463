using Bot.Core.Facts;
using Bot.Core.Journal;

namespace Bot.Core.Moderation;

/// <summary>
/// Plans what moderators and members of a community ask for, by its rules: what one does at once, what waits for a second, what was asked for too late.
/// </summary>
internal sealed class ModeratedPlanner(Situation now)
{
    private readonly ChangeRequest request = now.Request;

    public ChangePlan Plan() =>
        request.Reason.Trim().Length > ChangeRequest.LongestReason
            ? ChangePlan.No(QueueWords.LongReason)
            : (request.Role, request.Change) switch
            {
                (Role.Member or Role.StandIn or Role.Moderator, Change.Report report) => new ReportPlanner(now).Plan(report.Fact),
                (Role.Clock, Change.TakeEffect effect) => new ProposalPlanner(now).TakeEffect(effect.Item),
                (Role.Clock, Change.ReportersTold told) => new ReportPlanner(now).Told(told.Item),
                (Role.StandIn, _) when !IsForStandIns => ChangePlan.No(StandInWords.NotTheirs),
                (not (Role.Moderator or Role.StandIn), _) => ChangePlan.No(QueueWords.ModeratorsOnly),
                (_, Change.Retract or Change.Confirm or Change.EraseFact) => new ProposalPlanner(now).Propose(request.Change),
                (_, Change.Undo undo) => Undo(undo),
                (_, Change.Release release) => Release(release.Fact),
                (_, Change.KeepDraft keep) => new DraftPlanner(now).Keep(keep),
                (_, Change.Approve approve) => new DecisionPlanner(now).Approve(approve),
                (_, Change.Reject reject) => new DecisionPlanner(now).Reject(reject),
                _ => Directly(now, now.Facts.Plan()),
            };

    /// <summary>What takes a second moderator, as far as it was proposed, and what keeps harm away.</summary>
    private bool IsForStandIns =>
        request.Change switch
        {
            Change.Hold => true,
            Change.Approve approve => now.Queue.IsForStandIns(approve.Item),
            Change.Reject reject => now.Queue.IsForStandIns(reject.Item),
            _ => false,
        };

    /// <summary>What one moderator does at once, if it is none of what takes two, and what it rests on bears it out.</summary>
    public static ChangePlan Directly(Situation now, ChangePlan plan) =>
        plan is not ChangePlan.Append append ? plan
        : append.Events.Any(e => GraveActs.Has(e.Event, now.Story)) ? ChangePlan.No(QueueWords.TakesTwo)
        : now.Request.Change is Change.Restate or Change.Correct { LookedAgain: false } && Unborne(append) is { Count: > 0 } fields
            ? ChangePlan.No(QueueWords.Unborne(fields))
        : now.Settling(plan);

    private static List<string> Unborne(ChangePlan.Append plan) =>
        [
            .. plan
                .Events.Select(e => e.Event)
                .OfType<StoryEvent.FactChanged>()
                .Where(changed => changed.After.Ended is null)
                .SelectMany(changed => SourceGuard.Unborne(changed.Before, changed.After)),
        ];

    /// <summary>A hold is lifted by another moderator, or by its holder with a reason. What was held for it to take effect later is called off with it.</summary>
    private ChangePlan Release(FactId fact)
    {
        if (now.Story.Held.Contains(fact) && Holder(fact) == request.By && request.Reason.Trim().Length == 0)
        {
            return ChangePlan.No(QueueWords.SayWhyLifted);
        }

        return now.FactsBy(new Change.Release(fact), request.Reason).Plan() is ChangePlan.Append plan
            ? plan with
            {
                Events =
                [
                    .. plan.Events,
                    .. now
                        .Queue.ProposedFor(fact)
                        .Where(item => item.Proposed.Holds)
                        .Select(item => now.Settled(item, item.By == request.By ? Settling.TakenBack : Settling.Rejected)),
                ],
            }
            : now.Facts.Plan();
    }

    /// <summary>What took one is undone by one, what took two by two; what is still to take effect is called off.</summary>
    private ChangePlan Undo(Change.Undo undo)
    {
        if (now.Queue.ProposedFor(undo.Fact).FirstOrDefault(item => item.Proposed.Due is not null) is { } due)
        {
            return new ProposalPlanner(now).CallOff(due);
        }

        if (Undoing.Of(now.Story, now.Queue, undo.Fact) is not { } latest)
        {
            return ChangePlan.No(QueueWords.NothingToUndo(undo.Fact));
        }

        return undo.Position is { } seen && seen != latest.Position ? ChangePlan.No(QueueWords.ChangedSince(undo.Fact))
            : latest.IsGrave ? new ProposalPlanner(now).Propose(undo)
            : latest.LiftsHold ? Release(undo.Fact)
            : now.Settling(now.Facts.Plan());
    }

    private Communities.PersonKey? Holder(FactId fact) =>
        now.Story.Own.LastOrDefault(envelope => envelope.Event is StoryEvent.FactHeld held && held.Fact == fact)?.By;
}
