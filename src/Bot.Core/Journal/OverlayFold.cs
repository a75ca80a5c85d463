using Bot.Core.Facts;

namespace Bot.Core.Journal;

/// <summary>
/// What one community's events make of a base: its own revisions after the base's, and when it sees those of the base hold that it took over.
/// From then on the fact is the community's: what later editions of the base make of it is not in force there, until the community returns it.
/// </summary>
internal sealed class OverlayFold
{
    private readonly StorySnapshot below;
    private readonly List<Revision> own = [];
    private readonly Dictionary<int, Revision> seen = [];
    private readonly Dictionary<FactId, OwnFact> touched = [];
    private readonly Dictionary<SeedId, Seed> seeds = [];
    private readonly Dictionary<SourceId, Source> sources = [];
    private readonly Dictionary<EntityId, Entity> entities = [];
    private readonly List<AddedName> names = [];

    private OverlayFold(StorySnapshot below) => (this.below, Story) = (below, below.Story);

    /// <summary>The story as the community follows it.</summary>
    public Story Story { get; private set; }

    /// <summary>Whom and what the community named.</summary>
    public Cast Cast
    {
        get
        {
            var called = Called;
            return new([.. entities.Values.Select(entity => AddedName.Given(entity, called))], [.. sources.Values], [.. seeds.Values]);
        }
    }

    /// <summary>Further names of those of the base, by position.</summary>
    public IReadOnlyList<AddedName> AddedNames => [.. Called.Where(added => !entities.ContainsKey(added.Entity))];

    /// <summary>Revisions of the community's own, by position.</summary>
    public IReadOnlyList<Revision> Own => own;

    /// <summary>By its number, each revision of the base that holds at other times here.</summary>
    public IReadOnlyDictionary<int, Revision> Seen => seen;

    /// <summary>The facts of the base that stand otherwise here, or not at all.</summary>
    public IReadOnlySet<FactId> Taken =>
        touched.Values.SelectMany(fact => Names(fact.Id)).Where(name => below.Targets(name).Any(IsTaken)).ToHashSet();

    /// <summary>The facts that hold now, of its own.</summary>
    public IReadOnlyList<Fact> Facts => [.. own.Where(revision => revision.To is null).Select(revision => revision.Fact)];

    /// <summary>The facts that are held; where the base erased one meanwhile, there is nothing to hold.</summary>
    public IReadOnlySet<FactId> Held =>
        touched
            .Values.Where(fact => fact.IsHeld && (fact.WhileHeld is not null || IsOfTheBase(fact.Id)))
            .Select(fact => fact.Id)
            .ToHashSet();

    /// <summary>What would be given of each held fact, were it released now.</summary>
    public IReadOnlyDictionary<FactId, Revision> UnderHold =>
        touched
            .Values.Where(fact => fact.IsHeld)
            .Select(fact => (fact.Id, Revision: fact.WhileHeld ?? FromTheBase(fact)))
            .Where(held => held.Revision is not null)
            .ToDictionary(held => held.Id, held => held.Revision!);

    /// <summary>The facts that it added or says in another way than the base, held ones too.</summary>
    public IEnumerable<Fact> Made =>
        touched
            .Values.Select(Given)
            .OfType<Fact>()
            .Where(fact => below.Book.Find(fact.Id) is not { } bases || FactContent.Differences(bases, fact).Count > 0);

    /// <summary>The facts of the base that it no longer gives, and not because they are held.</summary>
    public IEnumerable<FactId> Withdrawn =>
        touched
            .Values.Where(fact => !fact.IsHeld && Given(fact) is null && Names(fact.Id).Any(name => below.Targets(name).Any(IsTaken)))
            .Select(fact => fact.Id);

    /// <summary>What of its own would be given, were it not held, and what it gave before it withdrew it.</summary>
    public IEnumerable<Fact> HeldBack =>
        touched.Values.Where(fact => fact.Last is { } last && own[last].To is not null).Select(fact => own[fact.Last!.Value].Fact);

    public IReadOnlySet<FactId> Erased => touched.Values.Where(fact => fact.IsErased).Select(fact => fact.Id).ToHashSet();

    /// <summary>The facts of the base that the community took over: what the base makes of them is not given here.</summary>
    public IReadOnlySet<FactId> TakenOver => touched.Values.Where(fact => fact.Against is not null).Select(fact => fact.Id).ToHashSet();

    /// <summary>The facts under which the base moved since the community took them over.</summary>
    public IReadOnlyList<MovedBase> Moved =>
        [
            .. touched
                .Values.Where(fact => IsOfTheBase(fact.Id))
                .Select(fact => MovedBase.Of(fact.Id, fact.Against, below.Book.Find(fact.Id), Given(fact)))
                .OfType<MovedBase>(),
        ];

    public static OverlayFold Of(StorySnapshot below, IEnumerable<Envelope> events)
    {
        var fold = new OverlayFold(below);
        foreach (var envelope in events)
        {
            fold.Take(envelope);
        }

        return fold;
    }

    /// <summary>What the community made of one fact.</summary>
    public OwnState StateOf(FactId id) =>
        touched.TryGetValue(id, out var fact)
            ? new OwnState(OwnContent(fact), fact.IsHeld, IsOfTheBase(id) ? fact.Against : null, fact.IsErased)
            : new OwnState(null, IsHeld: false, Against: null, IsErased: false);

    /// <summary>Further names of anybody: those that came with a fact that is there, held or not.</summary>
    private IReadOnlyList<AddedName> Called =>
        AddedName.Free(
            [.. names.Where(added => touched.TryGetValue(added.Fact, out var fact) && Given(fact) is not null)],
            below.Book.Entities.Concat(entities.Values)
        );

    private void Take(Envelope envelope)
    {
        var at = envelope.Position;
        switch (envelope.Event)
        {
            case StoryEvent.CastAdded named:
                named.Cast.Seeds.ToList().ForEach(seed => seeds[seed.Id] = seed);
                named.Cast.Sources.ToList().ForEach(source => sources[source.Id] = source);
                named.Cast.Entities.ToList().ForEach(entity => entities[entity.Id] = entity);
                break;
            case StoryEvent.NameAdded called:
                names.Add(new AddedName(called.Fact, called.Entity, called.Name));
                break;
            case StoryEvent.FactAdded added:
                Open(Close(added.Fact.Id, at), added.Fact, at);
                break;
            case StoryEvent.FactChanged changed:
                Touch(changed.Before.Id).Against ??= new Against(changed.Before);
                Open(Close(changed.Before.Id, at), changed.After, at);
                break;
            case StoryEvent.FactRemoved removed:
                // Who withdraws has seen what the base says by then, and has decided.
                Close(removed.Fact.Id, at).Against = new Against(OfTheBase(removed.Fact.Id, at));
                break;
            case StoryEvent.FactHeld held:
                Hold(held.Fact, at);
                break;
            case StoryEvent.FactReleased released:
                Release(released.Fact, at);
                break;
            case StoryEvent.FactKept kept:
                Touch(kept.Fact).Against = new Against(kept.Base);
                break;
            case StoryEvent.FactReturned returned:
                Close(returned.Fact, at).Against = null;
                GiveBack(returned.Fact, at);
                break;
            case StoryEvent.FactErased erased:
                var gone = Close(erased.Fact, at);
                (gone.IsErased, gone.Against) = (true, null);
                break;
            case StoryEvent.StoryClosed closed:
                Story = Story with { Closed = closed.On };
                break;
        }
    }

    private OwnFact Touch(FactId id)
    {
        if (!touched.TryGetValue(id, out var fact))
        {
            touched[id] = fact = new OwnFact(id);
        }

        return fact;
    }

    /// <summary>The base's state of a fact at a position; null where it had none.</summary>
    private Fact? OfTheBase(FactId id, long at) =>
        Names(id).SelectMany(below.Targets).Select(target => below.Revisions[target]).FirstOrDefault(r => r.HeldAt(at))?.Fact;

    /// <summary>The base's present state of a fact, by the number it will have here.</summary>
    private Revision? FromTheBase(OwnFact fact) =>
        Names(fact.Id)
            .SelectMany(below.Targets)
            .Where(target => below.Revisions[target].To is null)
            .Select(target => fact.Number == 0 ? below.Revisions[target] : below.Revisions[target] with { Number = fact.NumberOf(target) })
            .FirstOrDefault();

    private bool IsOfTheBase(FactId id) => Names(id).Any(name => below.Targets(name).Any());

    private void Open(OwnFact fact, Fact content, long at, int? number = null)
    {
        var below = this
            .below.Targets(content.Id)
            .Select(target => this.below.Revisions[target])
            .Where(r => r.From < at)
            .Select(r => r.Number);
        fact.Number = number ?? below.Append(fact.Number).Max() + 1;
        (fact.Last, fact.Follows) = (own.Count, false);
        own.Add(new Revision(content, fact.Number, at));
    }

    /// <summary>From here on nothing holds of the fact, neither the community's nor what the base has and will have.</summary>
    private OwnFact Close(FactId id, long at)
    {
        var fact = Touch(id);
        fact.IsHeld = false;
        if (fact.Last is { } last && own[last].HeldAt(at))
        {
            own[last] = own[last] with { To = at };
        }

        foreach (var target in Names(id).SelectMany(below.Targets))
        {
            var revision = seen.GetValueOrDefault(target, below.Revisions[target]);
            if (revision.To is null || revision.To > at)
            {
                seen[target] = revision with { To = Math.Max(at, revision.From) };
            }
        }

        return fact;
    }

    private void Hold(FactId id, long at)
    {
        var given = Touch(id) is { Follows: false, Last: { } last } && own[last].HeldAt(at) ? own[last] : null;
        var fact = Close(id, at);
        (fact.IsHeld, fact.WhileHeld) = (true, given);
    }

    private void Release(FactId id, long at)
    {
        var fact = Touch(id);
        if (!fact.IsHeld)
        {
            return;
        }

        fact.IsHeld = false;
        if (fact.WhileHeld is { } given)
        {
            Open(fact, given.Fact, at, given.Number);
        }
        else
        {
            GiveBack(id, at);
        }
    }

    /// <summary>
    /// From here on the base's states of the fact hold again. The one that holds now is repeated, since it is not one stretch any more. Where the
    /// community had states of its own, the numbers go on from those, so that no two states ever have the same.
    /// </summary>
    private void GiveBack(FactId id, long at)
    {
        var fact = Touch(id);
        foreach (var target in Names(id).SelectMany(below.Targets).Where(seen.ContainsKey).Order().ToList())
        {
            var revision = below.Revisions[target];
            if (revision.To is not null && revision.To <= at)
            {
                continue;
            }

            revision = fact.Number == 0 ? revision : revision with { Number = fact.NumberOf(target) };
            if (revision.From < at)
            {
                (fact.Last, fact.Follows) = (own.Count, true);
                own.Add(revision with { From = at });
            }
            else if (fact.Number == 0)
            {
                seen.Remove(target);
            }
            else
            {
                seen[target] = revision;
            }
        }
    }

    /// <summary>What the base calls the fact now, too.</summary>
    private IEnumerable<FactId> Names(FactId id) => below.Book.Find(id) is { } fact && fact.Id != id ? [id, fact.Id] : [id];

    private bool IsTaken(int target) => below.Revisions[target].To is null && seen.TryGetValue(target, out var here) && here.To is not null;

    private Fact? Given(OwnFact fact) =>
        fact.IsHeld ? fact.WhileHeld?.Fact
        : fact.Last is { } last && own[last].To is null ? own[last].Fact
        : null;

    /// <summary>What the community itself says of a fact, or would, were it not held; null where that is what the base says, or nothing.</summary>
    private Fact? OwnContent(OwnFact fact) =>
        fact.IsHeld ? fact.WhileHeld?.Fact
        : fact is { Follows: false, Last: { } last } && own[last].To is null ? own[last].Fact
        : null;
}
