using System.Globalization;
using Bot.Core.Delivery;

namespace Bot.Discord.Sharing;

/// <summary>The sentences about sharing, each once.</summary>
internal static class SharingWords
{
    public const string Share = "Share";
    public const string ShareFirst = "Share the first six";
    public const string Remove = "Remove";

    public const string NotInServer =
        "I can share only in a server: here nobody else reads along, or the server is not one that added me. Copy the answer if you want to pass it on.";

    public const string NotInstalled =
        "This server has not added me, so that I could not correct here what I say later on. Ask somebody who manages the server to add me, or copy the answer.";

    public const string SwitchedOff = "Sharing is switched off in this channel. Who manages the server can change that with /settings.";

    public const string MayNotWrite = "You may not write in this channel, so that nothing is shared here for you.";

    public const string NoToken =
        "This service runs without the bot\u2019s token, so that it cannot post. Copy the answer if you want to pass it on.";

    public const string Shared = "Shared.";

    public const string ChangedSince = "What it says has changed since you asked: what is shown here is as it stands today.";

    public const string Foot = "Shared from a private answer. Whoever shared it, or a moderator, can remove it.";

    public const string NotYours = "Only whoever shared this, or somebody who may manage messages here, can remove it.";

    public const string Removed = "Removed.";

    /// <param name="missing">As Discord calls them.</param>
    public static string NotAllowed(IEnumerable<string> missing) =>
        $"I may not post here: somebody who manages this channel has to allow me {string.Join(", ", missing)}.";

    public static string NotShared(string why) => $"It was not shared. {why}";

    public static string PerhapsShared(string why) =>
        $"It was sent, and nobody knows whether it arrived: look into the channel before you try again. {why}";

    public static string NotRemoved(string why) => $"It was not removed. {why}";

    public static string TooSoon(Receipt earlier) =>
        earlier.State switch
        {
            PostState.Sending =>
                $"The same was sent here {Ago(earlier.At)}, and nobody knows yet whether it arrived: look into the channel. It can be shared again {Ago(earlier.At + Posting.Apart)}.",
            PostState.Removed =>
                $"The same was shared here {Ago(earlier.At)} and removed. It can be shared again {Ago(earlier.At + Posting.Apart)}.",
            _ => $"The same was shared here {Ago(earlier.At)}. It can be shared again {Ago(earlier.At + Posting.Apart)}.",
        };

    /// <summary>In the reader's own language and time: Discord makes it "five minutes ago".</summary>
    private static string Ago(DateTimeOffset moment) => string.Create(CultureInfo.InvariantCulture, $"<t:{moment.ToUnixTimeSeconds()}:R>");
}
