using Bot.Core.Communities;
using Bot.Core.Conversation;
using Bot.Core.Delivery;
using Bot.Core.Journal;

namespace Bot.Core.Moderation.Cards;

/// <summary>A channel that is to be the moderators' is tried out by a post, so that a missing permission shows when it is chosen.</summary>
public sealed class CardChannel(Poster poster, IEnumerable<IPlatform> platforms, Shelf shelf)
{
    /// <param name="choice">What chose it: made twice it is tried once.</param>
    public async Task<ChannelTried> Try(CommunityId community, PlaceId place, CommandId choice, CancellationToken cancellation)
    {
        if (platforms.FirstOrDefault(each => each.Serves(community)) is not { } platform)
        {
            return new ChannelTried.Refused(CardWords.NoPlatform);
        }

        var post = new OutgoingPost
        {
            Community = community,
            Delivery = new DeliveryId($"cards {community} {choice}"),
            Place = place,
            Story = shelf.Story(shelf.Now, community)?.Story.Slug,
            Reply = new Notice { Headline = CardWords.ComeHere },
            Patience = CardRules.Patience,
        };
        if (await poster.Send(platform, post, cancellation) is var posted && posted is Posted.Now { Sent: Sent.Refused refused })
        {
            return new ChannelTried.Refused(CardWords.NotThere(refused.Why.Sentence));
        }

        string?[] warnings =
        [
            posted is Posted.Now { Sent: Sent.Unknown } ? CardWords.Perhaps : null,
            await platform.IsForAll(community, place, cancellation) ? CardWords.SeenByAll : null,
        ];
        return new ChannelTried.Well(string.Join(' ', warnings.OfType<string>()));
    }
}

/// <summary>Whether a channel can be the moderators'. Closed.</summary>
public abstract record ChannelTried
{
    private ChannelTried() { }

    /// <param name="Warning">In sentences; empty for none.</param>
    public sealed record Well(string Warning) : ChannelTried;

    public sealed record Refused(string Why) : ChannelTried;
}
