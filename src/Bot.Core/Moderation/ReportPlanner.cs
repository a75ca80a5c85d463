using Bot.Core.Facts;
using Bot.Core.Journal;
using Bot.Core.Questions.Answering;

namespace Bot.Core.Moderation;

/// <summary>Plans what members say of facts: those of one fact are one item, and nobody fills the queue alone.</summary>
internal sealed class ReportPlanner(Situation now)
{
    /// <summary>How many reports of one person may be open.</summary>
    public const int MostOpen = 3;

    /// <summary>How many people are written down for one fact.</summary>
    public const int MostReporters = 100;

    private readonly ChangeRequest request = now.Request;

    public ChangePlan Plan(FactId fact)
    {
        if (new InForce(now.Story, new AsOf()).Of(fact) is not { } target)
        {
            return ChangePlan.No(QueueWords.NotGiven);
        }

        var item = now.Queue.ReportOn(fact);
        var open = now.Queue.Open.OfType<QueueItem.Report>().Count(report => report.Reporters.Any(each => each.By == request.By));
        return item?.Reporters.Any(each => each.By == request.By) == true ? ChangePlan.No(QueueWords.ReportedAlready)
            : item?.Reporters.Count >= MostReporters ? ChangePlan.No(QueueWords.ReportedByMany)
            : open >= MostOpen ? ChangePlan.No(QueueWords.EnoughReports(open))
            : ChangePlan.Of(
                now.Stream(item?.Id ?? New(fact)),
                new StoryEvent.FactReported(item?.Id ?? New(fact), fact, now.Story.Revisions[target].Number)
            );
    }

    /// <summary>They are told once; who else says so later did it again.</summary>
    public ChangePlan Told(ItemId item) =>
        now.Queue.WhatBecameOf(item) is { Told: false } settled
            ? ChangePlan.Of(now.Stream(item), new StoryEvent.ReportersTold(item, settled.Facts))
            : ChangePlan.No(QueueWords.NoSuchItem(item));

    /// <summary>Two who report at once work out the same name.</summary>
    private ItemId New(FactId fact) =>
        ItemId.Of(
            $"report {request.Community} {request.Story} {fact} {now.Queue.Past.Count(past => past.How is Settling.Acted or Settling.Stands && past.Facts.Contains(fact))}"
        );
}
