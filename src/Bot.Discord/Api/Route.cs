using System.Globalization;
using Bot.Discord.Wire;

namespace Bot.Discord.Api;

/// <summary>
/// A path as Discord counts it: its template, and the top-level resource that has limits of its own, a channel, a guild or a webhook
/// (<see href="https://discord.com/developers/docs/topics/rate-limits"/>). An interaction counts like a webhook.
/// </summary>
internal sealed class Route
{
    private static readonly string[] TopLevel = ["channels", "guilds", "webhooks", "interactions"];

    /// <param name="path">As in <c>$"channels/{channel}/messages"</c>: what is filled in are ids and tokens.</param>
    public Route(FormattableString path)
    {
        Template = path.Format;
        var filled = path.GetArguments().Select(Text).ToArray();
        Path = string.Format(CultureInfo.InvariantCulture, path.Format, filled);
        HasToken = path.GetArguments().Any(each => each is InteractionToken);
        Resource = TopLevel.Contains(Template.Split('/')[0]) && filled.Length > 0 ? string.Join('/', filled.Take(HasToken ? 2 : 1)) : "";
    }

    /// <summary>Without ids and tokens, so that it can be logged.</summary>
    public string Template { get; }

    /// <summary>With what is filled in: a token stands in it where there is one.</summary>
    public string Path { get; }

    /// <summary>Empty where the limits are the bot's as a whole. A token stands in it where there is one.</summary>
    public string Resource { get; }

    /// <summary>The token in the path is all that is shown: the bot's is left out, so that the request is not counted as the bot's.</summary>
    public bool HasToken { get; }

    public override string ToString() => Template;

    private static string Text(object? filled) =>
        filled switch
        {
            Snowflake id => id.ToString(),
            InteractionToken token => Uri.EscapeDataString(token.Secret),
            _ => throw new ArgumentException($"An id or a token is filled into a path, not {filled?.GetType().Name ?? "nothing"}."),
        };
}
