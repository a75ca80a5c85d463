using Bot.Core.Communities;
using Bot.Core.Conversation;
using Bot.Core.Conversation.Buttons;
using Bot.Core.Delivery;
using Bot.Core.Moderation;

namespace Bot.Core.Digests;

/// <summary>Who asks for something about digests, and where.</summary>
/// <param name="Place">Null where it is no channel: a window, or a page.</param>
/// <param name="Delivery">What made it: repeated, it does nothing twice.</param>
public sealed record DigestAsker(Caller By, PlaceId? Place, DeliveryId Delivery)
{
    public CommunityId Community => By.Community;

    /// <summary>The time zone that they live by, as the platform tells; null where it does not.</summary>
    public string? Zone { get; init; }

    /// <summary>Whether a picture has a place beside the reply; else none is drawn.</summary>
    public bool SeesPicture { get; init; } = true;
}

/// <summary>What is said to something about digests.</summary>
/// <param name="Picture">Beside the reply; null for none.</param>
public sealed record DigestSaid(Reply Reply, PostPicture? Picture = null)
{
    /// <summary>Opens the form that was not taken as it was filled in, where the platform has closed it; null for none.</summary>
    public ReplyButton? Again { get; init; }

    internal static DigestSaid No(string sentence) => new(new Refusal { Headline = sentence });
}
