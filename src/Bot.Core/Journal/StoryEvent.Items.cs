using Bot.Core.Communities;
using Bot.Core.Facts;

namespace Bot.Core.Journal;

/// <content>What waits for the moderators of a community. Each item has a stream of its own; no reader sees any of it, and no answer depends on it.</content>
public abstract partial record StoryEvent
{
    public abstract record OfItem : StoryEvent
    {
        private protected OfItem() { }

        public abstract ItemId Item { get; init; }

        /// <summary>The facts it is about: it goes when one of them is erased.</summary>
        public abstract IReadOnlyList<FactId> Facts { get; }
    }

    /// <summary>Somebody wants what takes two.</summary>
    /// <param name="Revision">The state of the fact that it was asked for.</param>
    /// <param name="On">For a retraction, the day it was taken back.</param>
    /// <param name="Undoes">For an undoing, the position of the change that is to be undone.</param>
    /// <param name="Due">When it takes effect although nobody else approved, since there is nobody else; null: never.</param>
    /// <param name="Holds">The fact was held with it.</param>
    public sealed record ChangeProposed(
        ItemId Item,
        FactId Fact,
        GraveAct Act,
        int Revision,
        DateOnly? On,
        long? Undoes,
        DateTimeOffset? Due,
        bool Holds
    ) : OfItem
    {
        public override IReadOnlyList<FactId> Facts => [Fact];
    }

    /// <summary>Somebody reads a fact and says that it is wrong. Those of one fact are one item.</summary>
    /// <param name="Revision">The state of the fact that they read.</param>
    public sealed record FactReported(ItemId Item, FactId Fact, int Revision) : OfItem
    {
        public override IReadOnlyList<FactId> Facts => [Fact];
    }

    /// <summary>A fact is being written, or goes on being written.</summary>
    /// <param name="Fact">The id it will have.</param>
    public sealed record DraftKept(ItemId Item, FactId Fact, FactSheet Sheet) : OfItem
    {
        public override IReadOnlyList<FactId> Facts => [Fact];
    }

    /// <summary>It waits no more.</summary>
    /// <param name="About">The facts it was about.</param>
    /// <param name="Tell">Who is to be told what became of it.</param>
    public sealed record ItemSettled(ItemId Item, IReadOnlyList<FactId> About, Settling How, IReadOnlyList<PersonKey> Tell) : OfItem
    {
        public override IReadOnlyList<FactId> Facts => About;
    }

    /// <summary>Who was to be told was told, as far as they could be reached.</summary>
    public sealed record ReportersTold(ItemId Item, IReadOnlyList<FactId> About) : OfItem
    {
        public override IReadOnlyList<FactId> Facts => About;
    }
}

/// <summary>What one moderator alone does not do.</summary>
public enum GraveAct
{
    /// <summary>The source took it back.</summary>
    Retract,

    /// <summary>Two origins, or a document of record, bear it out.</summary>
    Confirm,
    Erase,

    /// <summary>The undoing of one of the others.</summary>
    Undo,
}

/// <summary>What became of something that waited.</summary>
public enum Settling
{
    /// <summary>A second moderator approved a proposal, and it was done.</summary>
    Approved,

    /// <summary>There was nobody to approve it, and its time had come.</summary>
    TookEffect,

    /// <summary>Another moderator was against it.</summary>
    Rejected,

    /// <summary>Whoever proposed it wants it no more.</summary>
    TakenBack,

    /// <summary>The fact became another by other means.</summary>
    Overtaken,

    /// <summary>The fact that was reported was changed.</summary>
    Acted,

    /// <summary>The fact that was reported stands as it is.</summary>
    Stands,

    /// <summary>A draft became a fact.</summary>
    Added,

    /// <summary>A draft was given up.</summary>
    Dropped,

    /// <summary>Two facts that do not agree are both given.</summary>
    BothStand,
}

/// <summary>The name of something that waits for moderators: eight lower-case hex digits.</summary>
public readonly record struct ItemId(string Value)
{
    /// <summary>The name that follows from what it is about, so that whoever works it out gets the same.</summary>
    public static ItemId Of(string about) => new(Handles.Of(about));

    /// <summary>Null for a text that is none.</summary>
    public static ItemId? TryParse(string text) => text.Length == 8 && text.All(char.IsAsciiHexDigitLower) ? new ItemId(text) : null;

    public override string ToString() => Value;
}
