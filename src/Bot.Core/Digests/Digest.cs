using Bot.Core.Conversation;
using Bot.Core.Facts;

namespace Bot.Core.Digests;

/// <summary>What changed since its readers were last told.</summary>
/// <param name="Position">The position of the journal up to which it tells.</param>
public sealed record Digest(DigestKind Kind, long Position) : Reply
{
    /// <summary>The facts that are new, or stand otherwise than before.</summary>
    public IReadOnlySet<FactId> News { get; init; } = new HashSet<FactId>();

    /// <summary>It says that the story is closed.</summary>
    public bool IsFinal { get; init; }
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
