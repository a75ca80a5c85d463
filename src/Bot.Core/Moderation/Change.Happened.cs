using Bot.Core.Facts;

namespace Bot.Core.Moderation;

/// <content>The one door of a moderator, "what happened?", and how it is undone.</content>
public abstract partial record Change
{
    /// <summary>It has moved on: it was true until a day, and something else is now.</summary>
    /// <param name="Draft">What is so now, as one new fact.</param>
    public sealed record Supersede(FactId Fact, StoryDraft Draft, DateOnly On) : Change;

    /// <summary>We were wrong.</summary>
    /// <param name="Draft">What is right, as that one fact, whole; null: nothing is known that would be right, and the fact ends.</param>
    /// <param name="LookedAgain">The sentences it rests on were looked at again, and bear it out as it is now.</param>
    public sealed record Correct(FactId Fact, StoryDraft? Draft, DateOnly On, bool LookedAgain) : Change;

    /// <summary>The source took it back.</summary>
    public sealed record Retract(FactId Fact, DateOnly On) : Change;

    /// <summary>Others contest it.</summary>
    /// <param name="By">Who, and how, in one sentence; null: nobody does any more.</param>
    public sealed record Dispute(FactId Fact, string? By) : Change;

    /// <summary>A better or a second source bears it out.</summary>
    /// <param name="Draft">That one fact, whole, with the source beside those it had.</param>
    public sealed record Cite(FactId Fact, StoryDraft Draft) : Change;

    /// <summary>It was looked at again and is still so.</summary>
    public sealed record Recheck(FactId Fact, DateOnly On) : Change;

    /// <summary>Its sources are of two origins, or one is a document of record.</summary>
    public sealed record Confirm(FactId Fact) : Change;

    /// <summary>Content and history are emptied for good.</summary>
    public sealed record EraseFact(FactId Fact) : Change;

    /// <summary>The inverse of the latest change of a fact.</summary>
    /// <param name="Position">Of that change, as it was looked at; null: whatever is the latest.</param>
    public sealed record Undo(FactId Fact, long? Position = null) : Change;
}
