using Bot.Core.Conversation.Settings;

namespace Bot.Discord.Settings;

/// <summary>The sentences of the card.</summary>
internal static class SettingsText
{
    public const string Done = "Done.";

    public const string NotSetUp =
        "For whoever manages this server: nothing is set up yet, and nothing has to be. /settings shows which story is followed here and where answers may be shared.";

    public const string Moderators = "Roles that moderate; none: who may manage messages";

    public const string NotAllowed = "Only who may manage this server (Manage Server) can change this. Nothing was changed.";

    public const string NoToken = "Nothing can be changed here: the service runs without `Discord:BotToken`. Whoever runs it can set it.";

    public const string NotAChoice = $"{SettingsMenus.NotAChoice} Type /settings to see what can.";

    public const string TooOld = $"{ModeratorMenu.TooOld} Type /settings for a new one.";
}
