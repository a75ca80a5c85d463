namespace Bot.Core.Moderation.Cards;

/// <summary>What is known of the cards in moderators' channels. Of several who do something about one at once, one goes on.</summary>
public interface ICards
{
    /// <summary>All of all communities.</summary>
    ValueTask<IReadOnlyList<Card>> All(CancellationToken cancellation);

    /// <summary>Keeps a card as it is now, a new one too.</summary>
    /// <param name="card">In the version that was read.</param>
    /// <returns>In the version that it has by that; null where it has another one by now, or is gone, and nothing was kept.</returns>
    ValueTask<Card?> Save(Card card, CancellationToken cancellation);

    /// <summary>Forgets a card in the version that was read.</summary>
    ValueTask Forget(Card card, CancellationToken cancellation);
}
