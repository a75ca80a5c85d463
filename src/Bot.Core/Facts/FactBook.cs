using System.Collections.Frozen;

namespace Bot.Core.Facts;

/// <summary>
/// A story's facts, entities, sources and seeds as one immutable snapshot in which every id is known and every rule is kept.
/// The only way to one is <see cref="Build"/>.
/// </summary>
public sealed class FactBook
{
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
    {
        (Story, Seeds, Sources, Entities, Facts) = (story, seeds, sources, entities, facts);
        this.seeds = seeds.ToFrozenDictionary(seed => seed.Id);
        this.sources = sources.ToFrozenDictionary(source => source.Id);
        this.entities = entities.ToFrozenDictionary(entity => entity.Id);
        this.facts = facts
            .SelectMany(fact => fact.Formerly.Prepend(fact.Id).Select(id => (id, fact)))
            .ToFrozenDictionary(pair => pair.id, pair => pair.fact);
    }

    public Story Story { get; }
    public IReadOnlyList<Seed> Seeds { get; }
    public IReadOnlyList<Source> Sources { get; }
    public IReadOnlyList<Entity> Entities { get; }

    /// <summary>In the order of the file.</summary>
    public IReadOnlyList<Fact> Facts { get; }

    public Entity this[EntityId id] => entities[id];

    public Source this[SourceId id] => sources[id];

    public Seed this[SeedId id] => seeds[id];

    public Fact this[FactId id] => facts[id];

    /// <summary>The fact of this id, a former id included; null when there is none.</summary>
    public Fact? Find(FactId id) => facts.GetValueOrDefault(id);

    public Entity? Find(EntityId id) => entities.GetValueOrDefault(id);

    /// <summary>Applies every rule of the story format: the snapshot, or all problems of the draft at once.</summary>
    /// <param name="abbreviations">Words that end in a full stop without ending a sentence, lower case, without the stop.</param>
    public static BuildResult Build(StoryDraft draft, IReadOnlySet<string> abbreviations) =>
        new FactBookBuilder(draft, abbreviations).Build();
}

/// <summary>A fact book, or what is wrong with its draft.</summary>
public abstract record BuildResult
{
    private BuildResult() { }

    public sealed record Built(FactBook Book) : BuildResult;

    /// <param name="Problems">At least one, by place.</param>
    public sealed record Refused(IReadOnlyList<Problem> Problems) : BuildResult;
}
