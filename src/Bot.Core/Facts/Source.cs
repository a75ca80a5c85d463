namespace Bot.Core.Facts;

/// <summary>A page or outlet that carries facts.</summary>
public sealed record Source
{
    public required SourceId Id { get; init; }
    public required string Title { get; init; }

    /// <summary>How a sentence names it: "a news article".</summary>
    public required string Short { get; init; }

    /// <summary>The one investigation or statement behind it. Sources of one origin count once.</summary>
    public required string Origin { get; init; }
    public string? Publisher { get; init; }
    public string? Author { get; init; }
    public PartialDate? Published { get; init; }
    public string? Url { get; init; }

    /// <summary>The seed in which we have it. Null: known only through <see cref="CitedBy"/>, not read by us.</summary>
    public SeedId? Seed { get; init; }
    public SourceId? CitedBy { get; init; }

    /// <summary>A document of record: one is enough for "confirmed".</summary>
    public bool Record { get; init; }
}
