using System.ComponentModel.DataAnnotations;
using System.Globalization;
using Bot.Discord.Interactions;

namespace Bot.Host.Discord;

/// <summary>How Discord is spoken with.</summary>
public sealed class DiscordOptions : IValidatableObject
{
    public const string Off = "off";
    public const string Http = "http";
    public const string Gateway = "gateway";

    /// <summary>
    /// <c>off</c>; <c>http</c>: Discord sends what people do to the public listener; <c>gateway</c>: the service connects to Discord, and needs no address of its own.
    /// </summary>
    public string Mode { get; set; } = Off;

    /// <summary>The application's public key, 64 hex digits: what is not signed with it is refused.</summary>
    public string PublicKey { get; set; } = "";

    /// <summary>The application's id; with the token, so that the commands can be registered.</summary>
    public string ApplicationId { get; set; } = "";

    /// <summary>The bot's token. Without it answers are given over HTTP all the same, and nobody registers the commands.</summary>
    public string BotToken { get; set; } = "";

    /// <summary>Where Discord's API is; another address is for trying out.</summary>
    public string ApiBase { get; set; } = "https://discord.com/api/v10";

    /// <summary>Guilds in which alone the commands are registered, for trying out; several are parted by semicolons. Empty: they are for everybody.</summary>
    public string GuildIds { get; set; } = "";

    public bool IsHttp => Mode == Http;
    public bool IsGateway => Mode == Gateway;

    /// <summary>The token without what is sometimes copied along.</summary>
    internal string Token => BotToken.Trim() is var token && token.StartsWith("Bot ", StringComparison.Ordinal) ? token[4..].Trim() : token;

    internal IReadOnlyList<string> Guilds => GuildIds.Split(';', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);

    /// <summary>With a slash at its end, so that paths are added to it.</summary>
    internal Uri Api => new(ApiBase.TrimEnd('/') + "/");

    public IEnumerable<ValidationResult> Validate(ValidationContext validationContext)
    {
        if (Mode is not (Off or Http or Gateway))
        {
            yield return new ValidationResult($"`Discord:Mode` is '{Mode}': write {Off}, {Http} or {Gateway}.");
        }
        else if (IsHttp && !DiscordInteractions.IsPublicKey(PublicKey))
        {
            yield return new ValidationResult(
                "`Discord:PublicKey` is not a public key: copy the 64 hex digits from \"Public Key\" in the Developer Portal, under General Information."
            );
        }

        if (IsGateway && Token.Length == 0)
        {
            yield return new ValidationResult(
                "`Discord:BotToken` is empty, and with `Discord:Mode=gateway` the service logs in with it: press \"Reset Token\" in the Developer Portal, under Bot, and copy what it shows."
            );
        }

        if (Token.Length > 0 && !IsId(ApplicationId))
        {
            yield return new ValidationResult(
                "`Discord:ApplicationId` is no id, and with `Discord:BotToken` it is needed: copy \"Application ID\" from the Developer Portal, under General Information."
            );
        }

        foreach (var guild in Guilds.Where(guild => !IsId(guild)))
        {
            yield return new ValidationResult(
                $"`Discord:GuildIds` names '{guild}', which is no id: switch on Developer Mode in Discord's settings, then copy the server's id from its menu."
            );
        }

        if (!Uri.TryCreate(ApiBase, UriKind.Absolute, out var api) || api.Scheme is not ("https" or "http"))
        {
            yield return new ValidationResult($"`Discord:ApiBase` is '{ApiBase}': write a whole address, or leave it out.");
        }
    }

    private static bool IsId(string text) => ulong.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out _);
}
