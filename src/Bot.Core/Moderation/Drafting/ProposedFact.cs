using Bot.Core.Facts;
using Bot.Core.Questions.Understanding;

namespace Bot.Core.Moderation.Drafting;

/// <summary>
/// What is made of a sheet: the three answers, and the rest as far as it can be told from them and from the story. Each pass takes one and gives a fuller one. It is never
/// kept: what somebody settled is in the sheet.
/// </summary>
public sealed record ProposedFact
{
    public required FactSheet Sheet { get; init; }

    /// <summary>The sentence, understood as a question is.</summary>
    public required Question Read { get; init; }

    public GivenSource? Source { get; init; }
    public GivenSpeaker? Speaker { get; init; }
    public IReadOnlyList<Entity> Actors { get; init; } = [];
    public FactKind Kind { get; init; } = FactKind.Claim;
    public FactStatus Status { get; init; } = FactStatus.Alleged;
    public EventDate? On { get; init; }
    public Figure? Figure { get; init; }

    /// <summary>What somebody should look at, in the order of the card.</summary>
    public IReadOnlyList<DraftField> Doubtful { get; init; } = [];

    /// <summary>What is missing or cannot be read, a sentence each that says what to do.</summary>
    public IReadOnlyList<string> Problems { get; init; } = [];

    internal ProposedFact Doubt(DraftField field) => this with { Doubtful = [.. Doubtful, field] };

    internal ProposedFact Lacks(string sentence) => this with { Problems = [.. Problems, sentence] };
}

/// <summary>What of a draft can be settled on its card.</summary>
public enum DraftField
{
    Speaker,
    Kind,
    Status,
    Date,
    Actors,
}

/// <summary>Where a new fact is from. Closed.</summary>
public abstract record GivenSource
{
    private GivenSource() { }

    /// <summary>One of the story that holds the sentence word for word.</summary>
    public sealed record Quoted(Source Source, SeedId Seed) : GivenSource;

    /// <summary>One of the story; the sentence is a moderator's note on it.</summary>
    public sealed record Noted(Source Source) : GivenSource;

    /// <summary>One that the story does not have yet.</summary>
    /// <param name="Url">Null where it is no page. It is written down and not read.</param>
    public sealed record Unlisted(string Title, string Short, string Origin, string? Url) : GivenSource;
}

/// <summary>Who says a new fact. Closed.</summary>
public abstract record GivenSpeaker
{
    private GivenSpeaker() { }

    /// <param name="AlsoCalled">A name that the story does not have for them yet; null for none.</param>
    public sealed record Known(Entity Entity, string? AlsoCalled = null) : GivenSpeaker;

    public sealed record Newcomer(string Name, EntityKind Kind) : GivenSpeaker;

    /// <summary>The source, in its own words.</summary>
    public sealed record Itself : GivenSpeaker;
}
