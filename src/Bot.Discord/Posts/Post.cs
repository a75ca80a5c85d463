using Bot.Core.Communities;
using Bot.Core.Conversation;
using Bot.Core.Delivery;
using Bot.Core.Facts;
using Bot.Discord.Api;
using Bot.Discord.Wire;

namespace Bot.Discord.Posts;

/// <summary>Something to say in a channel, for everybody there to see.</summary>
internal sealed record Post
{
    /// <summary>The base where there is none, in a direct message: nobody else sees it, and no receipt is left.</summary>
    public required CommunityId Community { get; init; }

    /// <summary>What made it: an interaction, or a message that is replied to.</summary>
    public required DeliveryId Delivery { get; init; }
    public required Snowflake Channel { get; init; }

    /// <summary>Null while no story is loaded: then it says nothing that could be corrected.</summary>
    public required StorySlug? Story { get; init; }

    /// <summary>What is said, for the facts in it.</summary>
    public required Reply Reply { get; init; }
    public required MessageData Message { get; init; }

    /// <summary>The message that it replies to; null for none.</summary>
    public Snowflake? ReplyTo { get; init; }

    /// <summary>How long it may take in all; null: as long as anything else that is asked of Discord.</summary>
    public TimeSpan? Patience { get; init; }

    /// <summary>Refused soon after another that shows the same facts in the same channel.</summary>
    public bool Spaced { get; init; }
}

/// <summary>What became of a post. Closed.</summary>
internal abstract record Sent
{
    private Sent() { }

    public sealed record Arrived(PostId Post) : Sent;

    /// <summary>The same delivery came before; nothing was done now.</summary>
    public sealed record Again : Sent;

    public sealed record TooSoon(Receipt Earlier) : Sent;

    /// <summary>It is not there.</summary>
    public sealed record Refused(Failure Why) : Sent;

    /// <summary>It may be there: the receipt says so until somebody looks.</summary>
    public sealed record Unknown(string Sentence) : Sent;
}
