namespace Bot.Core.Facts;

/// <summary>A source document as we have it, cut into sentences.</summary>
public sealed record Seed
{
    public required SeedId Id { get; init; }
    public required SeedForm Form { get; init; }
    public required string Title { get; init; }
    public string? Publisher { get; init; }
    public string? Author { get; init; }
    public PartialDate? Published { get; init; }
    public string? Url { get; init; }
    public string? Language { get; init; }
    public PartialDate? Retrieved { get; init; }
    public required string Text { get; init; }
    public required IReadOnlyList<Passage> Passages { get; init; }
}

/// <summary>One sentence of a seed. Offsets are UTF-16 code units in the seed's text, end exclusive.</summary>
public sealed record Passage
{
    public required SeedId Seed { get; init; }

    /// <summary>Its number in the seed, from 0.</summary>
    public required int Number { get; init; }
    public required int Start { get; init; }
    public required int End { get; init; }
    public required string Text { get; init; }

    /// <summary>Whether it ends as a sentence does, and is no heading or caption.</summary>
    public bool IsWhole => Text is [.., '.' or '!' or '?' or '"' or '\u201D'];

    /// <summary>The number of its paragraph, from 0; a list item is a paragraph of its own.</summary>
    public required int Paragraph { get; init; }
    public string? Heading { get; init; }

    /// <summary>For a list item, the sentence that introduces the list: searched with it, never shown as its text.</summary>
    public string? LeadIn { get; init; }
}
