namespace Bot.Core.Delivery.Sharing;

/// <summary>The sentences about sharing that are the same on every platform, each once.</summary>
public static class SharingWords
{
    internal const string Share = "Share";
    internal const string ShareFirst = "Share the first six";
    internal const string Remove = "Remove";

    public const string NoToken =
        "This service runs without the bot\u2019s token, so that it cannot post. Copy the answer if you want to pass it on.";

    internal const string Shared = "Shared.";

    internal const string ChangedSince = "What it says has changed since you asked: what is shown here is as it stands today.";

    internal const string Foot = "Shared from a private answer. Whoever shared it, or a moderator, can remove it.";

    internal const string Removed = "Removed.";

    internal static string NotShared(string why) => $"It was not shared. {why}";

    internal static string PerhapsShared(string why) =>
        $"It was sent, and nobody knows whether it arrived: look into the channel before you try again. {why}";

    internal static string NotRemoved(string why) => $"It was not removed. {why}";

    /// <param name="moment">How the platform shows a moment as seen from now: "five minutes ago".</param>
    internal static string TooSoon(Receipt earlier, Func<DateTimeOffset, string> moment)
    {
        var (sent, again) = (moment(earlier.At), moment(earlier.At + Posting.Apart));
        return earlier.State switch
        {
            PostState.Sending =>
                $"The same was sent here {sent}, and nobody knows yet whether it arrived: look into the channel. It can be shared again {again}.",
            PostState.Removed => $"The same was shared here {sent} and removed. It can be shared again {again}.",
            _ => $"The same was shared here {sent}. It can be shared again {again}.",
        };
    }
}
