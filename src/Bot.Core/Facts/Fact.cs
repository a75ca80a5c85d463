namespace Bot.Core.Facts;

/// <summary>
/// One statement with its speaker, status, times, sources and the sentences it rests on. Closed: a fact is an <see cref="Assertion"/>,
/// an <see cref="Account"/> or a <see cref="NonAnswer"/>, and each can be shown in one way only.
/// </summary>
public abstract record Fact
{
    private protected Fact() { }

    public required FactId Id { get; init; }
    public IReadOnlyList<FactId> Formerly { get; init; } = [];
    public abstract FactKind Kind { get; }
    public IReadOnlyList<EntityId> Actors { get; init; } = [];
    public string? Action { get; init; }
    public string? Object { get; init; }
    public required Speaker Speaker { get; init; }
    public required FactStatus Status { get; init; }
    public EventDate? On { get; init; }
    public DateBasis OnBasis { get; init; }
    public PartialDate? SaidOn { get; init; }
    public DateBasis SaidOnBasis { get; init; }
    public Holding Holds { get; init; }

    /// <summary>The day we knew it.</summary>
    public required DateOnly Known { get; init; }

    /// <summary>Whether that day was written down; else it is the day of the edition that first had the fact.</summary>
    public bool KnownIsStated { get; init; }

    /// <summary>
    /// The day it was last checked against a source, else the day that the newest source read is of; being read or loaded never moves it.
    /// Null: no date to check by.
    /// </summary>
    public DateOnly? Checked { get; init; }
    public string? Where { get; init; }
    public string? Scope { get; init; }
    public Figure? Figure { get; init; }

    /// <summary>The statement in one plain sentence.</summary>
    public required string Says { get; init; }

    /// <summary>The speaker's exact words.</summary>
    public string? Quote { get; init; }
    public Stance? Stance { get; init; }
    public IReadOnlyList<string> Asked { get; init; } = [];
    public IReadOnlyList<EntityId> About { get; init; } = [];
    public required IReadOnlyList<SourceId> Sources { get; init; }
    public IReadOnlyList<Link> Links { get; init; } = [];

    /// <summary>Why others contest it; null when nobody does.</summary>
    public string? Disputed { get; init; }
    public Ending? Ended { get; init; }
    public required IReadOnlyList<Evidence> RestsOn { get; init; }

    public IEnumerable<FactId> Linked(LinkKind kind)
    {
        foreach (var link in Links)
        {
            if (link.Kind == kind)
            {
                yield return link.To;
            }
        }
    }

    /// <summary>Everybody and everything that it names.</summary>
    public IEnumerable<EntityId> NamedEntities => [.. Actors, .. About, .. (Speaker as Speaker.People)?.Ids ?? []];

    /// <summary>The pages that carry it, and the one that speaks in it.</summary>
    public IEnumerable<SourceId> NamedSources => Speaker is Speaker.Carrier carrier ? Sources.Append(carrier.Id) : Sources;

    /// <summary>The day by which it had been said: when it was said, else when it happened.</summary>
    public DateOnly? SaidBy => SaidOn?.Last ?? On?.Latest ?? On?.Earliest;

    /// <summary>When it happened, else when it was said; null where neither is known.</summary>
    public EventDate? Happened => On ?? (SaidOn is { } said ? new EventDate(said, said) : null);
}

/// <summary>A fact of any kind but the two that have a type of their own.</summary>
public sealed record Assertion : Fact
{
    private readonly FactKind kind;

    public Assertion(FactKind kind)
    {
        if (kind is FactKind.Account or FactKind.NonAnswer)
        {
            throw new ArgumentOutOfRangeException(nameof(kind), kind, "This kind has a type of its own.");
        }

        this.kind = kind;
    }

    public override FactKind Kind => kind;
}

/// <summary>A contested description. It is shown beside <see cref="Other"/>, the other side's, or not at all.</summary>
public sealed record Account : Fact
{
    public override FactKind Kind => FactKind.Account;
    public required FactId Other { get; init; }
}

/// <summary>Declined, did not respond, was not asked: never a denial, never "nothing known".</summary>
public sealed record NonAnswer : Fact
{
    public override FactKind Kind => FactKind.NonAnswer;
}

/// <summary>Who says it. Closed: people of the story, or a source in its own words.</summary>
public abstract record Speaker
{
    private Speaker() { }

    /// <param name="Ids">One, or several who speak as one.</param>
    public sealed record People(IReadOnlyList<EntityId> Ids) : Speaker
    {
        public bool Equals(People? other) => other is not null && Ids.SequenceEqual(other.Ids);

        public override int GetHashCode() => Ids.Count == 0 ? 0 : Ids[0].GetHashCode();
    }

    public sealed record Carrier(SourceId Id) : Speaker;
}

/// <summary>A number, or a word that stands for one, with its unit and what bounds it ("over").</summary>
public sealed record Figure(string Value, string Unit, string? Qualifier);

/// <summary>What a fact is to another one.</summary>
public sealed record Link(LinkKind Kind, FactId To);

/// <summary>How a fact ended, from which day on, and why.</summary>
public sealed record Ending(EndingKind How, DateOnly On, string Reason)
{
    /// <summary>It was so until then, and may be told as such; what was wrong or taken back may not.</summary>
    public bool WasSo => How is EndingKind.Superseded or EndingKind.Expired;
}

/// <summary>A sentence a fact rests on, as it stands in its seed.</summary>
/// <param name="Passage">The one it begins in, without the words around it: those are not the fact's, and stand in the seed alone.</param>
public sealed record Evidence(SeedId Seed, string Sentence, int Start, Passage Passage);
