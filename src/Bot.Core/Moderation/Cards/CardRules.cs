namespace Bot.Core.Moderation.Cards;

/// <summary>When cards are made, looked at again and given up.</summary>
internal static class CardRules
{
    /// <summary>After so long a draft counts as left by whoever began it.</summary>
    public static readonly TimeSpan Left = TimeSpan.FromHours(1);

    /// <summary>So long something has waited before anybody is reminded, and so far two reminders are apart.</summary>
    public static readonly TimeSpan Remind = TimeSpan.FromHours(24);

    /// <summary>How long whoever takes a card has; what is taken up after a death is then sent while the platforms still know it again.</summary>
    public static readonly TimeSpan Lease = TimeSpan.FromSeconds(75);

    /// <summary>How long the platform has: well within the lease.</summary>
    public static readonly TimeSpan Patience = TimeSpan.FromSeconds(40);

    /// <summary>How often it is looked whether something that was sent is there.</summary>
    public const int MostLooks = 3;

    private static readonly TimeSpan First = TimeSpan.FromSeconds(15);
    private static readonly TimeSpan Longest = TimeSpan.FromDays(1);

    /// <summary>Twice as long each time: a channel that is closed for good is tried once a day in the end.</summary>
    /// <param name="tries">How often in a row it came to nothing.</param>
    public static TimeSpan Pause(int tries) =>
        First * Math.Pow(2, Math.Min(tries, 16) - 1) is var pause && pause < Longest ? pause : Longest;
}
