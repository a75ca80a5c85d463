using Bot.Core.Conversation.Settings;

namespace Bot.Slack.Settings;

/// <summary>The sentences of the card.</summary>
internal static class SettingsText
{
    public const string Done = "Done.";

    public const string Moderators = "People who moderate, beside admins and owners";

    public const string ModeratorGroups = "User groups that moderate";

    public const string NotAllowed = "Only admins and owners of this workspace can change this. Nothing was changed.";

    public static string NotKnown(string why) =>
        $"I could not see whether you are an admin of this workspace, so that nothing was changed. {why}";

    /// <param name="settings">As the command is called.</param>
    public static string NotAChoice(string settings) => $"{SettingsMenus.NotAChoice} Type {settings} to see what can.";

    /// <inheritdoc cref="NotAChoice"/>
    public static string TooOld(string settings) => $"{ModeratorMenu.TooOld} Type {settings} for a new one.";

    /// <summary>A group that was chosen, and that Slack does not list: it was switched off or is gone.</summary>
    public static string NotListed(string group) => $"{group} (Slack does not list it)";
}
