using System.ComponentModel.DataAnnotations;
using Bot.Slack.Doctor;
using Bot.Slack.Manifest;

namespace Bot.Host.Slack;

/// <summary>How Slack is spoken with.</summary>
public sealed class SlackOptions : IValidatableObject
{
    public const string Off = "off";
    public const string Http = "http";
    public const string Socket = "socket";

    private const int LongestCommand = 32;

    /// <summary>
    /// <c>off</c>; <c>http</c>: Slack sends what people do to the public listener; <c>socket</c>: the service connects to Slack, and needs no address of its own.
    /// </summary>
    public string Mode { get; set; } = Off;

    /// <summary>The app's signing secret, 32 hex digits: what is not signed with it is refused.</summary>
    public string SigningSecret { get; set; } = "";

    /// <summary>The bot's token in the one workspace that is served.</summary>
    public string BotToken { get; set; } = "";

    /// <summary>The app-level token, with which sockets are opened.</summary>
    public string AppToken { get; set; } = "";

    /// <summary>The app's id, where workspaces install it by themselves; with its secret, in place of a bot's token.</summary>
    public string ClientId { get; set; } = "";

    /// <summary>The app's secret that belongs to its id.</summary>
    public string ClientSecret { get; set; } = "";

    /// <summary>The one command under which everything is a word, with its slash.</summary>
    public string Command { get; set; } = "/dateline";

    /// <summary>Where Slack's Web API is; another address is for trying out.</summary>
    public string ApiBase { get; set; } = "https://slack.com/api";

    public bool IsHttp => Mode == Http;
    public bool IsSocket => Mode == Socket;

    /// <summary>Whether workspaces install it by themselves.</summary>
    public bool IsForMany => ClientId.Length > 0;

    /// <summary>Whether there is a token, or will be, by which the bot says something itself.</summary>
    public bool Speaks => BotToken.Trim().Length > 0 || IsForMany;

    /// <summary>With a slash at its end, so that methods are added to it.</summary>
    internal Uri Api => new(ApiBase.TrimEnd('/') + "/");

    internal AppSetup App(string? baseUrl) =>
        new(Command, string.IsNullOrWhiteSpace(baseUrl) ? null : baseUrl) { Sockets = IsSocket, Distributed = IsForMany };

    internal SlackSetup Setup(string? baseUrl) =>
        new()
        {
            Sockets = IsSocket,
            BaseUrl = string.IsNullOrWhiteSpace(baseUrl) ? null : baseUrl,
            BotToken = BotToken.Trim(),
            AppToken = AppToken.Trim(),
            SigningSecret = SigningSecret,
            ClientId = ClientId,
            ClientSecret = ClientSecret,
        };

    public IEnumerable<ValidationResult> Validate(ValidationContext validationContext)
    {
        if (Mode is not (Off or Http or Socket))
        {
            yield return new ValidationResult($"`Slack:Mode` is '{Mode}': write {Off}, {Http} or {Socket}.");
        }

        if (IsHttp && !SlackSetup.IsSigningSecret(SigningSecret))
        {
            yield return new ValidationResult(
                "`Slack:SigningSecret` is no signing secret: copy the 32 hex digits from the app's page, under Basic Information, App Credentials."
            );
        }

        if (IsSocket && AppToken.Trim().Length == 0)
        {
            yield return new ValidationResult(
                "`Slack:AppToken` is empty, and with `Slack:Mode=socket` sockets are opened with it: make one with the scope connections:write on the app's page, under Basic Information, App-Level Tokens."
            );
        }

        if (BotToken.Length > 0 && IsForMany)
        {
            yield return new ValidationResult(
                "`Slack:BotToken` is for one workspace, and `Slack:ClientId` for many that install the app by themselves: set one of them."
            );
        }

        if (ClientId.Length > 0 != ClientSecret.Length > 0)
        {
            yield return new ValidationResult(
                "`Slack:ClientId` and `Slack:ClientSecret` belong together: copy both from the app's page, under Basic Information, App Credentials."
            );
        }

        if (!IsCommand(Command))
        {
            yield return new ValidationResult(
                $"`Slack:Command` is '{Command}', which is no command: write a slash and up to {LongestCommand - 1} small letters, digits, '-' or '_', as in /dateline."
            );
        }

        if (!Uri.TryCreate(ApiBase, UriKind.Absolute, out var api) || api.Scheme is not ("https" or "http"))
        {
            yield return new ValidationResult($"`Slack:ApiBase` is '{ApiBase}': write a whole address, or leave it out.");
        }
    }

    private static bool IsCommand(string text) =>
        text.Length is > 1 and <= LongestCommand
        && text[0] == '/'
        && text.Skip(1).All(each => char.IsAsciiLetterLower(each) || char.IsAsciiDigit(each) || each is '-' or '_');
}
