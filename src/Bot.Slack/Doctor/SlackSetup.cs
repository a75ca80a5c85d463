namespace Bot.Slack.Doctor;

/// <summary>How the app stands in the settings.</summary>
public sealed record SlackSetup
{
    private const int SecretLength = 32;

    /// <summary>Slack sends by sockets, and else by HTTP.</summary>
    public required bool Sockets { get; init; }

    /// <summary>Where the world reaches this service; null where nobody said.</summary>
    public required string? BaseUrl { get; init; }
    public required string BotToken { get; init; }
    public required string AppToken { get; init; }
    public required string SigningSecret { get; init; }
    public required string ClientId { get; init; }
    public required string ClientSecret { get; init; }

    /// <summary>Workspaces install it by themselves.</summary>
    public bool IsForMany => ClientId.Length > 0;

    /// <summary>Whether a text has the form of a signing secret: 32 hex digits, which are used as text.</summary>
    public static bool IsSigningSecret(string text) => text.Length == SecretLength && text.All(char.IsAsciiHexDigit);

    /// <summary>Secrets stay out of what is printed.</summary>
    public override string ToString() => nameof(SlackSetup);
}
