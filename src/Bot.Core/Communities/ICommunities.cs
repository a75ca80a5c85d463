namespace Bot.Core.Communities;

/// <summary>The communities that Dateline serves, and those that it left and will soon know nothing of.</summary>
public interface ICommunities
{
    /// <summary>A community uses Dateline. The first time it is written down; if it had left, that is called off.</summary>
    ValueTask Seen(CommunityId community, CancellationToken cancellation);

    /// <summary>
    /// The platform said that Dateline was removed from a community. Only that counts: one that cannot be reached, because the platform or the network is out, has
    /// not left. Said again, the first time stands.
    /// </summary>
    ValueTask Left(CommunityId community, CancellationToken cancellation);

    /// <summary>By id.</summary>
    ValueTask<IReadOnlyList<KnownCommunity>> All(CancellationToken cancellation);

    /// <summary>
    /// Deletes all there is of a community in one go: its events, its people, its links, its receipts, what it handed over and that it was known. The journal tells all who read it, so that
    /// they forget it.
    /// </summary>
    /// <param name="leftBy">When it must have left at the latest. This is looked at in the commit that deletes: it may be back by now, or another replica was faster.</param>
    /// <returns>Whether it was deleted.</returns>
    /// <exception cref="ArgumentException">It is the base, which is everybody's.</exception>
    ValueTask<bool> Delete(CommunityId community, DateTimeOffset leftBy, CancellationToken cancellation);
}

/// <summary>A community as it is kept: since when, and whether it left.</summary>
/// <param name="Since">When it was first seen.</param>
/// <param name="Left">When it left; null while it is here.</param>
public sealed record KnownCommunity(CommunityId Id, DateTimeOffset Since, DateTimeOffset? Left)
{
    /// <summary>How long the data of a community is kept after it left: a removal by mistake can be taken back.</summary>
    public static readonly TimeSpan KeptAfterLeaving = TimeSpan.FromDays(30);

    /// <summary>When its data is to be deleted; null while it is here.</summary>
    public DateTimeOffset? DueAt => Left + KeptAfterLeaving;

    /// <summary>Whether its data is to be deleted by now.</summary>
    public bool IsDue(DateTimeOffset now) => DueAt <= now;
}
