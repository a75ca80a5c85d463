namespace Bot.Core.Communities;

/// <summary>
/// What communities handed over when they installed Dateline, so that it may speak there. It is sealed by whoever puts it here: the store holds no secret that it could tell.
/// </summary>
public interface IInstallations
{
    /// <summary>Null where it was never installed, or is not any more.</summary>
    ValueTask<Installation?> Find(CommunityId community, CancellationToken cancellation);

    /// <summary>A community installs Dateline, or does so again: what was there is replaced.</summary>
    /// <param name="content">Sealed.</param>
    ValueTask Install(CommunityId community, string content, CancellationToken cancellation);

    /// <summary>What was handed over is about to be renewed. Of several who want to, one gets the turn; where it does not come back, another one gets it when the time is over.</summary>
    /// <param name="read">As it was found: where it is another one by now, there is nothing to renew.</param>
    ValueTask<bool> BeginRenewal(Installation read, TimeSpan within, CancellationToken cancellation);

    /// <summary>It was renewed.</summary>
    /// <returns>False where it was installed anew, renewed by somebody else or removed meanwhile: then nothing is changed.</returns>
    ValueTask<bool> Renew(Installation read, string content, CancellationToken cancellation);

    /// <summary>A community removed Dateline: what it handed over goes at once.</summary>
    /// <param name="madeBy">When that was: what was handed over later stays, since the platform may tell of the removal late.</param>
    /// <returns>False where something stays.</returns>
    ValueTask<bool> Remove(CommunityId community, DateTimeOffset madeBy, CancellationToken cancellation);
}

/// <summary>What one community handed over.</summary>
/// <param name="Content">Sealed.</param>
/// <param name="Version">Another one each time it is replaced.</param>
/// <param name="At">When it was installed.</param>
public sealed record Installation(CommunityId Community, string Content, long Version, DateTimeOffset At)
{
    /// <summary>What is sealed stays out of what is printed.</summary>
    public override string ToString() => $"{nameof(Installation)} {{ Community = {Community}, Version = {Version} }}";
}
