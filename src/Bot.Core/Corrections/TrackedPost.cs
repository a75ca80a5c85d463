using Bot.Core.Communities;
using Bot.Core.Delivery;
using Bot.Core.Facts;
using Bot.Core.Journal;

namespace Bot.Core.Corrections;

/// <summary>A post, with all that is known of its corrections. No word of it is kept.</summary>
public sealed record TrackedPost
{
    public required Receipt Receipt { get; init; }
    public required IReadOnlyList<SeenFact> Facts { get; init; }

    /// <summary>What happened to its facts that was not dealt with yet; null for nothing.</summary>
    public PendingChange? Pending { get; init; }

    /// <summary>Up to which position of the journal it was dealt with.</summary>
    public long Settled { get; init; }

    /// <summary>How many notes were begun below it: the last of them may not be there yet.</summary>
    public int Notes { get; init; }

    /// <summary>By fact, the states that the last note tells of, until it is known what became of it; empty where it is.</summary>
    public IReadOnlyList<ShownFact> Noting { get; init; } = [];

    public CorrectionState State { get; init; }

    /// <summary>Why it is in that state, as a sentence that says what to do.</summary>
    public string? Why { get; init; }

    /// <summary>How often in a row it came to nothing.</summary>
    public int Tries { get; init; }

    /// <summary>Not before then.</summary>
    public DateTimeOffset? NextTry { get; init; }

    /// <summary>What a moderator wants done with what is pending.</summary>
    public Instruction? Wanted { get; init; }

    /// <summary>Whether something else is to be seen than should be, and nothing more is done about it by itself.</summary>
    public bool WasLeft =>
        State is CorrectionState.CannotEdit or CorrectionState.NotNoted or CorrectionState.Retrying or CorrectionState.Stopped;

    /// <summary>Whether it shows a fact, or did; it may be called otherwise since.</summary>
    public bool Shows(FactId fact) => Facts.Any(seen => seen.Fact == fact) || Receipt.Facts.Any(shown => shown.Fact == fact);

    /// <summary>The facts of which its readers see, or were told, anything else than there is; each as it is called in the post.</summary>
    /// <param name="story">That of the post, as it stands now.</param>
    public IEnumerable<FactId> Differing(StorySnapshot story)
    {
        var facts = new PostedFacts(story, Receipt.Facts);
        return Facts.Where(seen => facts.Misses(seen) || facts.Gap(seen) > Tier.None).Select(seen => seen.Fact);
    }

    /// <summary>Whether a moderator who wants something done about a fact means this post.</summary>
    public bool IsMeantBy(FactId fact, Instruction wanted) =>
        Shows(fact) && (Pending is not null || (wanted == Instruction.SendNow && WasLeft));

    /// <summary>As it is when it was just made.</summary>
    public static TrackedPost Of(Receipt receipt) =>
        new() { Receipt = receipt, Facts = [.. receipt.Facts.Select(shown => new SeenFact(shown.Fact, shown.Revision, shown.Revision))] };

    /// <summary>When what is pending is dealt with; null: there is nothing to do.</summary>
    public DateTimeOffset? DueAt(CorrectionRules rules) =>
        Wanted == Instruction.SendNow || Noting.Count > 0 ? NextTry ?? DateTimeOffset.MinValue
        : Pending is not { } pending ? null
        : rules.DueAt(pending) is var due && NextTry > due ? NextTry
        : due;
}

/// <summary>Changes of facts that a post shows, taken together.</summary>
/// <param name="Since">When the first was made.</param>
/// <param name="Latest">When the last was made.</param>
/// <param name="OfBase">The position of the last that was made to the base; 0 for none.</param>
/// <param name="OfCommunity">The position of the last that the community made; 0 for none.</param>
public sealed record PendingChange(DateTimeOffset Since, DateTimeOffset Latest, long OfBase, long OfCommunity)
{
    public long Position => Math.Max(OfBase, OfCommunity);

    /// <summary>The facts of which an event may make another one, or none; empty where no post shows anything else by it.</summary>
    public static IEnumerable<FactId> Touched(StoryEvent happened) =>
        happened switch
        {
            StoryEvent.FactAdded e => [e.Fact.Id],
            StoryEvent.FactChanged e => new[] { e.Before.Id, e.After.Id }.Distinct(),
            StoryEvent.FactRemoved e => [e.Fact.Id],
            StoryEvent.FactHeld e => [e.Fact],
            StoryEvent.FactReleased e => [e.Fact],
            StoryEvent.FactReturned e => [e.Fact],
            StoryEvent.FactErased e => [e.Fact],
            _ => [],
        };

    /// <param name="open">What was pending before; null for nothing.</param>
    public static PendingChange After(PendingChange? open, Envelope envelope)
    {
        var ofBase = envelope.Community == CommunityId.Base;
        return new PendingChange(
            open?.Since ?? envelope.At,
            envelope.At,
            ofBase ? envelope.Position : open?.OfBase ?? 0,
            ofBase ? open?.OfCommunity ?? 0 : envelope.Position
        );
    }
}

/// <summary>What became of the last correction of a post.</summary>
public enum CorrectionState
{
    /// <summary>Nothing had to be done so far.</summary>
    AsPosted,

    /// <summary>It shows what it should.</summary>
    Corrected,

    /// <summary>It did not work so far, and is tried again.</summary>
    Retrying,

    /// <summary>It shows what it should, but there is no note below it, or nobody knows whether there is.</summary>
    NotNoted,

    /// <summary>It cannot be edited.</summary>
    CannotEdit,

    /// <summary>A moderator wanted it left as it is.</summary>
    Stopped,
}

/// <summary>What a moderator wants done with pending corrections.</summary>
public enum Instruction
{
    /// <summary>At once, also where it could not be done before.</summary>
    SendNow,

    /// <summary>Not at all.</summary>
    Stop,

    /// <summary>With a note, however small the machine takes the change to be.</summary>
    Raise,
}
