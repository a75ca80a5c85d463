namespace Bot.Discord.Api;

/// <summary>Discord's codes that something here turns on (<see href="https://discord.com/developers/docs/topics/opcodes-and-status-codes#json"/>).</summary>
internal static class ErrorCode
{
    public const int UnknownChannel = 10003;
    public const int UnknownGuild = 10004;
    public const int UnknownMember = 10007;
    public const int UnknownMessage = 10008;
    public const int UnknownUser = 10013;
    public const int UnknownWebhook = 10015;
    public const int UnknownInteraction = 10062;
    public const int UnknownCommand = 10063;
    public const int Slowmode = 20016;
    public const int ChannelWriteLimit = 20028;
    public const int ServerWriteLimit = 20029;
    public const int DailyCommandCreates = 30034;
    public const int OldEdits = 30046;
    public const int DirectMessagesTooFast = 40003;
    public const int RequestTooLarge = 40005;
    public const int Forum = 40058;
    public const int AlreadyAcknowledged = 40060;
    public const int FollowUpsUsedUp = 40094;
    public const int BlockedAtEdge = 40333;
    public const int MissingAccess = 50001;
    public const int NotOwnMessage = 50005;
    public const int EmptyMessage = 50006;
    public const int CannotMessageUser = 50007;
    public const int MissingPermissions = 50013;
    public const int InvalidAuthToken = 50014;
    public const int InvalidWebhookToken = 50027;
    public const int InvalidForm = 50035;
    public const int FileTooLarge = 50045;
    public const int ThreadArchived = 50083;
    public const int NoMutualGuild = 50278;
    public const int ReplyWithoutHistory = 160002;
    public const int ThreadLocked = 160005;
    public const int AutoMod = 200000;
    public const int LinkFilter = 240000;
}
