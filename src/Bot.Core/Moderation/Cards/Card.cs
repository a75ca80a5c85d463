using Bot.Core.Communities;
using Bot.Core.Delivery;
using Bot.Core.Facts;
using Bot.Core.Journal;

namespace Bot.Core.Moderation.Cards;

/// <summary>What a moderators' channel shows of one thing that waits, or the reminder there, as far as it is known. No word of it is kept.</summary>
public sealed record Card
{
    /// <summary>In place of something that waits: the reminder, of which there is one, and a new one each day.</summary>
    public static readonly ItemId Reminder = new("reminder");

    /// <summary>So long is one kept that is over: what is worked out from the facts may come to wait again.</summary>
    public static readonly TimeSpan KeptWhenOver = TimeSpan.FromDays(90);

    /// <summary>So long moderators are told of one of which nobody knows whether it is there, where it is over.</summary>
    public static readonly TimeSpan KeptWhenUnsure = TimeSpan.FromDays(7);

    public required CommunityId Community { get; init; }
    public required StorySlug Story { get; init; }
    public required ItemId Item { get; init; }

    /// <summary>The channel that it is in, or was to be.</summary>
    public required PlaceId Place { get; init; }

    /// <summary>When it was begun. What it shows is told as of then, so that a day that goes by changes nothing.</summary>
    public required DateTimeOffset Begun { get; init; }
    public CardState State { get; init; }

    /// <summary>Null while nobody knows that it is there.</summary>
    public PostId? Post { get; init; }

    /// <summary>A keyed hash of what it shows; null where nobody knows what.</summary>
    public string? Shown { get; init; }

    /// <summary>Up to which position of the journal it tells: who has read less leaves it.</summary>
    public long UpTo { get; init; }

    /// <summary>How often in a row it came to nothing.</summary>
    public int Tries { get; init; }

    /// <summary>Nobody does anything about it before then; whoever takes it sets this.</summary>
    public required DateTimeOffset NotBefore { get; init; }

    /// <summary>Why it is not as it should be, as a sentence that says what to do; null where that needs no saying.</summary>
    public string? Why { get; init; }

    /// <summary>How often it was kept; 0: not yet.</summary>
    public long Version { get; init; }

    public bool IsReminder => Item == Reminder;

    /// <summary>What makes its post.</summary>
    public DeliveryId Delivery => new(FormattableString.Invariant($"card {Community} {Story} {Item} {Begun.UtcTicks}"));
}

/// <summary>How far a card is.</summary>
public enum CardState
{
    /// <summary>About to be sent; it may be there.</summary>
    Sending,

    /// <summary>It is not there: the platform refused it.</summary>
    Refused,

    /// <summary>It is there.</summary>
    Posted,

    /// <summary>It is there, and says that nothing waits any more.</summary>
    Over,

    /// <summary>Somebody took it away, or nobody knows whether it is there: nothing more is done about it.</summary>
    Lost,
}
