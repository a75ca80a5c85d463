namespace Bot.Core.Facts;

/// <summary>
/// A new fact as a moderator gives it: three answers, and what they settled beside them. All else is worked out from the story each time it is looked at, so that what
/// is kept of an unfinished one is what somebody said, and nothing that was guessed.
/// </summary>
/// <param name="Sentence">What is said, in one sentence, as the source has it.</param>
/// <param name="From">A link, or a source of the story by name or id.</param>
/// <param name="Speaker">Who says it, by name; empty: the source itself.</param>
public sealed record FactSheet(string Sentence, string From, string Speaker)
{
    /// <summary>The longest sentence that is taken, in UTF-16 code units.</summary>
    public const int LongestSentence = 1_000;

    /// <summary>The longest other answer.</summary>
    public const int LongestAnswer = 300;

    public FactKind? Kind { get; init; }
    public FactStatus? Status { get; init; }

    /// <summary>When it happened, as <see cref="EventDate"/> reads it; empty: not given. Null: nobody settled it.</summary>
    public string? On { get; init; }

    /// <summary>The one of the story that is meant by <see cref="Speaker"/>.</summary>
    public EntityId? SpeakerIs { get; init; }

    /// <summary>What a new speaker is.</summary>
    public EntityKind? SpeakerKind { get; init; }

    /// <summary>Who acts, by name; empty: nobody. Null: nobody settled it.</summary>
    public string? Actors { get; init; }

    /// <summary>Written out, so that two are the same exactly when their texts are.</summary>
    public string Content => string.Join('\n', Sentence, From, Speaker, Kind, Status, On ?? "-", SpeakerIs, SpeakerKind, Actors ?? "-");
}
