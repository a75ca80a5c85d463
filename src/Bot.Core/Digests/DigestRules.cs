namespace Bot.Core.Digests;

/// <summary>How digests are dealt with, as whoever runs the service wants it.</summary>
/// <param name="CatchUp">How late a digest is still sent that fell due while the service was away; one later than that waits for the next time.</param>
/// <param name="PauseAfter">How long a place in which nothing can be posted is tried, before its schedule is paused.</param>
/// <param name="Grace">How long a correction is given before a digest is made of it: an undo then disturbs nobody.</param>
public sealed record DigestRules(TimeSpan CatchUp, TimeSpan PauseAfter, TimeSpan Grace)
{
    /// <summary>How long whoever takes a digest has to send it. What is taken then is sent while the platforms still know it again.</summary>
    internal static readonly TimeSpan Lease = TimeSpan.FromSeconds(75);

    /// <summary>How long the platform has: well within the lease.</summary>
    internal static readonly TimeSpan Patience = TimeSpan.FromSeconds(40);

    /// <summary>What holds where nobody set anything.</summary>
    public static DigestRules Default { get; } = new(TimeSpan.FromHours(36), TimeSpan.FromDays(14), TimeSpan.FromMinutes(5));
}
