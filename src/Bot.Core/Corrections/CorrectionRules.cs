namespace Bot.Core.Corrections;

/// <summary>When posts are corrected.</summary>
/// <param name="Grace">How long a change waits, so that one that is undone meanwhile disturbs nobody.</param>
public sealed record CorrectionRules(TimeSpan Grace)
{
    /// <summary>Every change begins the grace time anew, and a first one does not wait longer than so many of them.</summary>
    private const int MostGraces = 4;

    /// <summary>After so many in a row it is left, and listed for the moderators.</summary>
    private const int MostTries = 12;

    private static readonly TimeSpan FirstPause = TimeSpan.FromSeconds(30);
    private static readonly TimeSpan LongestPause = TimeSpan.FromHours(1);

    /// <summary>What was changed while a post was being made may have been changed before its receipt was there.</summary>
    private static readonly TimeSpan Making = TimeSpan.FromMinutes(1);

    /// <summary>How long another replica may be sending a post of which nobody knows yet whether it arrived.</summary>
    internal static readonly TimeSpan StillSending = TimeSpan.FromMinutes(3);

    /// <summary>How long after it was made each post is looked at once, whether or not anything is known to have changed.</summary>
    public TimeSpan FirstLook => Grace > Making ? Grace : Making;

    public DateTimeOffset DueAt(PendingChange change)
    {
        var (afterLast, atMost) = (change.Latest + Grace, change.Since + (Grace * MostGraces));
        return afterLast < atMost ? afterLast : atMost;
    }

    /// <param name="tries">How often in a row it came to nothing.</param>
    /// <returns>How long it is left alone; null: for good.</returns>
    internal static TimeSpan? Pause(int tries) =>
        tries >= MostTries ? null
        : FirstPause * Math.Pow(2, tries - 1) is var pause && pause < LongestPause ? pause
        : LongestPause;
}
