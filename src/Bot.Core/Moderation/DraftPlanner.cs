using Bot.Core.Facts;
using Bot.Core.Journal;
using Bot.Core.Moderation.Drafting;

namespace Bot.Core.Moderation;

/// <summary>Plans what becomes of facts that are being written: anybody who moderates may go on with one, add it or give it up.</summary>
internal sealed class DraftPlanner(Situation now)
{
    /// <summary>How many a community keeps at a time.</summary>
    public const int Most = 50;

    private readonly ChangeRequest request = now.Request;

    public ChangePlan Keep(Change.KeepDraft keep)
    {
        if (
            keep.Sheet.Sentence.Length > FactSheet.LongestSentence
            || Answers(keep.Sheet).Any(answer => answer.Length > FactSheet.LongestAnswer)
        )
        {
            return ChangePlan.No(QueueWords.LongAnswer);
        }

        return keep.Item is not { } id
            ? now.Queue.Open.OfType<QueueItem.Draft>().Count() >= Most
                ? ChangePlan.No(QueueWords.ManyDrafts(Most))
                : New(keep.Sheet)
            : now.Queue.Find(id) is not QueueItem.Draft draft
                ? ChangePlan.No(now.Queue.WhatBecameOf(id) is { } settled ? QueueWords.WasSettled(settled) : QueueWords.NoSuchItem(id))
                : keep.Version is { } seen && seen != draft.Version
                    ? ChangePlan.No(QueueWords.ItemChanged)
                    : ChangePlan.Of(now.Stream(id), new StoryEvent.DraftKept(id, draft.Fact, keep.Sheet));
    }

    public ChangePlan Finish(QueueItem.Draft draft)
    {
        var proposed = DraftPasses.Propose(draft.Sheet, now.Story, now.Today);
        if (proposed.Problems.Count > 0)
        {
            return ChangePlan.No(string.Join(' ', proposed.Problems));
        }

        var plan = now.FactsBy(new Change.Add(SheetDraft.Of(proposed, draft.Fact, now.Today)), request.Reason).Plan();
        return plan is ChangePlan.Append added
            ? now.Settling(added with { Events = [.. added.Events, now.Settled(draft, Settling.Added)] }, but: draft.Id)
            : plan;
    }

    /// <summary>What was written of it is not kept.</summary>
    public static ChangePlan Drop(QueueItem.Draft draft, Situation now) =>
        new ChangePlan.Append([now.Settled(draft, Settling.Dropped)], draft.Positions);

    /// <summary>The fact will be called after the draft, so that nobody else takes the id meanwhile, and an erasure finds both.</summary>
    private ChangePlan New(FactSheet sheet)
    {
        for (var salt = 0; ; salt++)
        {
            var item = ItemId.Of($"{request.Community} {request.Command} draft {salt}");
            var fact = new FactId($"~{item}");
            if (
                now.Story.Book.WithHandle(fact.Handle) is null
                && !now.Story.Erased.Contains(fact)
                && !now.Story.Targets(fact).Any()
                && now.Queue.Find(item) is null
            )
            {
                return ChangePlan.Of(now.Stream(item), new StoryEvent.DraftKept(item, fact, sheet));
            }
        }
    }

    private static IEnumerable<string> Answers(FactSheet sheet) => [sheet.From, sheet.Speaker, sheet.On ?? "", sheet.Actors ?? ""];
}
