using Bot.Core.Conversation;
using Bot.Core.Facts;

namespace Bot.Core.Digests;

/// <summary>What changed since its readers were last told.</summary>
/// <param name="Position">The position of the journal up to which it tells.</param>
public sealed record Digest(DigestKind Kind, long Position) : Reply
{
    /// <summary>The facts that are new, or stand otherwise than before.</summary>
    public IReadOnlySet<FactId> News { get; init; } = new HashSet<FactId>();

    /// <summary>Of one that is looked at beforehand: what the picture below it would show; null for none.</summary>
    public Timeline? Shows { get; init; }

    /// <summary>The command that shows all that it tells, as it would be typed; null where none does.</summary>
    public string? All { get; init; }

    /// <summary>It says that the story is closed.</summary>
    public bool IsFinal { get; init; }

    /// <summary>With its command as it is called where it is read; what it quotes of the story is left as it is.</summary>
    public Digest Called(Naming naming) =>
        All is { } line
            ? this with
            {
                All = naming.Typed(line),
                Parts =
                [
                    .. Parts.Select(part => part is More { Command: { } typed } more ? more with { Command = naming.Typed(typed) } : part),
                ],
            }
            : this;
}

/// <summary>What a digest is about.</summary>
public enum DigestKind
{
    /// <summary>The first: where the story stands, so that the channel is not flooded with all there ever was.</summary>
    Baseline,
    Changes,

    /// <summary>That nothing changed in a month.</summary>
    Quiet,

    /// <summary>The last one of a story that was closed.</summary>
    Final,
}
