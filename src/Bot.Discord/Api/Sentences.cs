using System.Globalization;

namespace Bot.Discord.Api;

/// <summary>What Discord's refusals mean and what to do about them, in words.</summary>
internal static class Sentences
{
    public const string TokenRefused =
        "Discord does not take the bot's token: copy it anew from the Developer Portal, under Bot, into `Discord:BotToken`.";

    /// <param name="told">What Discord says of it itself.</param>
    public static string Of(int status, string code, string told, Route route) =>
        status == 401 && !route.HasToken ? TokenRefused
        : status is 403 or 404 && route.Template.StartsWith("applications/", StringComparison.Ordinal)
            ? "Discord does not let this bot register the application's commands: `Discord:ApplicationId` and `Discord:BotToken` must be of the same application."
        : OfCode(status, code, told, route);

    private static string OfCode(int status, string code, string told, Route route) =>
        code switch
        {
            ErrorCode.UnknownChannel =>
                "This channel is not there any more, or the bot cannot see it: choose another one, or give the bot View Channel.",
            ErrorCode.UnknownGuild => "The bot is not in this server any more: install it again if it is wanted there.",
            ErrorCode.UnknownMember => "Whoever is meant is not in this server any more.",
            ErrorCode.UnknownMessage => "The message is not there any more: somebody has deleted it.",
            ErrorCode.UnknownUser => "Discord knows no such person.",
            ErrorCode.UnknownWebhook or ErrorCode.InvalidWebhookToken =>
                "The time to answer here is over: it is 15 minutes after the command. Use the command again.",
            ErrorCode.UnknownInteraction =>
                "The answer came too late: Discord waits three seconds for the first one. Use the command again.",
            ErrorCode.UnknownCommand => "The command is not registered any more: restart the service, and it registers what is missing.",
            ErrorCode.Slowmode => "Slow mode is on in this channel: wait, or give the bot Bypass Slowmode.",
            ErrorCode.ChannelWriteLimit or ErrorCode.ServerWriteLimit => "Too much is being written in this place: try again in a minute.",
            ErrorCode.DailyCommandCreates => "Discord takes 200 new commands a day, and they are used up: restart the service tomorrow.",
            ErrorCode.OldEdits => "A message of more than an hour ago has been edited too often: post it anew, or wait.",
            ErrorCode.DirectMessagesTooFast => "Direct messages are being opened too fast: try again in a few minutes.",
            ErrorCode.RequestTooLarge or ErrorCode.FileTooLarge => "The file is larger than Discord takes here: send a smaller one.",
            ErrorCode.Forum => "A forum takes threads only, no messages: choose a text channel, or a thread in the forum.",
            ErrorCode.AlreadyAcknowledged => "This has been answered already.",
            ErrorCode.FollowUpsUsedUp =>
                "No more than five answers can follow where the bot is not installed in the server: use the command again, or install the bot there.",
            ErrorCode.BlockedAtEdge =>
                "Discord's edge refuses this program: a proxy between may have changed the User-Agent header; let it pass unchanged.",
            ErrorCode.MissingAccess => "The bot cannot see this place: give it View Channel there.",
            ErrorCode.NotOwnMessage => "Only the bot's own messages can be edited.",
            ErrorCode.EmptyMessage => "The message would be empty. This is a fault of the program: please report it.",
            ErrorCode.CannotMessageUser or ErrorCode.NoMutualGuild =>
                "This person takes no direct messages from the bot: write in a channel instead, or ask them to allow it in their privacy settings.",
            ErrorCode.MissingPermissions =>
                "The bot lacks a permission in this place: it needs View Channel, Send Messages (in threads Send Messages in Threads), Embed Links, Attach Files and Read Message History.",
            ErrorCode.InvalidAuthToken => TokenRefused,
            ErrorCode.InvalidForm =>
                $"Discord refused what was sent as not well-formed. This is a fault of the program: please report it. {told}",
            ErrorCode.ThreadArchived => "The thread is archived: open it again, or choose another place.",
            ErrorCode.ReplyWithoutHistory => "The bot cannot reply here: give it Read Message History.",
            ErrorCode.ThreadLocked => "The thread is locked: a moderator can unlock it.",
            ErrorCode.AutoMod or ErrorCode.LinkFilter =>
                "The server's AutoMod has stopped the message: its moderators can make an exception for the bot.",
            _ => OfStatus(status, told, route),
        };

    private static string OfStatus(int status, string told, Route route) =>
        status switch
        {
            401 => OfCode(status, ErrorCode.InvalidWebhookToken, told, route),
            _ => string.Create(CultureInfo.InvariantCulture, $"Discord refused {route} with {status}: {told}"),
        };
}
