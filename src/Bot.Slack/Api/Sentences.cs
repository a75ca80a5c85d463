using Bot.Wire;

namespace Bot.Slack.Api;

/// <summary>What Slack's refusals mean and what to do about them, in words.</summary>
internal static class Sentences
{
    /// <param name="needed">The scope that lacks, where one does.</param>
    /// <param name="told">What Slack says of it itself.</param>
    public static string Of(string method, string code, string? needed, string told) =>
        ErrorTable.Sentence(code)
        ?? ErrorTable.Class(code) switch
        {
            ErrorClass.TokenDead => TokenDead(method, code),
            ErrorClass.Setup when code == "missing_scope" => MissingScope(method, needed),
            ErrorClass.Setup => WrongToken(method),
            ErrorClass.NotAllowed =>
                $"The workspace does not let the bot do this here ({code}): ask its admins, or choose another channel.",
            ErrorClass.OurFault =>
                $"Slack refused what was sent as not well-formed ({code}). This is a fault of the program: please report it. {told}".TrimEnd(),
            ErrorClass.Quota => "Too much is being written in this place: try again in a minute.",
            _ => $"Slack refused {method} ({code}). {told}".TrimEnd(),
        };

    public static Failure.Unknown Disturbed(string code) => Failure.Unknown.Because($"Slack is disturbed ({code})");

    /// <summary>Whoever reads this may be of a workspace that installed the app, or run the service.</summary>
    private static string TokenDead(string method, string code) =>
        method.StartsWith("apps.", StringComparison.Ordinal)
            ? $"Slack does not take the app-level token ({code}): make one with the scope connections:write on the app's page, under Basic Information, App-Level Tokens, and set `Slack:AppToken`."
            : $"Slack does not take the bot's token ({code}): install the app again in this workspace; if its token stands in the settings, copy it anew from the app's page, under OAuth & Permissions, into `Slack:BotToken`.";

    private static string MissingScope(string method, string? needed) =>
        method.StartsWith("apps.", StringComparison.Ordinal)
            ? "The app-level token lacks the scope connections:write: make a new one with it, under Basic Information, App-Level Tokens, and set `Slack:AppToken`."
            : $"The app lacks the scope {needed ?? "for this"}: add it on the app's page, under OAuth & Permissions, and install the app again.";

    private static string WrongToken(string method) =>
        method.StartsWith("apps.", StringComparison.Ordinal)
            ? "`Slack:AppToken` is no app-level token: it begins with xapp-, and is made on the app's page, under Basic Information, App-Level Tokens."
            : "`Slack:BotToken` is no bot's token: it begins with xoxb-, and stands on the app's page, under OAuth & Permissions.";
}
