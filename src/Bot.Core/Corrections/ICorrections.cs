using Bot.Core.Communities;
using Bot.Core.Delivery;
using Bot.Core.Facts;

namespace Bot.Core.Corrections;

/// <summary>
/// Which posts show facts that changed, derived from the journal, and what became of correcting them. What is derived can be derived again; what became of a post stays as
/// long as its receipt.
/// </summary>
public interface ICorrections
{
    /// <summary>Takes in what the journal has by now, and gives the posts that may have to be corrected, those that have waited longest first.</summary>
    /// <param name="now">One whose next try is later is left out, and so is one that somebody has claimed.</param>
    /// <param name="madeBefore">A post that was made before then, and not looked at since, is among them.</param>
    ValueTask<IReadOnlyList<TrackedPost>> Open(DateTimeOffset now, DateTimeOffset madeBefore, int most, CancellationToken cancellation);

    /// <summary>Keeps a post from all others for a while.</summary>
    /// <returns>False where somebody else has it.</returns>
    ValueTask<bool> Take(Claim claim, DateTimeOffset now, CancellationToken cancellation);

    /// <summary>
    /// Keeps what became of a post. What is pending counts as dealt with up to <see cref="TrackedPost.Settled"/>. Where the claim is somebody else's by now nothing is kept: they
    /// go on from what was.
    /// </summary>
    /// <param name="ends">The claim is given back.</param>
    ValueTask Save(TrackedPost post, Claim claim, bool ends, CancellationToken cancellation);

    /// <summary>What a moderator wants done with all posts that show a fact and wait to be corrected; <see cref="Instruction.SendNow"/> also where they were left.</summary>
    /// <returns>How many there are.</returns>
    ValueTask<int> Instruct(CommunityId community, FactId fact, Instruction wanted, CancellationToken cancellation);

    /// <summary>All posts of a community that are known, with what became of them, the oldest first.</summary>
    ValueTask<IReadOnlyList<TrackedPost>> All(CommunityId community, CancellationToken cancellation);

    /// <summary>The posts of all communities of which something could not be done, and is not tried again by itself.</summary>
    ValueTask<IReadOnlyList<TrackedPost>> Left(CancellationToken cancellation);
}

/// <summary>A post that somebody corrects at the moment. The end of its time also names it.</summary>
public readonly record struct Claim(CommunityId Community, DeliveryId Delivery, DateTimeOffset Until);
