namespace Bot.Core.Conversation;

/// <content>What depends on who asks. Facts and items stand here as they were typed or chosen; what they mean is told by the story as it stands then.</content>
public abstract partial record Command
{
    public abstract record ByCaller : Command;

    /// <summary>About one fact.</summary>
    public abstract record OfFact(string? Fact) : ByCaller;

    /// <summary>A new fact, or a draft that goes on.</summary>
    /// <param name="Draft">See <see cref="OptionKind.Item"/>.</param>
    /// <param name="Settle">What is to be settled of the draft; null: it is shown.</param>
    public sealed record AddFact(string? Sentence, string? From, string? Speaker, string? Draft, string? Settle) : ByCaller;

    /// <param name="Happened">Null: that is asked.</param>
    public sealed record ChangeFact(string? Fact, string? Happened) : OfFact(Fact);

    public sealed record HoldFact(string? Fact, string? Reason) : OfFact(Fact);

    public sealed record RetractFact(string? Fact, string? Reason) : OfFact(Fact);

    public sealed record EraseFact(string? Fact, string? Reason) : OfFact(Fact);

    /// <param name="Of">The change, by its position; null: it is shown what would be undone.</param>
    public sealed record UndoFact(string? Fact, string? Reason, string? Of) : OfFact(Fact);

    public sealed record FactHistory(string? Fact) : OfFact(Fact);

    public sealed record SourceFact(string? Fact, string? From) : OfFact(Fact);

    public sealed record RecheckFact(string? Fact) : OfFact(Fact);

    /// <param name="Item">Null: all of it.</param>
    public sealed record ShowWaiting(string? Item) : ByCaller;

    public sealed record Approve(string? Item) : ByCaller;

    public sealed record Reject(string? Item, string? Reason) : ByCaller;

    /// <summary>The desk of moderators in a browser.</summary>
    public sealed record OpenConsole : ByCaller;

    /// <summary>Anybody says that a fact is wrong.</summary>
    public sealed record Report(string? Fact) : ByCaller;

    /// <summary>Why something is denied to whoever asks, or is not.</summary>
    public sealed record WhyDenied : ByCaller;
}
