namespace Bot.Core.Facts;

/// <summary>One subject that is followed.</summary>
public sealed record Story
{
    public required StorySlug Slug { get; init; }
    public required string Title { get; init; }
    public string? Summary { get; init; }
    public required string Language { get; init; }

    /// <summary>IANA name.</summary>
    public required string TimeZone { get; init; }

    /// <summary>The numbered state of the base; 0 for a story that has no facts yet.</summary>
    public required int Edition { get; init; }
    public IReadOnlyList<EditionNote> EditionNotes { get; init; } = [];
    public bool IsDefault { get; init; }

    /// <summary>The day after which nothing more is expected.</summary>
    public DateOnly? Closed { get; init; }

    /// <summary>The lines of the story card; empty: chosen by kind.</summary>
    public IReadOnlyList<IReadOnlyList<FactId>> Card { get; init; } = [];
    public IReadOnlyList<Absence> Absent { get; init; } = [];
}

/// <summary>What is new in an edition of the base, and the day it came out.</summary>
public sealed record EditionNote(int Edition, DateOnly Date, string Note);

/// <summary>Something people ask and the sources do not give, with the facts worth showing instead.</summary>
public sealed record Absence(string Id, IReadOnlyList<string> Asked, string Says, IReadOnlyList<FactId> Nearest);
