namespace Bot.Discord.Api;

/// <summary>Discord's codes that something here turns on (<see href="https://discord.com/developers/docs/topics/opcodes-and-status-codes#json"/>).</summary>
internal static class ErrorCode
{
    public const string UnknownChannel = "10003";
    public const string UnknownGuild = "10004";
    public const string UnknownMember = "10007";
    public const string UnknownMessage = "10008";
    public const string UnknownUser = "10013";
    public const string UnknownWebhook = "10015";
    public const string UnknownInteraction = "10062";
    public const string UnknownCommand = "10063";
    public const string Slowmode = "20016";
    public const string ChannelWriteLimit = "20028";
    public const string ServerWriteLimit = "20029";
    public const string DailyCommandCreates = "30034";
    public const string OldEdits = "30046";
    public const string DirectMessagesTooFast = "40003";
    public const string RequestTooLarge = "40005";
    public const string Forum = "40058";
    public const string AlreadyAcknowledged = "40060";
    public const string FollowUpsUsedUp = "40094";
    public const string BlockedAtEdge = "40333";
    public const string MissingAccess = "50001";
    public const string NotOwnMessage = "50005";
    public const string EmptyMessage = "50006";
    public const string CannotMessageUser = "50007";
    public const string MissingPermissions = "50013";
    public const string InvalidAuthToken = "50014";
    public const string InvalidWebhookToken = "50027";
    public const string InvalidForm = "50035";
    public const string FileTooLarge = "50045";
    public const string ThreadArchived = "50083";
    public const string NoMutualGuild = "50278";
    public const string ReplyWithoutHistory = "160002";
    public const string ThreadLocked = "160005";
    public const string AutoMod = "200000";
    public const string LinkFilter = "240000";
}
