using Bot.Core.Communities;
using Bot.Core.Conversation;
using Bot.Core.Conversation.Buttons;
using Bot.Core.Digests;
using Bot.Core.Facts;

namespace Bot.Core.Delivery;

/// <summary>Something to say in a channel, for everybody there to see.</summary>
public sealed record OutgoingPost
{
    public required CommunityId Community { get; init; }

    /// <summary>What made it: a button that was pressed, a message that is replied to, a slot of a schedule.</summary>
    public required DeliveryId Delivery { get; init; }
    public required PlaceId Place { get; init; }

    /// <summary>Null while no story is loaded: then it says nothing that could be corrected.</summary>
    public required StorySlug? Story { get; init; }
    public required Reply Reply { get; init; }
    public IReadOnlyList<ReplyButton> Buttons { get; init; } = [];

    /// <summary>What stands for whoever may take it away again, so that its button is there after a correction too; null for nobody. See <see cref="ButtonIds.Asker"/>.</summary>
    public string? Asker { get; init; }

    /// <summary>The message that it answers or is about: it stands in that one's thread, or as a reply to it. Null for none.</summary>
    public PostId? ReplyTo { get; init; }

    /// <summary>Shown below what it says; null for none. Where it cannot be shown, the rest is posted without it.</summary>
    public PostPicture? Picture { get; init; }

    /// <summary>Of what it tells, where it is a digest.</summary>
    public DigestSpan? Digest { get; init; }

    /// <summary>How long it may take in all; null: as long as anything else that is asked of the platform.</summary>
    public TimeSpan? Patience { get; init; }

    /// <summary>In a direct message: nobody else sees it, and no receipt is left, for that would say who asked after what.</summary>
    public bool IsPrivate { get; init; }

    /// <summary>In a moderators' channel: what a button of its says from the beginning, and of no other post there, so that it can be found by that, whatever it is to show by now. Null for all else.</summary>
    public string? Marker { get; init; }

    /// <summary>Refused soon after another that shows the same facts in the same place.</summary>
    public bool Spaced { get; init; }
}

/// <summary>A picture that is posted along, as PNG.</summary>
/// <param name="AlternativeText">Says what the picture shows.</param>
public sealed record PostPicture(byte[] Png, string AlternativeText)
{
    /// <summary>What its file is called.</summary>
    public const string File = "timeline.png";
}
