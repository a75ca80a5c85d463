using Bot.Core.Facts;
using Bot.Core.Journal;

namespace Bot.Core.Moderation;

/// <content>What waits for moderators.</content>
public abstract partial record Change
{
    /// <summary>A member says that a fact is wrong; the reason is what they say.</summary>
    public sealed record Report(FactId Fact) : Change;

    /// <summary>A new fact is kept while it is being written.</summary>
    /// <param name="Item">The draft that goes on; null: a new one.</param>
    /// <param name="Version">The one that was looked at.</param>
    public sealed record KeepDraft(FactSheet Sheet, ItemId? Item = null, long? Version = null) : Change;

    /// <summary>What waits is to be done: a proposal by somebody else, a draft of whomever, the base's state where it moved.</summary>
    /// <param name="Version">The one that was looked at; null: whatever it is.</param>
    public sealed record Approve(ItemId Item, long? Version = null) : Change;

    /// <summary>What waits is not to be done.</summary>
    public sealed record Reject(ItemId Item, long? Version = null) : Change;

    /// <summary>The time of something is over that waited where there is nobody to approve it.</summary>
    public sealed record TakeEffect(ItemId Item) : Change;

    /// <summary>Those who reported something were told what became of it.</summary>
    public sealed record ReportersTold(ItemId Item) : Change;
}
