namespace Bot.Slack.Installs;

/// <summary>What is said to whoever installs the app.</summary>
/// <param name="command">The app's command, with its slash.</param>
internal sealed class InstallWords(string command)
{
    public static readonly TimeSpan Patience = TimeSpan.FromSeconds(10);

    public const string Enterprise =
        "Dateline is installed in one workspace at a time, not in a whole organisation: choose a workspace on Slack's page, and install it there. Nothing was installed now.";

    public const string CalledOff = "Nothing was installed: it was called off at Slack.";

    public const string NotBegunHere =
        "This installation was not begun in this browser, or more than ten minutes ago. Nothing was installed: begin again.";

    /// <summary>In a direct message, once.</summary>
    public string Next =>
        $"""
            Dateline is installed, and everybody in this workspace can use it.
            • Ask: `{command} ask who responded`, in any channel. Only whoever asks sees the answer; *Share* below it shows it to the channel.
            • In a thread, or here, write to it: mention the bot, or just send a message here.
            • To share in private channels, invite the bot there: `/invite @Dateline`.
            • Which story is followed, and where answers may be shared: `{command} settings` (for admins).
            • All that it can do: `{command} help`. What it keeps of people: `{command} privacy`.
            """;

    public string DoneTitle(string workspace) => $"Dateline is in {workspace}";

    public string Done => $"Type {command} ask who responded in any channel. What else there is, you were told in a direct message.";
}
