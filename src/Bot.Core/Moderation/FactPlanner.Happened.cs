using Bot.Core.Facts;
using Bot.Core.Journal;

namespace Bot.Core.Moderation;

/// <content>What happened to a fact: it moved on, we were wrong, others contest it, a second source bears it out.</content>
internal sealed partial class FactPlanner
{
    private ChangePlan End(Fact was, EndingKind how, DateOnly on) =>
        on > today ? ChangePlan.No(ChangeWords.NotYet(on)) : Changed(was, was with { Ended = new Ending(how, on, request.Reason.Trim()) });

    /// <summary>The old one ends, and the new one says what it stands in for.</summary>
    private ChangePlan Supersede(Fact was, Change.Supersede supersede)
    {
        if (supersede.Draft.Facts is not [var only])
        {
            return ChangePlan.No(ChangeWords.OneFactOnly(was.Id));
        }

        var link = new LinkDraft(new Text(Vocabulary.Word(LinkKind.Supersedes), only.At), [new Text(was.Id.Value, only.At)]);
        var draft = supersede.Draft with { Facts = [only with { Links = [.. only.Links, link] }] };
        return (End(was, EndingKind.Superseded, supersede.On), Add(draft, was.Id)) switch
        {
            (ChangePlan.Append ended, ChangePlan.Append added) => new ChangePlan.Append([.. ended.Events, .. added.Events], []),
            (ChangePlan.Refused refused, _) => refused,
            (_, var refused) => refused,
        };
    }

    private ChangePlan Correct(Fact was, Change.Correct correct) =>
        request.Reason.Trim().Length == 0 ? ChangePlan.No(ChangeWords.SayWhy)
        : was.Ended is { } ended ? ChangePlan.No(ChangeWords.HasEnded(was.Id, ended))
        : correct.Draft is { } draft ? Restate(was, draft)
        : End(was, EndingKind.Corrected, correct.On);

    private ChangePlan Dispute(Fact was, string? by)
    {
        var contested = by?.Trim() is { Length: > 0 } words ? words : null;
        return contested == was.Disputed ? ChangePlan.No(ChangeWords.SaysThat(was.Id)) : Changed(was, was with { Disputed = contested });
    }

    /// <summary>What it says stays; what bears it out grows.</summary>
    private ChangePlan Cite(Fact was, StoryDraft draft) =>
        Restate(was, draft) is not ChangePlan.Append plan ? Restate(was, draft)
        : Differences(plan).Any(field => field is not ("sources" or "rests-on" or "checked")) ? ChangePlan.No(QueueWords.CitesOnly(was.Id))
        : plan;

    private ChangePlan Confirm(Fact was) =>
        was.Status == FactStatus.Confirmed ? ChangePlan.No(QueueWords.IsConfirmed(was.Id))
        : was is Account or NonAnswer ? ChangePlan.No(QueueWords.NeverConfirmed(was.Id))
        : !Origins.AreEnoughToConfirm([.. was.Sources.Select(id => story.Book[id])]) ? ChangePlan.No(QueueWords.OneOrigin(was.Id))
        : Changed(was, was with { Status = FactStatus.Confirmed });

    private ChangePlan Undo(Change.Undo undo) =>
        Undoing.Of(story, queue, undo.Fact, undo.Position) is not { } latest
            ? ChangePlan.No(undo.Position is null ? QueueWords.NothingToUndo(undo.Fact) : QueueWords.ChangedSince(undo.Fact))
        : latest.Events(Edition) is { Count: > 0 } events
            ? new ChangePlan.Append([.. events.Select(e => (Stream(EventParts.FactOf(e)!.Value), e))], [])
        : ChangePlan.No(QueueWords.NothingToUndo(undo.Fact));

    private static IEnumerable<string> Differences(ChangePlan.Append plan) =>
        plan
            .Events.Select(e => e.Event)
            .OfType<StoryEvent.FactChanged>()
            .SelectMany(changed => FactContent.Differences(changed.Before, changed.After))
            .Select(field => field.Name);
}
