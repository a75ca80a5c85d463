using Bot.Core.Facts;
using Bot.Core.Questions.Answering;

namespace Bot.Core.Conversation;

/// <summary>What goes back to the person who asked. Closed; every command ends in one.</summary>
public abstract record Reply
{
    private protected Reply() { }

    /// <summary>The first line: the whole answer in words, with speaker and status.</summary>
    public required string Headline { get; init; }
    public IReadOnlyList<Part> Parts { get; init; } = [];

    /// <summary>The last line: which sources, how old. Null where nothing of a story is said.</summary>
    public string? Foot { get; init; }
}

/// <summary>The answer to a question, composed.</summary>
public sealed record AnswerReply(Answer Answer) : Reply;

/// <summary>Facts that were shown before, as they stand today.</summary>
/// <param name="Changed">They are not what they were when they were shown.</param>
public sealed record ShownAgain(bool Changed) : Reply;

/// <summary>A list of things: sources, facts of one kind, status.</summary>
public sealed record Listing : Reply;

/// <summary>What happened, by date.</summary>
public sealed record Timeline(IReadOnlyList<TimelineEntry> Entries) : Reply
{
    /// <summary>Since when it was asked what is new; null where it was not.</summary>
    public EventDate? Since { get; init; }

    /// <summary>What it is narrowed to; null for nothing.</summary>
    public EventDate? Within { get; init; }

    /// <summary>What a picture of it says, in words.</summary>
    public string Says => string.Join('\n', Parts.OfType<Picture>().Select(picture => picture.AlternativeText));
}

/// <summary>What changed in what we say, newest first.</summary>
public sealed record History(IReadOnlyList<HistoryEntry> Entries) : Reply;

/// <summary>One change.</summary>
/// <param name="Fact">The fact it is about; null where it is about the story.</param>
/// <param name="Words">What happened, when and why, with speaker and status.</param>
/// <param name="Fields">Field by field; none where the fact may not be told.</param>
public sealed record HistoryEntry(FactId? Fact, string Words, IReadOnlyList<FieldChange> Fields)
{
    /// <summary>Its place in the record; 0 where that is not told.</summary>
    public long Position { get; init; }
}

/// <summary>Something to know: help, version, state.</summary>
public sealed record Notice : Reply;

/// <summary>The command was not done, and the headline says why and what would work.</summary>
public sealed record Refusal : Reply
{
    /// <summary>Of a form that was sent off: the field that it is about, by its key, where a platform can say it beside that; null for none.</summary>
    public string? Field { get; init; }
}

/// <summary>The command was not understood; one of these may be meant.</summary>
public sealed record Choices(IReadOnlyList<ReplyAction> Options) : Reply;
