using System.Text.RegularExpressions;

namespace Bot.Discord.Interactions;

/// <summary>What somebody wrote, as plain words: mentions, links and markup are taken out (<see href="https://discord.com/developers/docs/reference#message-formatting"/>).</summary>
internal static partial class MessageText
{
    /// <summary>What was typed into a command's option: its links and marks stay.</summary>
    public static string Typed(string written) =>
        Named().IsMatch(written)
            ? string.Join(' ', Named().Replace(written, " ").Split(' ', StringSplitOptions.RemoveEmptyEntries))
            : written;

    public static string Plain(string written)
    {
        var text = Masked().Replace(Everybody().Replace(Named().Replace(written, " "), " "), "$1");
        text = Marks().Replace(LineStart().Replace(Link().Replace(text, " "), ""), "");
        return string.Join(' ', text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
    }

    /// <summary>People, roles, channels and commands; emoji, times and places of a guild.</summary>
    [GeneratedRegex(@"<(?:@[!&]?|\#|a?:\w+:|/[^<>:]{1,100}:|t:|id:)[^<>\s]{0,40}>", RegexOptions.CultureInvariant)]
    private static partial Regex Named();

    /// <summary>The two that call all.</summary>
    [GeneratedRegex(@"@(?:everyone|here)\b", RegexOptions.CultureInvariant)]
    private static partial Regex Everybody();

    /// <summary>A link that is shown as other words.</summary>
    [GeneratedRegex(@"\[([^\[\]]+)\]\(<?https?:[^()\s]*\)", RegexOptions.CultureInvariant)]
    private static partial Regex Masked();

    [GeneratedRegex(@"<?\bhttps?://[^\s<>]+>?", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Link();

    /// <summary>A quotation, a heading, a line in small print or one of a list.</summary>
    [GeneratedRegex(@"^[ \t]*(?:>{1,3}|-?\#{1,3}|[-*])[ \t]+", RegexOptions.Multiline | RegexOptions.CultureInvariant)]
    private static partial Regex LineStart();

    /// <summary>Bold, slanted, struck, hidden, code. An underscore or a star within a word is none.</summary>
    [GeneratedRegex(@"\*\*|__|~~|\|\||`+|(?<!\w)[*_]|[*_](?!\w)", RegexOptions.CultureInvariant)]
    private static partial Regex Marks();
}
