namespace Bot.Slack.Wire;

/// <summary>What happened in a workspace (<see href="https://docs.slack.dev/apis/events-api"/>): only what is read here.</summary>
internal sealed record EventCallback
{
    public const string Callback = "event_callback";
    public const string Verification = "url_verification";
    public const string RateLimited = "app_rate_limited";

    public required string Type { get; init; }

    /// <summary>Of a verification: what is to be said back.</summary>
    public string? Challenge { get; init; }

    /// <summary>The same in every delivery.</summary>
    public string? EventId { get; init; }
    public string? TeamId { get; init; }

    /// <summary>When it happened, in seconds since 1970; 0 where that is not said.</summary>
    public long EventTime { get; init; }

    /// <summary>The workspace through which the bot sees it; null: <see cref="TeamId"/>.</summary>
    public string? ContextTeamId { get; init; }
    public string? EnterpriseId { get; init; }
    public List<Authorization>? Authorizations { get; init; }
    public HappenedEvent? Event { get; init; }
}

/// <param name="UserId">The bot as a person.</param>
internal sealed record Authorization(string? TeamId, string? UserId, bool IsBot, bool IsEnterpriseInstall);

internal sealed record HappenedEvent
{
    public const string Mention = "app_mention";
    public const string Message = "message";
    public const string HomeOpened = "app_home_opened";
    public const string Uninstalled = "app_uninstalled";
    public const string TokensRevoked = "tokens_revoked";

    public required string Type { get; init; }
    public string? Subtype { get; init; }

    /// <summary>"im": direct messages.</summary>
    public string? ChannelType { get; init; }
    public string? Channel { get; init; }
    public string? User { get; init; }
    public string? BotId { get; init; }
    public string? Text { get; init; }
    public string? Ts { get; init; }
    public string? ThreadTs { get; init; }
    public bool Hidden { get; init; }

    /// <summary>Present where it was changed since.</summary>
    public System.Text.Json.JsonElement? Edited { get; init; }

    /// <summary>Of the home page: "home" or "messages".</summary>
    public string? Tab { get; init; }

    /// <summary>Of tokens that were revoked.</summary>
    public RevokedTokens? Tokens { get; init; }
}

/// <param name="Bot">Whose tokens, not which.</param>
internal sealed record RevokedTokens(List<string>? Bot);
