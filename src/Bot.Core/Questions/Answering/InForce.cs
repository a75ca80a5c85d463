using Bot.Core.Facts;
using Bot.Core.Journal;

namespace Bot.Core.Questions.Answering;

/// <summary>
/// Which revisions count for a question by its two clocks. Before the first event what had been said by that day stands in for what we knew.
/// </summary>
internal sealed class InForce
{
    private readonly StorySnapshot story;
    private readonly AsOf asOf;
    private readonly long? position;

    /// <summary>Null when another day than now is asked about.</summary>
    private readonly Standing? now;

    public InForce(StorySnapshot story, AsOf asOf)
    {
        (this.story, this.asOf) = (story, asOf);
        position = asOf.Known is { } known ? story.PositionBy(known) : story.Position;
        now = asOf is { Known: null, Happened: null } ? Standing.Of(story) : null;
    }

    /// <summary>As it stands at a position, worked out revision by revision.</summary>
    internal InForce(StorySnapshot story, long position) => (this.story, asOf, this.position) = (story, new AsOf(), position);

    /// <summary>Whether a text belongs to a gap or to a revision that counts or has ended, where that is known beforehand; null where it is not.</summary>
    public Func<int, bool>? Texts => now is null ? null : now.HasText;

    /// <summary>Whether the revision counts: an account only while the other side's does.</summary>
    public bool Holds(int target) =>
        now?.Holds(target)
        ?? (
            HoldsByItself(target)
            && (story.Revisions[target].Fact is not Account account || story.Targets(account.Other).Any(HoldsByItself))
        );

    /// <summary>Whether it was known by then that the fact had ended.</summary>
    public bool HasEnded(int target) =>
        now?.HasEnded(target) ?? (story.Revisions[target].Fact.Ended is not null && IsKnown(story.Revisions[target]));

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
