using System.Collections.Frozen;

namespace Bot.Core.Facts;

/// <summary>
/// A story's facts, entities, sources and seeds as one immutable snapshot in which every id is known and every rule is kept.
/// The only way to one is <see cref="Build"/>. By id it may also know what earlier editions had, so that an old revision can be shown.
/// </summary>
public sealed class FactBook
{
    private readonly FrozenDictionary<FactId, Fact> current;
    private readonly FrozenDictionary<FactId, Fact> facts;
    private readonly FrozenDictionary<EntityId, Entity> entities;
    private readonly FrozenDictionary<SourceId, Source> sources;
    private readonly FrozenDictionary<SeedId, Seed> seeds;

    internal FactBook(
        Story story,
        IReadOnlyList<Seed> seeds,
        IReadOnlyList<Source> sources,
        IReadOnlyList<Entity> entities,
        IReadOnlyList<Fact> facts
    )
        : this(story, new Cast(entities, sources, seeds), facts, [], []) { }

    private FactBook(Story story, Cast cast, IReadOnlyList<Fact> facts, IReadOnlyList<Cast> earlierCasts, IReadOnlyList<Fact> earlierFacts)
    {
        (Story, Seeds, Sources, Entities, Facts) = (story, cast.Seeds, cast.Sources, cast.Entities, facts);
        var casts = earlierCasts.Prepend(cast).ToList();
        seeds = ById(casts.SelectMany(c => c.Seeds), seed => seed.Id);
        sources = ById(casts.SelectMany(c => c.Sources), source => source.Id);
        entities = ById(casts.SelectMany(c => c.Entities), entity => entity.Id);
        current = facts
            .SelectMany(fact => fact.Formerly.Prepend(fact.Id).Select(id => (id, fact)))
            .ToFrozenDictionary(pair => pair.id, pair => pair.fact);
        this.facts = current
            .Concat(earlierFacts.Select(fact => KeyValuePair.Create(fact.Id, fact)))
            .DistinctBy(pair => pair.Key)
            .ToFrozenDictionary();
        var here = Entities.Select(entity => entity.Id).ToHashSet();
        EntitiesGone = [.. entities.Values.Where(entity => !here.Contains(entity.Id))];
    }

    public Story Story { get; }
    public IReadOnlyList<Seed> Seeds { get; }
    public IReadOnlyList<Source> Sources { get; }
    public IReadOnlyList<Entity> Entities { get; }

    /// <summary>Those that only earlier editions had.</summary>
    public IReadOnlyList<Entity> EntitiesGone { get; }

    /// <summary>In the order of the file.</summary>
    public IReadOnlyList<Fact> Facts { get; }

    public Entity this[EntityId id] => entities[id];

    public Source this[SourceId id] => sources[id];

    public Seed this[SeedId id] => seeds[id];

    public Fact this[FactId id] => facts[id];

    /// <summary>The fact of this id in this edition, a former id included; null when there is none.</summary>
    public Fact? Find(FactId id) => current.GetValueOrDefault(id);

    /// <summary>The same book, which also knows by id what earlier editions had.</summary>
    /// <param name="casts">Newest first.</param>
    /// <param name="earlier">Newest first.</param>
    internal FactBook Remembering(IEnumerable<Cast> casts, IEnumerable<Fact> earlier) =>
        new(Story, new Cast(Entities, Sources, Seeds), Facts, [.. casts], [.. earlier]);

    /// <summary>Applies every rule of the story format: the snapshot, or all problems of the draft at once.</summary>
    /// <param name="abbreviations">Words that end in a full stop without ending a sentence, lower case, without the stop.</param>
    public static BuildResult Build(StoryDraft draft, IReadOnlySet<string> abbreviations) =>
        new FactBookBuilder(draft, abbreviations).Build();

    /// <summary>The first of each id wins.</summary>
    private static FrozenDictionary<TId, T> ById<TId, T>(IEnumerable<T> items, Func<T, TId> id)
        where TId : notnull => items.DistinctBy(id).ToFrozenDictionary(id);
}

/// <summary>A fact book, or what is wrong with its draft.</summary>
public abstract record BuildResult
{
    private BuildResult() { }

    public sealed record Built(FactBook Book) : BuildResult;

    /// <param name="Problems">At least one, by place.</param>
    public sealed record Refused(IReadOnlyList<Problem> Problems) : BuildResult;
}
