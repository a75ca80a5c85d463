using Bot.Core.Delivery;
using Bot.Core.Journal;

namespace Bot.Core.Conversation.Forms;

/// <summary>What a form is for.</summary>
public enum FormKind
{
    /// <summary>A new fact.</summary>
    Add,

    /// <summary>It has moved on.</summary>
    MovedOn,

    /// <summary>We were wrong.</summary>
    Wrong,

    /// <summary>The source took it back.</summary>
    TookBack,

    /// <summary>Others contest it.</summary>
    Contested,
    Source,
    Confirm,
    Erase,
    Reject,
    Report,

    /// <summary>What of a draft is settled.</summary>
    Speaker,
    Kind,
    Status,
    Date,
    Actors,

    /// <summary>When digests come.</summary>
    Digest,

    /// <summary>Who stands in for a second moderator.</summary>
    StandIns,
}

/// <summary>What a form carries of what it is about, so that nothing is kept of it.</summary>
/// <param name="Story">The handle of the story, or of all of them.</param>
/// <param name="Fact">The fact and the state of it that was shown; null where it is about none.</param>
/// <param name="Item">What waits, and which version of it was shown; null where it is about nothing that does.</param>
/// <param name="Digest">The digests that it sets up; null where it is about none.</param>
public sealed record FormRef(FormKind Kind, string Story, HandledFact? Fact = null, ItemRef? Item = null, DigestRef? Digest = null);

/// <summary>Digests, as a form names them.</summary>
/// <param name="Place">Where they come.</param>
/// <param name="Seen">Stands for what had been set up there when the form was shown.</param>
public readonly record struct DigestRef(PlaceId Place, string Seen)
{
    /// <summary>Null for a text that is none.</summary>
    public static DigestRef? TryParse(string text) =>
        text.Split('.') is [{ Length: > 0 } place, { Length: > 0 } seen] ? new DigestRef(new PlaceId(place), seen) : null;

    public override string ToString() => $"{Place}.{Seen}";
}

/// <summary>Something that waits, as a button or a line names it: <c>0123abcd</c>, or <c>0123abcd.3</c> for its version 3.</summary>
public readonly record struct ItemRef(ItemId Item, long? Version)
{
    /// <summary>Null for a text that is none.</summary>
    public static ItemRef? TryParse(string text) =>
        text.Split('.') switch
        {
            [var id] when ItemId.TryParse(id) is { } item => new ItemRef(item, null),
            [var id, var version]
                when ItemId.TryParse(id) is { } item
                    && long.TryParse(
                        version,
                        System.Globalization.NumberStyles.None,
                        System.Globalization.CultureInfo.InvariantCulture,
                        out var number
                    ) => new ItemRef(item, number),
            _ => null,
        };

    public static ItemRef Of(QueueItem item) => new(item.Id, item.Version);

    public override string ToString() => Version is { } version ? FormattableString.Invariant($"{Item}.{version}") : $"{Item}";
}

/// <summary>What a form that came back is for. Closed.</summary>
public abstract record SentForm
{
    private SentForm() { }

    public sealed record Live(FormRef Form) : SentForm;

    /// <summary>It does nothing, and this is why.</summary>
    public sealed record Dead(string Sentence) : SentForm;
}
