namespace Bot.Core.Facts;

/// <summary>
/// A story as somebody wrote it, before any rule was applied: text with places, in files or in a moderator's form alike.
/// <see cref="FactBook.Build"/> turns it into a <see cref="FactBook"/>, or into every problem it has.
/// </summary>
public sealed record StoryDraft
{
    public required Place At { get; init; }
    public Text? Slug { get; init; }
    public Text? Title { get; init; }
    public Text? Summary { get; init; }
    public Text? Language { get; init; }
    public Text? TimeZone { get; init; }
    public Text? Edition { get; init; }
    public IReadOnlyList<EditionNoteDraft> EditionNotes { get; init; } = [];
    public Text? Default { get; init; }
    public Text? Closed { get; init; }
    public IReadOnlyList<IReadOnlyList<Text>> Card { get; init; } = [];
    public IReadOnlyList<AbsenceDraft> Absent { get; init; } = [];
    public IReadOnlyList<SeedDraft> Seeds { get; init; } = [];
    public IReadOnlyList<SourceDraft> Sources { get; init; } = [];
    public IReadOnlyList<EntityDraft> Entities { get; init; } = [];

    /// <summary>Further names of those who are there already; what stands in files has them on the entity itself.</summary>
    public IReadOnlyList<NameDraft> Names { get; init; } = [];
    public IReadOnlyList<FactDraft> Facts { get; init; } = [];

    /// <summary>What was found wrong while the draft was read; <see cref="FactBook.Build"/> adds its own.</summary>
    public IReadOnlyList<Problem> Problems { get; init; } = [];

    /// <summary>Parts that could not be read whole: an id that may stand there is not called unknown.</summary>
    public DraftParts Unread { get; init; }
}

/// <summary>The lists of a story that a draft may have only in part.</summary>
[Flags]
public enum DraftParts
{
    None = 0,
    Seeds = 1,
    Sources = 2,
    Entities = 4,
    Facts = 8,
}

/// <summary>What is new in an edition, in a sentence.</summary>
public sealed record EditionNoteDraft(Place At)
{
    public Text? Edition { get; init; }
    public Text? Date { get; init; }
    public Text? Note { get; init; }
}

/// <summary>Something people ask and the sources do not give, before it is an <see cref="Absence"/>.</summary>
public sealed record AbsenceDraft(Place At)
{
    public Text? Id { get; init; }
    public IReadOnlyList<Text> Asked { get; init; } = [];
    public Text? Says { get; init; }
    public IReadOnlyList<Text> Nearest { get; init; } = [];
}

/// <summary>A document with what its front matter says of it, before it is a <see cref="Seed"/>.</summary>
public sealed record SeedDraft(Place At)
{
    public Text? Id { get; init; }
    public Text? Form { get; init; }
    public Text? Title { get; init; }
    public Text? Publisher { get; init; }
    public Text? Author { get; init; }
    public Text? Published { get; init; }
    public Text? Url { get; init; }
    public Text? Origin { get; init; }
    public Text? Language { get; init; }
    public Text? Retrieved { get; init; }

    /// <summary>The document without its front matter.</summary>
    public required string Body { get; init; }
}

/// <summary>A page or outlet, before it is a <see cref="Source"/>.</summary>
public sealed record SourceDraft(Place At)
{
    public Text? Id { get; init; }
    public Text? Title { get; init; }
    public Text? Short { get; init; }
    public Text? Origin { get; init; }
    public Text? Publisher { get; init; }
    public Text? Author { get; init; }
    public Text? Published { get; init; }
    public Text? Url { get; init; }
    public Text? Seed { get; init; }
    public Text? CitedBy { get; init; }
    public Text? Record { get; init; }
}

/// <summary>Somebody or something of the story, before it is an <see cref="Entity"/>.</summary>
public sealed record EntityDraft(Place At)
{
    public Text? Id { get; init; }
    public Text? Kind { get; init; }
    public Text? Name { get; init; }
    public Text? Role { get; init; }
    public IReadOnlyList<Text> Aliases { get; init; } = [];
    public Text? Of { get; init; }
}

/// <summary>One more name of an entity that is there already.</summary>
/// <param name="At">Where it stands.</param>
public sealed record NameDraft(Place At)
{
    public Text? Entity { get; init; }
    public Text? Name { get; init; }

    /// <summary>The fact that brings it along.</summary>
    public Text? Fact { get; init; }
}

/// <summary>One fact, before it is a <see cref="Fact"/>: a text for each of its keys, null for one that is not given.</summary>
public sealed record FactDraft(Place At)
{
    public Text? Id { get; init; }
    public IReadOnlyList<Text> Formerly { get; init; } = [];
    public Text? Kind { get; init; }
    public IReadOnlyList<Text> Actor { get; init; } = [];
    public Text? Action { get; init; }
    public Text? Object { get; init; }
    public IReadOnlyList<Text> Speaker { get; init; } = [];
    public Text? Status { get; init; }
    public Text? On { get; init; }
    public Text? OnBasis { get; init; }
    public Text? SaidOn { get; init; }
    public Text? SaidOnBasis { get; init; }
    public Text? Holds { get; init; }
    public Text? Known { get; init; }
    public Text? Checked { get; init; }
    public Text? Where { get; init; }
    public Text? Scope { get; init; }
    public FigureDraft? Figure { get; init; }
    public Text? Says { get; init; }
    public Text? Quote { get; init; }
    public Text? Stance { get; init; }
    public IReadOnlyList<Text> Asked { get; init; } = [];
    public IReadOnlyList<Text> About { get; init; } = [];
    public IReadOnlyList<Text> Sources { get; init; } = [];
    public IReadOnlyList<LinkDraft> Links { get; init; } = [];
    public DisputeDraft? Disputed { get; init; }
    public EndingDraft? Ended { get; init; }
    public IReadOnlyList<EvidenceDraft> RestsOn { get; init; } = [];
}

/// <summary>A number with its unit and what bounds it, before it is a <see cref="Figure"/>.</summary>
public sealed record FigureDraft(Place At)
{
    public Text? Value { get; init; }
    public Text? Unit { get; init; }
    public Text? Qualifier { get; init; }
}

/// <summary>What a fact is to others, by their ids: one <see cref="Link"/> for each.</summary>
public sealed record LinkDraft(Text Kind, IReadOnlyList<Text> To);

/// <summary>That a fact is disputed, and why.</summary>
public sealed record DisputeDraft(Place At)
{
    public Text? Reason { get; init; }
}

/// <summary>How a fact ended, when and why, before it is an <see cref="Ending"/>.</summary>
public sealed record EndingDraft(Place At)
{
    public Text? How { get; init; }
    public Text? On { get; init; }
    public Text? Reason { get; init; }
}

/// <summary>A sentence a fact rests on and the seed it stands in, before it is found there as <see cref="Evidence"/>.</summary>
public sealed record EvidenceDraft(Place At)
{
    public Text? Seed { get; init; }
    public Text? Sentence { get; init; }
}
