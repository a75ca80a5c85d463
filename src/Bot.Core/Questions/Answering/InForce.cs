using Bot.Core.Facts;
using Bot.Core.Journal;

namespace Bot.Core.Questions.Answering;

/// <summary>
/// Which revisions count for a question by its two clocks. Before the first event what had been said by that day stands in for what we knew.
/// </summary>
internal sealed class InForce(StorySnapshot story, AsOf asOf)
{
    private readonly long? position = asOf.Known is { } known ? story.PositionBy(known) : story.Position;

    /// <summary>Whether the revision counts: an account only while the other side's does.</summary>
    public bool Holds(int target) =>
        HoldsByItself(target) && (story.Revisions[target].Fact is not Account account || story.Targets(account.Other).Any(HoldsByItself));

    /// <summary>Whether it was known by then that the fact had ended.</summary>
    public bool HasEnded(int target) => story.Revisions[target].Fact.Ended is not null && IsKnown(story.Revisions[target]);

    /// <summary>The revision that counts of a fact; null when none does.</summary>
    public int? Of(FactId id)
    {
        foreach (var target in story.Targets(id))
        {
            if (Holds(target))
            {
                return target;
            }
        }

        return null;
    }

    private bool HoldsByItself(int target)
    {
        var revision = story.Revisions[target];
        return revision.Fact.Ended is null
            && IsKnown(revision)
            && (asOf.Happened is not { } day || (revision.Fact.SaidBy is { } by && by <= day));
    }

    private bool IsKnown(Revision revision) =>
        position is { } at
            ? revision.HeldAt(at)
            : revision.From == story.History[0].Position && revision.Fact.SaidBy is { } said && said <= asOf.Known;
}
