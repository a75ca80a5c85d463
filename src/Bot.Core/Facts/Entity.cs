namespace Bot.Core.Facts;

/// <summary>Somebody or something that facts speak of, with every name people use for it, other scripts too.</summary>
public sealed record Entity
{
    public required EntityId Id { get; init; }
    public required EntityKind Kind { get; init; }

    /// <summary>The name as it stands in a sentence.</summary>
    public required string Name { get; init; }
    public string? Role { get; init; }
    public IReadOnlyList<string> Aliases { get; init; } = [];

    /// <summary>The entity this one belongs to or speaks for.</summary>
    public EntityId? Of { get; init; }
}
