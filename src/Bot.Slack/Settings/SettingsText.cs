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
    public static string AskAgain(string settings) => $"Type {settings} to see what can.";
}
