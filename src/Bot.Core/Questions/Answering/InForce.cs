using Bot.Core.Facts;
using Bot.Core.Journal;

namespace Bot.Core.Questions.Answering;

/// <summary>
/// Which revisions count for a question by its two clocks. Before the first event what had been said by that day stands in for what we knew.
/// </summary>
internal sealed class InForce(StorySnapshot story, AsOf asOf)
{
    private readonly long? position = asOf.Known is { } known ? story.PositionBy(known) : story.Position;

    public bool Holds(int target)
    {
        var revision = story.Revisions[target];
        var known = position is { } at
            ? revision.HeldAt(at)
            : revision.From == story.History[0].Position && revision.Fact.SaidBy is { } said && said <= asOf.Known;
        return known && revision.Fact.Ended is null && (asOf.Happened is not { } day || (revision.Fact.SaidBy is { } by && by <= day));
    }

    /// <summary>Whether the revision is the last of a fact that ended.</summary>
    public bool HasEnded(int target) => story.Revisions[target] is { To: null, Fact.Ended: not null };

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
}
