namespace Bot.Slack.Installs;

/// <summary>What the app asks to be allowed (<see href="https://docs.slack.dev/reference/scopes"/>), each with what it is for. The manifest, the installation and the doctor go by it.</summary>
public static class SlackScopes
{
    /// <summary>Of the bot; nothing is asked of whoever installs it.</summary>
    public static IReadOnlyList<(string Name, string For)> Bot { get; } =
    [
        ("app_mentions:read", "to be told where somebody mentions it"),
        ("channels:read", "to look whether it may post in a channel"),
        ("chat:write", "to post, correct and remove what it says"),
        ("chat:write.public", "to share in public channels without being invited"),
        ("commands", "for the command and the entries in menus"),
        ("files:write", "for the timeline as a picture"),
        ("groups:read", "to look whether it may post in a private channel"),
        ("im:history", "to read what is written to it directly"),
        ("usergroups:read", "to see who is in a user group that moderates"),
        ("users:read", "to see who is an admin, and who is a guest"),
    ];

    /// <summary>For an app-level token.</summary>
    public const string Sockets = "connections:write";
}
