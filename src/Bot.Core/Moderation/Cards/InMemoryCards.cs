using Bot.Core.Communities;
using Bot.Core.Facts;
using Bot.Core.Journal;

namespace Bot.Core.Moderation.Cards;

/// <summary>Cards for as long as the process lives.</summary>
public sealed class InMemoryCards : ICards
{
    private readonly Lock gate = new();
    private readonly Dictionary<(CommunityId Community, StorySlug, ItemId), Card> cards = [];

    public ValueTask<IReadOnlyList<Card>> All(CancellationToken cancellation)
    {
        lock (gate)
        {
            return ValueTask.FromResult<IReadOnlyList<Card>>([.. cards.Values]);
        }
    }

    public ValueTask<Card?> Save(Card card, CancellationToken cancellation)
    {
        lock (gate)
        {
            if ((cards.GetValueOrDefault(Key(card))?.Version ?? 0) != card.Version)
            {
                return ValueTask.FromResult<Card?>(null);
            }

            cards[Key(card)] = card with { Version = card.Version + 1 };
            return ValueTask.FromResult<Card?>(cards[Key(card)]);
        }
    }

    public ValueTask Forget(Card card, CancellationToken cancellation)
    {
        lock (gate)
        {
            if (cards.GetValueOrDefault(Key(card))?.Version == card.Version)
            {
                cards.Remove(Key(card));
            }
        }

        return ValueTask.CompletedTask;
    }

    internal void Drop(CommunityId community)
    {
        lock (gate)
        {
            cards.Keys.Where(key => key.Community == community).ToList().ForEach(key => cards.Remove(key));
        }
    }

    private static (CommunityId, StorySlug, ItemId) Key(Card card) => (card.Community, card.Story, card.Item);
}
