using Bot.Core.Communities;
using Bot.Core.Facts;

namespace Bot.Core.Journal;

/// <summary>Something that waits for moderators. Closed.</summary>
public abstract record QueueItem
{
    private QueueItem() { }

    public ItemId Id { get; internal init; }

    /// <summary>The fact it is about; for a draft, the one it will be.</summary>
    public FactId Fact { get; internal init; }

    /// <summary>Whose it is: who proposed it, or reported or wrote last.</summary>
    public PersonKey By { get; internal init; }

    /// <summary>Why, in their words; may be empty.</summary>
    public string Reason { get; internal init; } = "";
    public DateTimeOffset Since { get; internal init; }

    /// <summary>How often something happened to it: another number by now means that somebody was faster.</summary>
    public long Version { get; internal init; }

    /// <summary>The positions of its events.</summary>
    public IReadOnlyList<long> Positions { get; internal init; } = [];

    /// <summary>What takes a second moderator.</summary>
    public sealed record Proposal(StoryEvent.ChangeProposed Proposed) : QueueItem;

    /// <summary>Members say that a fact is wrong.</summary>
    /// <param name="Reporters">Each once, the first first.</param>
    public sealed record Report(IReadOnlyList<Reported> Reporters) : QueueItem;

    /// <summary>A fact that is being written.</summary>
    public sealed record Draft(FactSheet Sheet) : QueueItem;
}

/// <summary>One member's report.</summary>
/// <param name="Words">What is wrong, as they say it; may be empty.</param>
public sealed record Reported(PersonKey By, DateTimeOffset At, int Revision, string Words);

/// <summary>What became of something that waited.</summary>
/// <param name="Tell">Who is to be told.</param>
/// <param name="Told">Whether they were.</param>
public sealed record SettledItem(
    ItemId Id,
    IReadOnlyList<FactId> Facts,
    Settling How,
    PersonKey By,
    DateTimeOffset At,
    string Reason,
    IReadOnlyList<PersonKey> Tell,
    bool Told,
    long Version
);
