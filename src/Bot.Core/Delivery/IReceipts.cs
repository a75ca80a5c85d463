using Bot.Core.Communities;

namespace Bot.Core.Delivery;

/// <summary>
/// What was posted. It is written down before it is sent, and again when it has arrived: what happens in between leaves a post of which nobody knows, and that is seen.
/// </summary>
public interface IReceipts
{
    /// <summary>A post is about to be sent. Of several at once for the same delivery, or for the same facts in the same place where these are spaced, one goes on.</summary>
    /// <param name="receipt">In the state <see cref="PostState.Sending"/>.</param>
    /// <param name="spaced">Refused within <see cref="Posting.Apart"/> of another that shows the same facts in the same place.</param>
    ValueTask<Begun> Begin(Receipt receipt, bool spaced, CancellationToken cancellation);

    /// <summary>It is there.</summary>
    ValueTask Posted(CommunityId community, DeliveryId delivery, PostId post, CancellationToken cancellation);

    /// <summary>It was refused, so there is nothing to correct: the receipt goes.</summary>
    ValueTask Refused(CommunityId community, DeliveryId delivery, CancellationToken cancellation);

    /// <summary>It was taken away. The receipt goes when the time of <see cref="Posting.Apart"/> is over.</summary>
    ValueTask Removed(CommunityId community, PlaceId place, PostId post, CancellationToken cancellation);

    /// <summary>What is known of a delivery; null for nothing.</summary>
    ValueTask<Receipt?> Find(CommunityId community, DeliveryId delivery, CancellationToken cancellation);

    /// <summary>All of a community, the oldest first.</summary>
    ValueTask<IReadOnlyList<Receipt>> All(CommunityId community, CancellationToken cancellation);

    /// <summary>Those of all communities that were to be sent before a moment, and of which nobody knows whether they arrived.</summary>
    ValueTask<IReadOnlyList<Receipt>> Unknown(DateTimeOffset before, CancellationToken cancellation);
}

/// <summary>Whether a post may be sent. Closed.</summary>
public abstract record Begun
{
    private Begun() { }

    public sealed record Go : Begun;

    /// <summary>The same delivery came before, and what it asked for was done or is being done.</summary>
    public sealed record Again : Begun;

    /// <summary>The same facts were shown in the same place a short while ago.</summary>
    public sealed record TooSoon(Receipt Earlier) : Begun;
}
