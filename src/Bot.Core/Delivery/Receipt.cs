using Bot.Core.Communities;
using Bot.Core.Digests;
using Bot.Core.Facts;

namespace Bot.Core.Delivery;

/// <summary>What made a post, as its platform names it: a button that was pressed, a message that was answered. A repeated delivery has the same.</summary>
public readonly record struct DeliveryId(string Value)
{
    public override string ToString() => Value;
}

/// <summary>A channel, as its platform names it.</summary>
public readonly record struct PlaceId(string Value)
{
    public override string ToString() => Value;
}

/// <summary>A message, as its platform names it.</summary>
public readonly record struct PostId(string Value)
{
    public override string ToString() => Value;
}

/// <summary>How far a post is.</summary>
public enum PostState
{
    /// <summary>About to be sent. If it stays so, nobody knows whether it arrived.</summary>
    Sending,
    Posted,

    /// <summary>Somebody had it taken away.</summary>
    Removed,
}

/// <summary>What everybody in a place can see that the bot said, so that it can be corrected. No word of it is kept, and nobody's name.</summary>
public sealed record Receipt
{
    public required CommunityId Community { get; init; }
    public required DeliveryId Delivery { get; init; }
    public required PlaceId Place { get; init; }
    public required StorySlug Story { get; init; }

    /// <summary>The facts that it shows, by id.</summary>
    public required IReadOnlyList<ShownFact> Facts { get; init; }

    /// <summary>A hash of what it shows: another one means that something else is to be seen.</summary>
    public required string Content { get; init; }
    public required DateTimeOffset At { get; init; }
    public PostState State { get; init; } = PostState.Sending;

    /// <summary>Null while nobody knows that it arrived.</summary>
    public PostId? Post { get; init; }

    /// <summary>See <see cref="OutgoingPost.Asker"/>.</summary>
    public string? Asker { get; init; }

    /// <summary>See <see cref="OutgoingPost.Digest"/>.</summary>
    public DigestSpan? Digest { get; init; }

    /// <summary>Stands for the facts, in whatever state: what shows the same facts has the same.</summary>
    public string Subject => string.Join(' ', Facts.Select(shown => shown.Fact).Distinct().Order());
}
