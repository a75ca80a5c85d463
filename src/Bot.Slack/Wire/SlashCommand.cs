namespace Bot.Slack.Wire;

/// <summary>
/// A command as it was typed (<see href="https://docs.slack.dev/interactivity/implementing-slash-commands"/>): a form over HTTP, an object on a socket. Only what is read here.
/// </summary>
internal sealed record SlashCommand
{
    /// <summary>With its slash.</summary>
    public required string Command { get; init; }

    /// <summary>All that stands after it.</summary>
    public string Text { get; init; } = "";
    public required string TeamId { get; init; }
    public required string ChannelId { get; init; }
    public required string UserId { get; init; }
    public string? EnterpriseId { get; init; }

    /// <summary>The words "true" or "false".</summary>
    public string? IsEnterpriseInstall { get; init; }
    public string? ApiAppId { get; init; }
    public ResponseUrl? ResponseUrl { get; init; }
    public string? TriggerId { get; init; }
}
