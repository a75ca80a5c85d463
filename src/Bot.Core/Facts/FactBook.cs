namespace Bot.Core.Facts;

/// <summary>
/// A story's facts, entities, sources and seeds as one immutable snapshot in which every id is known and every rule is kept.
/// The only way to one is <see cref="Build"/>. By id it may also know what earlier editions had, so that an old revision can be shown.
/// A community's book lies over that of the base and shares it.
/// </summary>
public sealed class FactBook
{
    private readonly FactBook? below;
    private readonly IReadOnlySet<FactId> taken;
    private readonly Dictionary<FactId, int> places = [];
    private readonly IReadOnlyList<Fact> own;
    private readonly Lazy<Dictionary<EntityId, int>> concerning;
    private readonly ILookup<EntityId, EntityId> members;
    private readonly ById<FactId, Fact> facts;
    private readonly ById<EntityId, Entity> entities;
    private readonly ById<SourceId, Source> sources;
    private readonly ById<SeedId, Seed> seeds;
    private readonly Lazy<Dictionary<string, FactId>> handles;

    /// <summary>By place, those beneath who have further names here.</summary>
    private readonly Dictionary<int, Entity> renamed;

    internal FactBook(
        Story story,
        IReadOnlyList<Seed> seeds,
        IReadOnlyList<Source> sources,
        IReadOnlyList<Entity> entities,
        IReadOnlyList<Fact> facts
    )
        : this(below: null, story, new Cast(entities, sources, seeds), facts, [], [], new HashSet<FactId>(), []) { }

    private FactBook(
        FactBook? below,
        Story story,
        Cast cast,
        IReadOnlyList<Fact> own,
        IReadOnlyList<Cast> earlierCasts,
        IReadOnlyList<Fact> earlierFacts,
        IReadOnlySet<FactId> taken,
        IReadOnlyList<AddedName> names
    )
    {
        (this.below, this.own, this.taken, Story, Added) = (below, own, taken, story, cast);
        Seeds = Layered.Over(below?.Seeds, cast.Seeds);
        Sources = Layered.Over(below?.Sources, cast.Sources);
        renamed = Renamed(below?.Entities ?? [], names);
        AddedNames = [.. names.Where(added => renamed.Values.Any(entity => entity.Id == added.Entity))];
        Entities = Layered.Over(below?.Entities, cast.Entities, renamed);
        var casts = earlierCasts.Prepend(cast).ToList();
        seeds = ById<SeedId, Seed>.Over(below?.seeds, casts.SelectMany(c => c.Seeds).Select(seed => (seed.Id, seed)));
        sources = ById<SourceId, Source>.Over(below?.sources, casts.SelectMany(c => c.Sources).Select(source => (source.Id, source)));
        entities = ById<EntityId, Entity>.Over(
            below?.entities,
            renamed.Values.Concat(casts.SelectMany(c => c.Entities)).Select(entity => (entity.Id, entity))
        );
        var here = renamed.Values.Concat(cast.Entities).Select(entity => entity.Id).ToHashSet();
        Entity[] gone = below is not null && entities == below.entities ? [] : [.. entities.Own.Where(entity => !here.Contains(entity.Id))];
        AddedGone = gone;
        EntitiesGone = Layered.Over(below?.EntitiesGone, gone);
        for (var place = 0; place < own.Count; place++)
        {
            foreach (var id in own[place].Formerly.Prepend(own[place].Id))
            {
                places.TryAdd(id, place);
            }
        }

        places.TrimExcess();
        handles = new(() => places.Keys.DistinctBy(id => id.Handle).ToDictionary(id => id.Handle));
        concerning = new(CountConcerned);
        members = cast
            .Entities.Concat(gone)
            .Where(entity => entity.Of is not null)
            .ToLookup(entity => entity.Of!.Value, entity => entity.Id);
        facts = ById<FactId, Fact>.Over(
            below?.facts,
            places.Select(pair => (pair.Key, own[pair.Value])).Concat(earlierFacts.Select(fact => (fact.Id, fact)))
        );
        Facts = taken.Count == 0 ? Layered.Over(below?.Facts, own) : new Layered<Fact>(below!.Facts, own, gone: below.PlacesOf(taken));
        CheckedByDefault = new(
            id => this.sources.TryGet(id, out var source) ? source : null,
            id => this.seeds.TryGet(id, out var seed) ? seed.Retrieved : null,
            taken.Count == 0 ? own : Facts,
            taken.Count == 0 ? below?.CheckedByDefault : null
        );
    }

    /// <summary>By which day a fact laid over these counts as checked. Where some beneath are taken away, what they told counts no more.</summary>
    internal CheckedByDefault CheckedByDefault { get; }

    public Story Story { get; }
    public IReadOnlyList<Seed> Seeds { get; }
    public IReadOnlyList<Source> Sources { get; }
    public IReadOnlyList<Entity> Entities { get; }

    /// <summary>Those that only earlier editions had.</summary>
    public IReadOnlyList<Entity> EntitiesGone { get; }

    /// <summary>In the order of the file; what a community changed or added comes last.</summary>
    public IReadOnlyList<Fact> Facts { get; }

    /// <summary>The facts of this book alone, which come after those of the one beneath.</summary>
    internal IReadOnlyList<Fact> Own => own;

    /// <summary>The facts beneath that are left out.</summary>
    internal IReadOnlySet<FactId> Taken => taken;

    /// <summary>Whom and what this book adds to the one beneath; all of it where there is none.</summary>
    internal Cast Added { get; }

    /// <summary>Further names that those beneath have here.</summary>
    internal IReadOnlyList<AddedName> AddedNames { get; }

    /// <summary>By place in <see cref="Entities"/>, those beneath who have further names here.</summary>
    internal IReadOnlyDictionary<int, Entity> RenamedHere => renamed;

    /// <summary>Of <see cref="EntitiesGone"/>, those that were added here.</summary>
    internal IReadOnlyList<Entity> AddedGone { get; }

    internal KnownIds KnownSeeds => Known(Seeds, seed => seed.Id.Value);
    internal KnownIds KnownSources => Known(Sources, source => source.Id.Value);
    internal KnownIds KnownEntities => Known(Entities, entity => entity.Id.Value);
    internal KnownIds KnownFacts => new(() => Facts.Select(fact => fact.Id.Value), id => Find(new FactId(id))?.Id.Value);

    public Entity this[EntityId id] => entities[id];

    public Source this[SourceId id] => sources[id];

    public Seed this[SeedId id] => seeds[id];

    public Fact this[FactId id] => facts[id];

    internal bool Knows(EntityId id) => entities.TryGet(id, out _);

    internal bool Knows(SourceId id) => sources.TryGet(id, out _);

    internal bool Knows(SeedId id) => seeds.TryGet(id, out _);

    /// <summary>The fact of this id in this edition, a former id included; null when there is none.</summary>
    public Fact? Find(FactId id) =>
        places.TryGetValue(id, out var place) ? own[place]
        : below?.Find(id) is not { } found ? null
        : !taken.Contains(found.Id) ? found
        : found.Formerly.Prepend(found.Id).FirstOrDefault(places.ContainsKey) is { Value: not null } name ? own[places[name]]
        : null;

    /// <summary>The id, a present or a former one, that a button's handle stands for; null when it stands for none.</summary>
    public FactId? WithHandle(string handle) => handles.Value.TryGetValue(handle, out var id) ? id : below?.WithHandle(handle);

    /// <summary>How many facts have the entity act in them, or are about it.</summary>
    public int Concerning(EntityId entity) => (below?.Concerning(entity) ?? 0) + concerning.Value.GetValueOrDefault(entity);

    /// <summary>Those who belong to the entity, in this edition or an earlier one.</summary>
    internal IEnumerable<EntityId> MembersOf(EntityId entity) => (below?.MembersOf(entity) ?? []).Concat(members[entity]);

    /// <summary>The same book, which also knows by id what earlier editions had.</summary>
    /// <param name="casts">Newest first.</param>
    /// <param name="earlier">Newest first.</param>
    internal FactBook Remembering(IEnumerable<Cast> casts, IEnumerable<Fact> earlier) =>
        new(below, Story, Added, own, [.. casts], [.. earlier], taken, AddedNames);

    /// <summary>The book of a community: its own people, sources and facts laid over these.</summary>
    /// <param name="story">The story as the community follows it.</param>
    /// <param name="cast">Whom and what the community named.</param>
    /// <param name="own">The facts it has now.</param>
    /// <param name="taken">The facts of this book that it changed or withdrew; what it changed them to is among its own.</param>
    /// <param name="earlier">All that its facts ever were; newest first.</param>
    /// <param name="names">What it calls those of this book besides.</param>
    internal FactBook With(
        Story story,
        Cast cast,
        IReadOnlyList<Fact> own,
        IReadOnlySet<FactId> taken,
        IReadOnlyList<Fact> earlier,
        IReadOnlyList<AddedName> names
    ) => new(this, story, cast, own, [Nameless.Of([.. own, .. earlier], cast, this)], earlier, taken, names);

    /// <summary>Applies every rule of the story format: the snapshot, or all problems of the draft at once.</summary>
    /// <param name="abbreviations">Words that end in a full stop without ending a sentence, lower case, without the stop.</param>
    public static BuildResult Build(StoryDraft draft, IReadOnlySet<string> abbreviations) =>
        new FactBookBuilder(draft, abbreviations).Build();

    /// <summary>Reads what is laid over this book, by the same rules: new and changed facts, and whom and what they name.</summary>
    /// <param name="draft">Its seeds, sources, entities and facts; what it says of the story itself is not read.</param>
    /// <param name="today">The day by which its facts are known, where they do not say.</param>
    /// <param name="also">A fact that may be said again though it is not given now, as one that is held.</param>
    public AmendResult Amend(StoryDraft draft, DateOnly today, IReadOnlySet<string> abbreviations, FactId? also = null) =>
        new FactBookBuilder(draft, abbreviations).Amend(this, today, also);

    private static KnownIds Known<T>(IReadOnlyList<T> things, Func<T, string> idOf) =>
        new(() => things.Select(idOf), id => things.Any(thing => idOf(thing) == id) ? id : null);

    private int[] PlacesOf(IReadOnlySet<FactId> ids) => [.. ids.Where(places.ContainsKey).Select(id => places[id]).Distinct().Order()];

    private Dictionary<EntityId, int> CountConcerned()
    {
        var counts = new Dictionary<EntityId, int>();
        Count(own, 1);
        Count(below is null ? [] : below.PlacesOf(taken).Select(place => below.own[place]), -1);
        return counts;

        void Count(IEnumerable<Fact> facts, int each)
        {
            foreach (var entity in facts.SelectMany(fact => fact.Actors.Union(fact.About)))
            {
                counts[entity] = counts.GetValueOrDefault(entity) + each;
            }
        }
    }

    private static Dictionary<int, Entity> Renamed(IReadOnlyList<Entity> below, IReadOnlyList<AddedName> names) =>
        names.Count == 0
            ? []
            : below
                .Select((entity, place) => (Place: place, Was: entity, Now: AddedName.Given(entity, names)))
                .Where(each => !ReferenceEquals(each.Was, each.Now))
                .ToDictionary(each => each.Place, each => each.Now);
}

/// <summary>What is laid over a book: all that a draft adds to it or says in another way.</summary>
public sealed record Amendment(Cast Cast, IReadOnlyList<Fact> Facts, IReadOnlyList<AddedName> Names);

/// <summary>An amendment, or what is wrong with its draft.</summary>
public abstract record AmendResult
{
    private AmendResult() { }

    public sealed record Built(Amendment Amendment) : AmendResult;

    /// <param name="Problems">At least one, by place.</param>
    public sealed record Refused(IReadOnlyList<Problem> Problems) : AmendResult;
}

/// <summary>A fact book, or what is wrong with its draft.</summary>
public abstract record BuildResult
{
    private BuildResult() { }

    public sealed record Built(FactBook Book) : BuildResult;

    /// <param name="Problems">At least one, by place.</param>
    public sealed record Refused(IReadOnlyList<Problem> Problems) : BuildResult;
}
