using Bot.Core.Communities;

namespace Bot.Core.Moderation.Cards;

/// <summary>What is not right in moderators' channels, as it was last read from the store: moderators see it where they look for what waits.</summary>
public sealed class CardTroubles
{
    /// <summary>What helps for one mostly helps for all.</summary>
    private const int Most = 3;

    private ILookup<CommunityId, string> told = Array.Empty<Card>().ToLookup(card => card.Community, _ => "");

    /// <summary>In sentences, each once; none where all is well.</summary>
    public IReadOnlyList<string> Of(CommunityId community) => [.. Volatile.Read(ref told)[community].Distinct().Take(Most)];

    internal void Take(IEnumerable<Card> cards) =>
        Volatile.Write(
            ref told,
            cards.Where(card => card is { Why: not null, IsReminder: false }).ToLookup(card => card.Community, CardWords.Trouble)
        );
}
