using Bot.Core.Conversation;
using Bot.Core.Conversation.Wording;

namespace Bot.Core.Moderation;

/// <summary>The sentences on who stands in for a second moderator, each once.</summary>
internal static class StandInWords
{
    public const string FormTitle = "Who stands in?";
    public const string FormHeadline = "Who approves or rejects what is proposed while a moderator is away?";
    public const string Who = "Who stands in for a second moderator";
    public const string WhoHint = "They approve or reject what was proposed, and hold facts. Nobody: it ends now.";
    public const string HowLong = "For how long, from now";
    public const string NotSo = "Choose for how long: one day, three days, a week or two weeks.";
    public const string NotTheirs =
        "Who stands in for a second moderator approves or rejects what was proposed, and holds facts, and does nothing else.";

    public static string TooMany(int most) => $"Those are too many: {most} people at most stand in at once.";

    public static string StandsIn(DateTimeOffset until) => $"You stand in for a second moderator until {DateWords.Moment(until)}.";

    public static string Until(DateTimeOffset until) => $"Until {DateWords.Moment(until)} these stand in for a second moderator:";

    public static string WasOver(DateTimeOffset until) => $"You stood in for a second moderator until {DateWords.Moment(until)}.";

    public static string Long(Naming naming) =>
        $"It has waited for more than a day. Whoever manages the server or workspace can name somebody who stands in for a second moderator, in {naming.Of("settings")}.";
}
