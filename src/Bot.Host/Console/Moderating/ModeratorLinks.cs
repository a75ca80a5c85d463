using Bot.Core.Conversation;
using Bot.Core.Facts;
using Bot.Host.Moderation;

namespace Bot.Host.Console.Moderating;

/// <summary>Where the pages of moderators are.</summary>
internal static class ModeratorLinks
{
    public const string Root = ModeratorSession.Path;
    public const string Queue = Root + "/queue";
    public const string Facts = Root + "/facts";
    public const string Posts = Root + "/posts";
    public const string Gaps = Root + "/gaps";
    public const string Export = Root + "/export";
    public const string Settings = Root + "/settings";
    public const string StandIns = Root + "/stand-ins";

    /// <summary>Whom somebody may mean who types a name.</summary>
    public const string Offer = StandIns + "/offer";
    public const string Add = "/fact add";

    /// <summary>Where a line can be sent, as it would be typed in chat.</summary>
    public const string Say = Root + "/say";

    /// <summary>Where what a line asks for is shown.</summary>
    public static string Of(string typed) => $"{Say}?typed={Uri.EscapeDataString(typed)}";

    public static string Of(FactId fact) => $"{Facts}/{Uri.EscapeDataString(fact.Value)}";

    /// <summary>The page that shows more than the reply to a command does; null where there is none.</summary>
    public static string? Instead(Command command, FactId? fact) =>
        (command, fact) switch
        {
            (Command.ShowWaiting { Item: null }, _) => Queue,
            (Command.ChangeFact { Happened: null }, { } id) => Of(id),
            (Command.FactHistory, { } id) => $"{Of(id)}#history",
            (Command.UndoFact { Of: null }, { } id) => $"{Of(id)}#undo",
            _ => null,
        };
}
