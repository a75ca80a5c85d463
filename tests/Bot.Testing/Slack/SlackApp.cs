namespace Bot.Testing.Slack;

/// <summary>The app as its settings at Slack are: what it is called, what it may do, and what it is told.</summary>
public sealed partial record SlackApp
{
    public string Id { get; init; } = "A0HARBOR4";
    public string Name { get; init; } = "dateline";
    public string ClientId { get; init; } = "1200000000001.1200000000002";
    public string ClientSecret { get; init; } = "5e1f7a92b04c8d36e9a1f0b7c2d4583a";

    /// <summary>Used as text.</summary>
    public string SigningSecret { get; init; } = "d1f0a27c3b5e4986a0c4e7b2915f6d38";
    public string AppToken { get; init; } = "xapp-1-A0HARBOR4-1200000000003-stand-in";

    /// <summary>Told over its own connections; else by requests.</summary>
    public bool IsSocketMode { get; set; }

    /// <summary>With their slash.</summary>
    public IReadOnlyList<string> Commands { get; init; } = ["/dateline"];

    /// <summary>By their <c>callback_id</c>; null: any.</summary>
    public IReadOnlyList<string>? Shortcuts { get; init; }

    /// <summary>Where browsers may be led back to; empty: anywhere.</summary>
    public IReadOnlyList<string> RedirectUrls { get; init; } = [];

    /// <summary>Which events it is told.</summary>
    public IReadOnlyList<string> Events { get; init; } =
    [
        "app_home_opened",
        "app_mention",
        "app_uninstalled",
        "channel_archive",
        "channel_deleted",
        "member_joined_channel",
        "member_left_channel",
        "message.im",
        "subteam_members_changed",
        "tokens_revoked",
    ];

    /// <summary>What its bot may do where it is installed.</summary>
    public IReadOnlyList<string> Scopes { get; init; } =
    [
        "app_mentions:read",
        "channels:read",
        "chat:write",
        "commands",
        "files:write",
        "groups:read",
        "im:history",
        "im:read",
        "im:write",
        "mpim:read",
        "usergroups:read",
        "users:read",
    ];

    public bool HasHomeTab { get; init; } = true;
    public bool RotatesTokens { get; init; }

    /// <summary>Where it is told by requests.</summary>
    public string CommandsPath { get; init; } = "/slack/commands";
    public string InteractionsPath { get; init; } = "/slack/interactions";
    public string OptionsPath { get; init; } = "/slack/interactions";
    public string EventsPath { get; init; } = "/slack/events";
}
