using Bot.Core.Delivery;
using Bot.Core.Facts;

namespace Bot.Core.Corrections;

/// <summary>What is to be done about one post at one moment, and what is known of it when that was done. Nothing here does anything.</summary>
internal sealed record Plan
{
    private readonly TrackedPost post;
    private readonly PostedFacts facts;
    private readonly bool isDue;

    private Plan(TrackedPost post, PostedFacts facts, bool isDue) => (this.post, this.facts, this.isDue) = (post, facts, isDue);

    /// <summary>Nothing has to be kept from others: it is not its time yet.</summary>
    public bool IsNothing => !isDue && !IsEdit;

    /// <summary>A moderator wants it left as it is. A note that was begun is brought to its end all the same.</summary>
    public bool IsStopped => post is { Wanted: Instruction.Stop, Noting.Count: 0 };

    /// <summary>What is being checked, and what was erased, does not wait for the end of the grace time.</summary>
    public bool IsEdit => !IsStopped && post.Facts.Any(seen => facts.Misses(seen) && (isDue || IsUrgent(seen)));

    public bool IsNote =>
        post.Noting.Count > 0
        || (
            isDue
            && !IsStopped
            && !NoteName.Is(post.Receipt.Delivery)
            && post.Facts.Any(seen => facts.Gap(seen) is var gap && gap > Tier.None && gap >= Noted)
        );

    /// <summary>From which tier on a note is due.</summary>
    private Tier Noted => post.Wanted == Instruction.Raise ? Tier.Wording : Tier.Substance;

    public static Plan Of(TrackedPost post, PostedFacts facts, DateTimeOffset now, CorrectionRules rules)
    {
        var isArriving = post.Receipt.State == PostState.Sending && post.Receipt.At > now - CorrectionRules.StillSending;
        var due = post.DueAt(rules) ?? post.Receipt.At + rules.FirstLook;
        return new Plan(post, facts, !isArriving && due <= now);
    }

    /// <summary>It shows what it should.</summary>
    public TrackedPost Shown(TrackedPost now) =>
        now with
        {
            Facts = [.. now.Facts.Select(seen => seen with { Shows = facts.Should(seen.Fact) })],
            State = CorrectionState.Corrected,
            Why = null,
            Tries = 0,
            NextTry = null,
        };

    /// <summary>What a note tells, before it is sent.</summary>
    public TrackedPost Noting(TrackedPost now) =>
        now.Noting.Count > 0
            ? now
            : now with
            {
                Notes = now.Notes + 1,
                Noting =
                [
                    .. now
                        .Facts.Where(seen => facts.Gap(seen) is var gap && gap > Tier.None && gap >= Noted)
                        .Select(seen => new ShownFact(seen.Fact, facts.Should(seen.Fact))),
                ],
            };

    /// <summary>By fact, of what readers were told last, and of what by the note that was begun. What was withdrawn since is told as it is now.</summary>
    public IReadOnlyList<(FactId Fact, int Was, int Is)> Told(TrackedPost now) =>
        [
            .. from told in now.Noting
            join seen in now.Facts on told.Fact equals seen.Fact
            let should = facts.Should(told.Fact)
            select (told.Fact, seen.Told, should <= 0 ? should : told.Revision),
        ];

    /// <summary>The note is there, or will never be.</summary>
    /// <param name="why">Null: it is there.</param>
    public static TrackedPost AfterNote(TrackedPost now, string? why)
    {
        var told = now.Noting.ToDictionary(each => each.Fact, each => each.Revision);
        return now with
        {
            Facts = [.. now.Facts.Select(seen => told.TryGetValue(seen.Fact, out var state) ? seen with { Told = state } : seen)],
            Noting = [],
            State = why is null ? CorrectionState.Corrected : CorrectionState.NotNoted,
            Why = why,
            Tries = 0,
            NextTry = null,
        };
    }

    /// <summary>All was done that is to be done; what came while a note was on its way is still to be told.</summary>
    public TrackedPost Settled(TrackedPost now) =>
        !isDue || now.Facts.Any(seen => facts.Misses(seen) || facts.Gap(seen) >= Tier.Substance)
            ? now
            : Closed(now) with
            {
                Facts = [.. now.Facts.Select(seen => Present(seen.Fact, facts.Should(seen.Fact))).DistinctBy(seen => seen.Fact)],
            };

    /// <summary>It is left as it is, until something else happens to its facts.</summary>
    public static TrackedPost Left(TrackedPost now, CorrectionState state, string? why) => Closed(now) with { State = state, Why = why };

    /// <summary>It did not work, and is tried again; where that happened too often, it is left.</summary>
    /// <param name="otherwise">In which state it is left.</param>
    public static TrackedPost Later(TrackedPost now, DateTimeOffset at, CorrectionState otherwise, string why) =>
        CorrectionRules.Pause(now.Tries + 1) is { } pause
            ? now with
            {
                State = CorrectionState.Retrying,
                Why = why,
                Tries = now.Tries + 1,
                NextTry = at + pause,
            }
            : Left(now, otherwise, CorrectionWords.NotTried(why));

    private static TrackedPost Closed(TrackedPost now) =>
        now with
        {
            Settled = Math.Max(now.Settled, now.Pending?.Position ?? 0),
            Pending = null,
            Noting = [],
            Wanted = null,
            Tries = 0,
            NextTry = null,
        };

    private SeenFact Present(FactId fact, int state) => new(facts.Present(fact), state, state);

    private bool IsUrgent(SeenFact seen) =>
        facts.Should(seen.Fact) == SeenFact.BeingChecked || (seen.Shows > 0 && facts.Revision(seen.Fact, seen.Shows) is null);
}
