using Bot.Core.Facts;

namespace Bot.Core.Journal;

/// <summary>
/// What one community's events make of a base: its own revisions after the base's, and when it sees those of the base hold that it changed or withdrew.
/// From then on the fact is the community's: what later editions of the base make of it is not in force there.
/// </summary>
internal sealed class OverlayFold
{
    private readonly StorySnapshot below;
    private readonly List<Revision> own = [];
    private readonly Dictionary<FactId, int> newest = [];
    private readonly Dictionary<int, Revision> seen = [];
    private readonly HashSet<FactId> taken = [];

    private OverlayFold(StorySnapshot below) => this.below = below;

    /// <summary>Revisions of the community's own, by position.</summary>
    public IReadOnlyList<Revision> Own => own;

    /// <summary>By its number, each revision of the base that holds at other times here.</summary>
    public IReadOnlyDictionary<int, Revision> Seen => seen;

    /// <summary>The facts of the base that the community changed or withdrew.</summary>
    public IReadOnlySet<FactId> Taken => taken;

    /// <summary>The facts that hold now, of its own.</summary>
    public IReadOnlyList<Fact> Facts => [.. own.Where(revision => revision.To is null).Select(revision => revision.Fact)];

    public static OverlayFold Of(StorySnapshot below, IEnumerable<Envelope> events)
    {
        var fold = new OverlayFold(below);
        foreach (var envelope in events)
        {
            fold.Take(envelope);
        }

        return fold;
    }

    private void Take(Envelope envelope)
    {
        switch (envelope.Event)
        {
            case StoryEvent.FactAdded added:
                Close(added.Fact.Id, envelope.Position);
                Open(added.Fact, envelope.Position);
                break;
            case StoryEvent.FactChanged changed:
                Close(changed.Before.Id, envelope.Position);
                Open(changed.After, envelope.Position);
                break;
            case StoryEvent.FactRemoved removed:
                Close(removed.Fact.Id, envelope.Position);
                break;
        }
    }

    private void Open(Fact fact, long position)
    {
        var numbers = below.Targets(fact.Id).Select(target => below.Revisions[target]).Where(r => r.From < position).Select(r => r.Number);
        var last = newest.TryGetValue(fact.Id, out var at) ? own[at].Number : 0;
        newest[fact.Id] = own.Count;
        own.Add(new Revision(fact, numbers.Append(last).Max() + 1, position));
    }

    private void Close(FactId id, long position)
    {
        if (newest.TryGetValue(id, out var at))
        {
            own[at] = own[at].To is null ? own[at] with { To = position } : own[at];
            return;
        }

        IEnumerable<FactId> names = below.Book.Find(id) is { } fact ? [id, fact.Id] : [id];
        foreach (var name in names.Distinct())
        {
            foreach (var target in below.Targets(name))
            {
                taken.Add(name);
                var revision = below.Revisions[target];
                if (revision.To is null || revision.To > position)
                {
                    seen.TryAdd(target, revision with { To = Math.Max(position, revision.From) });
                }
            }
        }
    }
}
